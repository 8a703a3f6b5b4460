"""Writes Allure results; allure-behave's own formatter loses scenarios under Rules, and failing hooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import allure_commons
from allure_behave.listener import AllureListener
from allure_commons.logger import AllureFileLogger
from allure_commons.model2 import Label, Parameter, Status, StatusDetails
from allure_commons.types import LabelType
from allure_commons.utils import md5, now, uuid4

from support.reporting.events import RunListener
from support.reporting.words import short

if TYPE_CHECKING:
    from behave.configuration import Configuration
    from behave.formatter.base import StreamOpener
    from behave.matchers import Match
    from behave.model import Scenario, Step

    from support.case import Case
    from support.runner.account import Result

_EXTENSIONS = {
    "image/png": "png",
    "application/json": "json",
    "application/zip": "zip",
    "text/html": "html",
    "text/plain": "txt",
}


class AllureFormatter(RunListener):
    """One Allure result for each case that ran, by what the runner tells."""

    name = "allure-of-cases"
    description = "Allure results, Rules and failing hooks included"

    def __init__(self, stream_opener: StreamOpener, config: Configuration) -> None:
        super().__init__(stream_opener, config)
        self._listener: Any = None
        if not config.dry_run:
            self._listener = AllureListener(config)
            _clean(Path(stream_opener.name))
            self._files = AllureFileLogger(stream_opener.name)
            allure_commons.plugin_manager.register(self._listener)
            allure_commons.plugin_manager.register(self._files)

    def case_started(self, case: Case, scenario: Scenario) -> None:
        """Open the result of a case, named and labelled by what the case is."""
        self._listener.steps.clear()
        self._listener.start_scenario(scenario)
        test = self._listener.logger.get_test(self._listener.current_scenario_uuid)
        test.name = f"{case.title} #{case.row}" if case.row else case.title
        test.fullName = case.scenario
        test.testCaseId, test.historyId = md5(case.scenario), md5(case.id)
        test.parameters = [*(test.parameters or []), *_parameters(case)]
        test.labels = [label for label in test.labels if label.name not in {LabelType.FEATURE, LabelType.TAG}]
        test.labels += _labels(case)

    def step(self, step: Step) -> None:
        """A step that will run or be skipped."""
        if self._listener:
            self._listener.schedule_step(step)

    def match(self, match: Match) -> None:
        """The next step begins."""
        if self._listener:
            self._listener.match_step(match)

    def result(self, step: Step) -> None:
        """The running step has ended."""
        if self._listener:
            self._listener.stop_behave_step(step)
            self._listener.current_step_uuid = None

    def embedding(self, mime_type: str, data: bytes | str, caption: str | None = None) -> None:
        """Keep evidence at the step that is running, or at the case between steps."""
        if self._listener:
            name = caption or mime_type
            extension = _EXTENSIONS.get(mime_type)
            self._listener.logger.attach_data(
                uuid4(), data, name=name, attachment_type=mime_type, extension=extension
            )

    def case_finished(self, result: Result, scenario: Scenario) -> None:
        """Close the result of a case: broken where a hook, a cleanup or an error ended it."""
        listener = self._listener
        listener.flush_steps()
        test = listener.logger.get_test(listener.current_scenario_uuid)
        test.stop, test.status = now(), _status(result, scenario)
        test.statusDetails = (
            StatusDetails(message=result.because, trace=_trace(scenario)) if result.because else None
        )
        listener.logger.close_test(listener.current_scenario_uuid)
        listener.current_scenario_uuid = listener.current_step_uuid = None
        listener.group_context.exit()

    def close(self) -> None:
        """Forget the listeners, so that a second run in this process does not write twice."""
        super().close()
        if self._listener:
            self._listener.stop_session()
            for plugin in (self._files, self._listener):
                allure_commons.plugin_manager.unregister(plugin=plugin)
            self._listener = None

    def close_stream(self) -> None:
        """There is no stream: the results are files of a folder."""


def _clean(folder: Path) -> None:
    """Take away what an earlier run left; nothing else, whatever folder somebody named."""
    for pattern in ("*-result.json", "*-container.json", "*-attachment*"):
        for file in folder.glob(pattern):
            file.unlink()


def _labels(case: Case) -> list[Label]:
    epic = short(case.path).split("/", maxsplit=1)[0]
    labels = [Label(name=LabelType.EPIC, value=epic), Label(name=LabelType.FEATURE, value=case.feature)]
    if case.rule:
        labels.append(Label(name=LabelType.STORY, value=case.rule))
    return labels + [Label(name=LabelType.TAG, value=tag) for tag in sorted(case.tags)]


def _parameters(case: Case) -> list[Parameter]:
    if case.channel == "api":
        return [Parameter(name="channel", value="api")]
    return [Parameter(name="engine", value=case.engine), Parameter(name="device", value=case.device)]


def _status(result: Result, scenario: Scenario) -> str:
    if result.outcome == "passed":
        return str(Status.PASSED)
    if result.outcome == "not_run":
        return str(Status.SKIPPED)
    return str(Status.FAILED if scenario.status.name == "failed" else Status.BROKEN)


def _trace(scenario: Scenario) -> str | None:
    failed = (step for step in scenario.all_steps if step.status.has_failed())
    return next((step.error_message for step in failed), scenario.error_message)
