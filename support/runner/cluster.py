"""Runs cases on a Dask cluster: a slot for each of its workers, and a lost worker is seen."""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress
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
_PATIENCE = 10.0  # seconds until a scheduler must answer, or a worker start anew
_RETURN = 60.0  # seconds until one of the workers must be back when all are lost
_LOOK = 0.1


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
    workers = client.scheduler_info(n_workers=-1)["workers"].values()
    if not workers:
        raise WorkerRefused(f"Nobody works for the Dask scheduler at {address}; start dask worker {address}.")
    if any(one["nthreads"] > 1 for one in workers):
        raise WorkerRefused("A browser belongs to one thread: start dask worker with --nthreads 1.")
    cluster = _Cluster(client)
    return lambda: ClusterSlot(cluster, errand), len(workers)


def _let_losses_be_seen(failures: int, dask_scheduler: Any) -> int:
    """Set how often a task may lose its worker and run again unseen; returns how often it was until now."""
    before, dask_scheduler.allowed_failures = dask_scheduler.allowed_failures, failures
    return int(before)


class _Cluster:
    """The workers of a cluster, each taken by one slot at most; while any is, no loss is hidden by Dask."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._lock = threading.Lock()
        self._taken: set[str] = set()
        self._usual = int(client.run_on_scheduler(_let_losses_be_seen, 0))

    def take(self) -> str:
        """Return the address of a worker that is free, and wait for one while any works at all.

        Raises:
            WorkerRefused: nobody works there any more.
        """
        alone_since = time.monotonic()
        while True:
            addresses = self.client.scheduler_info(n_workers=-1)["workers"]
            with self._lock:
                free = next((one for one in addresses if one not in self._taken), None)
                if free:
                    self._taken.add(free)
                    return str(free)
            if addresses:
                alone_since = time.monotonic()
            elif time.monotonic() - alone_since > _RETURN:
                raise WorkerRefused(
                    f"All workers of the cluster are gone, and none came back in {_RETURN:g} s;"
                    " start dask worker, and go on with -D resume=yes."
                )
            time.sleep(_LOOK)  # the scheduler tells nobody who asks from outside

    def give_back(self, address: str) -> None:
        """Let others take a worker; with the last one the scheduler counts losses as it did before."""
        with self._lock:
            self._taken.discard(address)
            if not self._taken:
                with suppress(OSError):  # a scheduler that is gone counts nothing
                    self.client.run_on_scheduler(_let_losses_be_seen, self._usual)


class ClusterSlot:
    """A worker of the cluster: one case at a time."""

    def __init__(self, cluster: _Cluster, errand: Errand) -> None:
        self._cluster, self._client, self._errand = cluster, cluster.client, errand
        self._address = cluster.take()
        self._gone = threading.Event()
        self._future: Any = None

    @property
    def worker(self) -> str:
        """The address of the worker, as Dask has it."""
        return self._address

    def run(self, case: Case, number: int) -> Attempt:
        """Run a case.

        Raises:
            RemoteLost: its worker was lost; Dask does not try again by itself.
            WorkerRefused: the worker cannot begin.
        """
        self._future = self._submit(_run, self._errand, case, number)
        try:
            attempt: Attempt | str = self._future.result(timeout=self._errand.limit + GRACE)
        except TimeoutError:
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
        """Let go of what the worker holds; it stays in the cluster."""
        try:
            # as a task, since what a worker holds belongs to the thread that its tasks run in
            said: str = self._submit(_leave).result(timeout=GRACE)
        except (KilledWorker, TimeoutError, OSError) as error:
            return f"{self._address} of the cluster did not let go: {_first_line(error)}"
        finally:
            self._cluster.give_back(self._address)
        return said

    def kill(self) -> None:
        """Give up what runs: the worker is started anew where it has a nanny."""
        self._gone.set()
        if self._future is not None and not self._future.done():
            self._future.cancel(force=True)
            with suppress(ValueError, OSError, TimeoutError):  # gone by itself, or without a nanny
                self._client.restart_workers([self._address], timeout=_PATIENCE)
        self._cluster.give_back(self._address)

    def _submit(self, do: Callable[..., Any], *words: Any) -> Any:
        # Dask would answer a key that it knows with what came of it before
        key = f"{do.__name__}/{os.urandom(6).hex()}"
        return self._client.submit(do, *words, key=key, workers=[self._address], retries=0, pure=False)


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


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
