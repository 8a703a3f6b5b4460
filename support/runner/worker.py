"""A process that runs cases for a run: its own hooks, its own browser, the platform of the run."""

from __future__ import annotations

import os
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import behave.runner
from behave.configuration import Configuration
from behave.model_type import FileLocation
from behave.runner import Context
from behave.userdata import UserData

from support.remote import answer, stand_alone
from support.runner import beginning, loading
from support.runner.lane import Lane
from support.runner.plan import Plan
from support.runner.refusals import RunRefused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection

    from behave.model import Feature

    from support.case import Case
    from support.runner.attempt import Attempt


@dataclass(frozen=True, slots=True)
class Errand:
    """What a worker has to know of the run that it works for.

    Attributes:
        folder: where the run was started.
        base: the folder of its features, steps and hooks.
        steps: what the folder of its steps is called below that.
        environment: what the file of its hooks is called.
        language: of features that name none.
        engines: those that its cases act in.
        fixtures: how many of its cases ask for each, about.
        joined: what the run's target shares, so that the worker joins it instead of starting one.
        limit: seconds that a case may take.
    """

    folder: str
    base: str
    steps: str
    environment: str
    language: str | None
    userdata: Mapping[str, str]
    engines: frozenset[str]
    fixtures: Mapping[str, int]
    joined: Mapping[str, Any] | None
    limit: float


class Worker:
    """The worker's side of it."""

    def __init__(self, errand: Errand) -> None:
        os.chdir(errand.folder)
        configuration = Configuration([])
        configuration.steps_dir, configuration.environment_file = errand.steps, errand.environment
        configuration.lang = errand.language
        configuration.userdata = UserData({**configuration.userdata, **errand.userdata})
        self._runner = behave.runner.Runner(configuration)
        self._runner.base_dir = errand.base
        self._runner.path_manager.__enter__()
        for folder in (errand.base, errand.folder):
            self._runner.path_manager.add(folder)
        self._runner.context = Context(self._runner)
        self._errand, self._ended = errand, False
        self._lane = Lane(self._runner, self._load, limit=errand.limit)

    def begin(self) -> str | None:
        """Load hooks and steps and begin; return why that cannot be done, if it cannot."""
        context, plan = self._runner.context, Plan()
        plan.engines, plan.fixtures = self._errand.engines, self._errand.fixtures
        context.plan, context.joined = plan, self._errand.joined
        try:
            beginning.load_code(self._runner)
            self._runner.step_registry = beginning.the_registry()
            self._runner.hook_failures = 0
            with context.use_with_user_mode():
                self._runner.hooks["before_all"](context)
        except RunRefused as refusal:
            return str(refusal)
        except Exception as error:  # noqa: BLE001 - hooks are anybody's code, and whatever it raised is told
            words = " ".join(str(error).split()) or type(error).__name__
            return f"The run failed at its beginning: {words}"
        return None

    def run(self, case: Case, number: int) -> Attempt:
        """Run a case."""
        return self._lane.run(case, number)

    def end(self) -> str:
        """Let go of what the beginning took, once; returns what went wrong with that, if anything did."""
        if self._ended:
            return ""
        self._ended, context = True, self._runner.context
        try:
            if "after_all" in self._runner.hooks:
                with context.use_with_user_mode():
                    self._runner.hooks["after_all"](context)
            context._do_remaining_cleanups()  # noqa: SLF001 - behave ends a context in no other way
        except Exception as error:  # noqa: BLE001 - hooks are anybody's code, and whatever it raised is told
            words = " ".join(str(error).split()) or type(error).__name__
            return f"The run failed at the end of a worker: {words}"
        return ""

    def _load(self, path: str) -> Feature:
        locations = [FileLocation(path)]
        return loading.load_features(locations, self._errand.language)[0]


def serve(asked: Connection, errand: Errand) -> None:
    """Run cases for whoever asks, until nobody does."""
    stand_alone()
    # behave prints about hooks what the attempt tells anyway
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        worker = Worker(errand)
        try:
            answer(asked, {"begin": worker.begin, "run": worker.run, "end": worker.end})
        finally:
            worker.end()
