"""Where cases run: the cheap ones here, those in a browser in workers beside, or all on a cluster."""

from __future__ import annotations

import socket
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from support.remote import Remote, RemoteLost
from support.runner.executing import GRACE, WorkerRefused
from support.runner.worker import Errand, serve
from support.tags import fixtures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from support.case import Case
    from support.runner.attempt import Attempt
    from support.runner.executing import Slot
    from support.runner.runner import Runner
    from support.settings import RunSettings

_BEGINNING = 120.0  # seconds that a worker may take to begin


@dataclass(frozen=True, slots=True)
class Places:
    """Which cases run where, in the order in which they begin."""

    here: Sequence[Case]
    beside: Sequence[Case]
    slots: int

    @property
    def engines_here(self) -> frozenset[str]:
        """The engines that cases of this process act in."""
        return _engines(self.here)

    @property
    def fixtures_here(self) -> Mapping[str, int]:
        """How many cases of this process ask for each fixture."""
        return _fixtures(self.here)

    def slots_for(
        self, runner: Runner, settings: RunSettings, joined: Mapping[str, Any] | None
    ) -> tuple[Callable[[], Slot], int]:
        """Return what makes a slot for the cases that run beside, and how many there are.

        Raises:
            WorkerRefused: there is no such cluster, or no package to speak to it.
        """
        errand = Errand(
            folder=str(runner.start_folder),
            base=str(runner.base_dir),
            steps=str(runner.config.steps_dir),
            environment=str(runner.config.environment_file),
            language=runner.config.lang,
            userdata=dict(runner.config.userdata),
            engines=_engines(self.beside),
            fixtures={one: -(-count // max(self.slots, 1)) for one, count in _fixtures(self.beside).items()},
            joined=joined,
            limit=settings.limit,
        )
        if settings.scheduler:
            try:
                from support.runner.cluster import cluster_slots  # noqa: PLC0415 - the cluster is an extra
            except ModuleNotFoundError as missing:
                sentence = f"A run on a cluster needs {missing.name}: pip install magic-moment[cluster]."
                raise WorkerRefused(sentence) from None
            return cluster_slots(settings.scheduler, errand)
        return lambda: ProcessSlot(errand), self.slots


def places(cases: Sequence[Case], jobs: int, settings: RunSettings) -> Places:
    """Return where cases run. Who wants to look at a failure as it stands has everything in one process."""
    if settings.scheduler:
        return Places((), cases, 0)
    if jobs < 2 or settings.pause:  # noqa: PLR2004 - a single job is this process
        return Places(cases, (), 0)
    beside = [case for case in cases if case.channel == "browser"]
    return Places([case for case in cases if case.channel != "browser"], beside, jobs)


class ProcessSlot:
    """A worker process on this machine."""

    def __init__(self, errand: Errand) -> None:
        """Begin; WorkerRefused when the worker says that it cannot, RemoteLost when it is lost meanwhile."""
        self._limit = errand.limit + GRACE
        self._remote = Remote(serve, errand)
        refused = self._remote.ask("begin", limit=_BEGINNING)
        if refused:
            self._remote.close()
            raise WorkerRefused(refused)

    @property
    def worker(self) -> str:
        """`host:pid` of the process."""
        return f"{socket.gethostname()}:{self._remote.pid}"

    def run(self, case: Case, number: int) -> Attempt:
        """Run a case; RemoteLost when the process is lost or does not answer within the case's limit."""
        attempt: Attempt = self._remote.ask("run", case, number, limit=self._limit)
        return attempt

    def close(self) -> str:
        """Let the process end by itself; returns what its own end says of it."""
        try:
            trouble: str = self._remote.ask("end", limit=_BEGINNING)
        except RemoteLost as lost:  # killed, it took with it all that it held
            return f"A worker does not come to its end: {lost}" if lost.hung else ""
        self._remote.close()
        return trouble

    def kill(self) -> None:
        """End the process at once."""
        self._remote.kill()


def _fixtures(cases: Iterable[Case]) -> Counter[str]:
    return Counter(one for case in cases for one in fixtures(case.tags))


def _engines(cases: Iterable[Case]) -> frozenset[str]:
    return frozenset(case.engine for case in cases if case.channel == "browser")
