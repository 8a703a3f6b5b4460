"""Runs cases on a Dask cluster: the runner picks, Dask finds a place, and a lost worker is seen."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, Any

import dask
from distributed import Client, get_worker
from distributed.scheduler import KilledWorker

from support.remote import RemoteLost
from support.runner.executing import GRACE, WorkerRefused
from support.runner.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.case import Case
    from support.runner.attempt import Attempt
    from support.runner.worker import Errand

_HELD = "magic_moment"  # where a worker of the cluster keeps what it has loaded for a run
_PATIENCE = 10.0  # seconds until a scheduler must answer


def cluster_slots(address: str, errand: Errand) -> tuple[Callable[[], ClusterSlot], int]:
    """Return what makes slots on a cluster, and how many it has.

    The workers are started anew, so that none keeps the steps of an earlier run; the cluster is ours alone.

    Raises:
        WorkerRefused: nobody answers at the address, or nobody works there.
    """
    dask.config.set({"distributed.comm.timeouts.connect": _PATIENCE})
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise WorkerRefused(
            f"No Dask scheduler answers at {address} ({_first_line(error)});"
            " start one, or leave -D scheduler out."
        ) from None
    client.restart()
    client.run_on_scheduler(_let_losses_be_seen)
    workers = client.scheduler_info(n_workers=-1)["workers"].values()
    count = sum(one["nthreads"] for one in workers)
    if not count:
        raise WorkerRefused(f"Nobody works for the Dask scheduler at {address}; start dask worker {address}.")
    if count > len(workers):
        raise WorkerRefused("A browser belongs to one thread: start dask worker with --nthreads 1.")
    opened = _Open()
    return lambda: ClusterSlot(client, address, errand, opened), count


def _let_losses_be_seen(dask_scheduler: Any) -> None:
    """Let a task whose worker is lost come back to us at once, instead of running again unseen."""
    dask_scheduler.allowed_failures = 0


class _Open:
    """How many slots of a run are open; a lock as well."""

    def __init__(self) -> None:
        self.count = 0
        self._lock = threading.Lock()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


class ClusterSlot:
    """One case at a time on whichever worker of the cluster is free."""

    def __init__(self, client: Client, address: str, errand: Errand, opened: _Open) -> None:
        self._client, self._address, self._errand, self._open = client, address, errand, opened
        with opened:
            opened.count += 1
        self._gone = threading.Event()
        self._future: Any = None

    @property
    def worker(self) -> str:
        """The cluster; which of its processes it was is in the attempt."""
        return f"{self._address}:0"

    def run(self, case: Case, number: int) -> Attempt:
        """Run a case.

        Raises:
            RemoteLost: its worker was lost; Dask does not try again by itself.
            WorkerRefused: the worker cannot begin.
        """
        future = self._client.submit(
            _run,
            self._errand,
            case,
            number,
            key=f"{case.id}/{number}/{_unique()}",
            retries=0,
            pure=False,
        )
        self._future = future
        try:
            attempt: Attempt | str = future.result(timeout=self._errand.limit + GRACE)
        except TimeoutError:
            future.cancel(force=True)
            raise RemoteLost("it did not come to its end, and was given up", hung=True) from None
        except KilledWorker as killed:
            raise RemoteLost(f"{killed.last_worker.address} of the cluster was lost") from None
        except Exception as error:
            if self._gone.is_set():
                raise RemoteLost("the run was stopped") from None
            raise WorkerRefused(f"The cluster cannot run cases: {_first_line(error)}") from error
        if isinstance(attempt, str):
            raise WorkerRefused(attempt)
        return attempt

    def close(self) -> str:
        """Let go; with the last slot the workers let go of what they hold, and the cluster stays."""
        with self._open:
            self._open.count -= 1
            if self._open.count:
                return ""
        addresses = self._client.scheduler_info(n_workers=-1)["workers"]
        # as tasks, since what a worker holds belongs to the thread that its tasks run in
        left = [
            self._client.submit(_leave, workers=[one], key=f"leave/{_unique()}", pure=False)
            for one in addresses
        ]
        said: list[str] = self._client.gather(left)
        return next(filter(None, said), "")

    def kill(self) -> None:
        """Give up what runs; a slot that is killed is closed."""
        self._gone.set()
        with self._open:
            self._open.count -= 1
        if self._future is not None:
            self._future.cancel(force=True)


def _run(errand: Errand, case: Case, number: int) -> Attempt | str:
    """Run a case on a worker of the cluster, which begins once for each run; a sentence when it cannot."""
    here = get_worker()
    worker, begun_for = getattr(here, _HELD, (None, None))
    if worker is None or begun_for != errand:
        worker = Worker(errand)
        refused = worker.begin()
        if refused:
            return refused
        setattr(here, _HELD, (worker, errand))
    return worker.run(case, number)


def _leave() -> str:
    worker, _ = getattr(get_worker(), _HELD, (None, None))
    return worker.end() if worker else ""


def _unique() -> str:
    """Dask would answer a key that it knows with what came of it before."""
    return os.urandom(4).hex()


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
