"""The worker: wakes when an event is committed, starts its dispatch, and only then marks it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import psycopg
from dbos import DBOS, SetWorkflowID

from webbuilder.database import Database, driver_url
from webbuilder.events import JOB_DUE, MAIL_DUE, RUN_DUE, waiting as events_waiting
from webbuilder.jobs import deliveries, slots
from webbuilder.jobs.deliveries import Deliveries
from webbuilder.jobs.runs import Runs
from webbuilder.tracing import log, start_logging
from webbuilder.workflows import days, waiting

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Mapping

    from webbuilder.events import Event
    from webbuilder.settings import Settings
    from webbuilder.workflows.tables import Pause

# Recovery is by application version; a hash of the code would strand runs at every change.
VERSION = "1"
_SWEEP = 1.0  # seconds: a NOTIFY can be missed while the connection is down


def launch(settings: Settings, database: Database, slot: str) -> tuple[Runs, Deliveries]:
    """Start DBOS on the platform's database, which takes up what was left in this slot."""
    DBOS(
        config={
            "name": "webbuilder",
            "system_database_url": driver_url(settings.where.database),
            "executor_id": slot,
            "application_version": VERSION,
            "run_migrations": False,
            "log_level": "WARNING",
            "sys_db_pool_size": 10,
        }
    )
    found = Runs(settings, database), Deliveries(settings, database)
    DBOS.launch()
    return found


def start_reaction(runs: Runs, event: Event) -> None:
    """Start what an event asks for; started twice, by its id it is one."""
    with SetWorkflowID(f"event-{event.id}"):
        if event.kind == RUN_DUE:
            run_id, first, turn = (event.body[name] for name in ("run", "first", "turn"))
            DBOS.start_workflow(runs.stretch, run_id, event.traceparent, first, turn)
        else:
            reaction = {MAIL_DUE: runs.post, JOB_DUE: runs.work}.get(event.kind, runs.react)
            DBOS.start_workflow(reaction, event.id)


def dispatch(runs: Runs, database: Database, slot: str) -> int:
    """Start each waiting event's dispatch, then mark it; after a crash it starts again under the same id."""
    with database.transaction() as session:
        events = session.scalars(events_waiting()).all()
        for event in events:
            start_reaction(runs, event)
            event.taken_by = slot
        return len(events)


def start_stretch(runs: Runs, pause: Pause) -> None:
    """Let a run go on behind the step that it waited at; started twice, by its id it is one."""
    following = pause.number + 1
    with SetWorkflowID(f"{pause.run_id}:{following}"):
        DBOS.start_workflow(runs.stretch, pause.run_id, pause.traceparent, following, None)


def wake(runs: Runs, database: Database, slot: str) -> int:
    """Start what is behind each wait that is over, then mark it; after a crash it starts again as one.

    What a day starts is announced with its mark. Returns how much that was.
    """
    with database.transaction() as session:
        came = days.come(session, slot)
        pauses = session.scalars(waiting.due()).all()
        for pause in pauses:
            start_stretch(runs, pause)
            pause.taken_by = slot
        return len(pauses) + came


def serve(settings: Settings, _sockets: Mapping[str, socket.socket], ready: Callable[[], None]) -> None:
    """Carry events to workflows until killed."""
    start_logging("worker")
    address = settings.where.database
    with psycopg.connect(address, autocommit=True) as listener:
        slot = slots.take(listener)
        listener.execute("listen outbox")
        database = Database(address)
        runs, messages = launch(settings, database, slot)
        log().info("worker ready", slot=slot)
        ready()
        looked = 0.0
        while True:
            while (
                dispatch(runs, database, slot)
                + wake(runs, database, slot)
                + deliveries.dispatch(messages, database)
            ):
                pass  # more may wait than one look takes
            if time.monotonic() - looked >= _SWEEP:
                slots.take_over(listener, slot)
                looked = time.monotonic()
            for _ in listener.notifies(timeout=_SWEEP, stop_after=1):
                pass
