"""Writes Allure results from what the runner tells: Rules, failing hooks and other processes included."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

from allure_commons.logger import AllureFileLogger
from allure_commons.model2 import (
    Attachment,
    Label,
    Parameter,
    Status,
    StatusDetails,
    TestResult,
    TestStepResult,
)
from allure_commons.types import LabelType
from allure_commons.utils import md5, uuid4

from support.reporting.events import RunListener
from support.reporting.words import short
from support.settings import RunSettings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from behave.configuration import Configuration
    from behave.formatter.base import StreamOpener

    from support.case import Case
    from support.runner.attempt import Attempt, Kept, StepRun

USUAL = Path("reports/allure-results")  # where -D reports= moves it with everything else
_EXTENSIONS = {
    "image/png": "png",
    "application/json": "json",
    "application/zip": "zip",
    "text/html": "html",
    "text/plain": "txt",
    "text/csv": "csv",
}
_STATUS = {"passed": Status.PASSED, "failed": Status.FAILED, "skipped": Status.SKIPPED}


class AllureFormatter(RunListener):
    """One Allure result for each attempt that came to its end."""

    name = "allure-of-cases"
    description = "Allure results, Rules and failing hooks included"

    def __init__(self, stream_opener: StreamOpener, config: Configuration) -> None:
        super().__init__(stream_opener, config)
        self.folder = Path(stream_opener.name)
        if self.folder == USUAL and not config.dry_run:
            self.folder = RunSettings.read(config.userdata).reports / USUAL.name
        self._files = AllureFileLogger(str(self.folder))

    def run_goes_on(self, done: Collection[str]) -> None:
        """Take away what earlier runs left, but for the results of cases that this run takes over."""
        keep = {history_id(one) for one in done}
        for file in self.folder.glob("*-result.json"):
            if not done or known_as(file)[0] not in keep:
                file.unlink()
        if not done:
            _clean(self.folder)

    def attempt_ended(self, attempt: Attempt, *, will_be_retried: bool) -> None:  # noqa: ARG002 - what is repeated was no result
        """Write the result of an attempt: broken where a hook, a cleanup or an error ended it."""
        if not attempt.finished:
            return
        case = attempt.case
        because = StatusDetails(message=attempt.because, trace=_trace(attempt)) if attempt.because else None
        result = TestResult(
            uuid=uuid4(),
            name=f"{case.title} #{case.row}" if case.row else case.title,
            fullName=case.scenario,
            testCaseId=md5(case.scenario),
            historyId=history_id(case.id),
            labels=_labels(case, attempt.worker),
            parameters=[*_row(attempt), *_parameters(case)],
            status=_status(attempt),
            statusDetails=because,
            start=_milliseconds(attempt.started),
            stop=_milliseconds(attempt.started + attempt.duration_s),
            steps=[self._step(step, attempt.started) for step in attempt.steps],
            attachments=self._attached(attempt.kept),
        )
        self._files.report_result(result)

    def _step(self, step: StepRun, otherwise: float) -> TestStepResult:
        began = step.started or otherwise
        attached = self._attached((*_tables(step), *step.kept))
        return TestStepResult(
            name=step.sentence,
            status=_STATUS.get(step.status, Status.BROKEN if step.error or step.trace else Status.SKIPPED),
            statusDetails=StatusDetails(message=step.message, trace=step.trace) if step.trace else None,
            start=_milliseconds(began),
            stop=_milliseconds(began + step.duration_s),
            attachments=attached,
        )

    def _attached(self, evidence: Iterable[Kept]) -> list[Attachment]:
        attached = []
        for kept in evidence:
            name = f"{uuid4()}-attachment.{_EXTENSIONS.get(kept.media_type, 'bin')}"
            self._files.report_attached_data(kept.content, name)
            attached.append(Attachment(name=kept.name, type=kept.media_type, source=name))
        return attached

    def close_stream(self) -> None:
        """There is no stream: the results are files of a folder."""


def history_id(case_id: str) -> str:
    """Return what Allure knows a case by."""
    digest: str = md5(case_id)
    return digest


def known_as(file: Path) -> tuple[str, str]:
    """Return what Allure knows the case of a result by, and how it ended; its name when it cannot be read."""
    try:
        result = json.loads(file.read_text(encoding="utf-8"))
        return str(result["historyId"]), str(result["status"])
    except (ValueError, KeyError):
        return f"{file.name} cannot be read", ""


def known_from(attempt: Attempt) -> tuple[str, str]:
    """Return the same of an attempt."""
    return history_id(attempt.case.id), _status(attempt)


def _clean(folder: Path) -> None:
    """Take away what an earlier run left; nothing else, whatever folder somebody named."""
    for pattern in ("*-container.json", "*-attachment*"):
        for file in folder.glob(pattern):
            file.unlink()


def _labels(case: Case, worker: str) -> list[Label]:
    host, _, thread = worker.rpartition(":")
    epic = short(case.path).split("/", maxsplit=1)[0]
    labels = [Label(name=LabelType.EPIC, value=epic), Label(name=LabelType.FEATURE, value=case.feature)]
    if case.rule:
        labels.append(Label(name=LabelType.STORY, value=case.rule))
    labels += [Label(name=LabelType.TAG, value=tag) for tag in sorted(case.tags)]
    return [
        *labels,
        Label(name=LabelType.HOST, value=host),
        Label(name=LabelType.THREAD, value=thread),
        Label(name=LabelType.FRAMEWORK, value="behave"),
        Label(name=LabelType.LANGUAGE, value="python"),
    ]


def _parameters(case: Case) -> list[Parameter]:
    if case.channel == "api":
        return [Parameter(name="channel", value="api")]
    return [Parameter(name="engine", value=case.engine), Parameter(name="device", value=case.device)]


def _row(attempt: Attempt) -> list[Parameter]:
    return [Parameter(name=name, value=value) for name, value in attempt.values]


def _status(attempt: Attempt) -> str:
    if attempt.ending == "passed":
        return str(Status.PASSED)
    if attempt.ending == "not_run":
        return str(Status.SKIPPED)
    return str(Status.FAILED if attempt.judged else Status.BROKEN)


def _tables(step: StepRun) -> list[Kept]:
    from support.runner.attempt import Kept  # noqa: PLC0415 - behave loads formatters before it loads the runner

    found = []
    if step.table:
        text = io.StringIO()
        csv.writer(text).writerows(step.table)
        found.append(Kept("text/csv", text.getvalue().encode(), ".table"))
    if step.text:
        found.append(Kept("text/plain", step.text.encode(), ".text"))
    return found


def _trace(attempt: Attempt) -> str | None:
    return next((step.trace for step in attempt.steps if step.trace), None)


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
