"""The worker: wakes when an event is committed, starts its dispatch, and only then marks it."""

from __future__ import annotations

import signal
import threading
import time
from typing import TYPE_CHECKING

import psycopg
from dbos import DBOS, SetWorkflowID

from webbuilder.database import Database, driver_url
from webbuilder.domains import service as domains
from webbuilder.events import DOMAIN_DUE, JOB_DUE, MAIL_DUE, PIECE_DUE, RUN_DUE, waiting as events_waiting
from webbuilder.jobs import deliveries, slots
from webbuilder.jobs.bell import Bell, listened
from webbuilder.jobs.deliveries import Deliveries
from webbuilder.jobs.places import Places
from webbuilder.jobs.runs import Runs
from webbuilder.mail import going_on
from webbuilder.publishing import timetables
from webbuilder.tracing import log, start_logging
from webbuilder.workflows import days, waiting

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Mapping
    from types import FrameType

    from webbuilder.events import Event
    from webbuilder.settings import Settings
    from webbuilder.workflows.tables import Pause

# Recovery is by application version; a hash of the code would strand runs at every change.
VERSION = "1"
IN_ORDER = 8.0  # seconds for the step that is in hand, such as a conversation with the mail server
# So many connections as there are places for work that moves: one that is closed each time costs 5 ms.
POOL = 20
_SWEEP = 1.0  # seconds: a NOTIFY can be missed while the connection is down


def launch(settings: Settings, database: Database, slot: str, bell: Bell) -> tuple[Runs, Deliveries]:
    """Start DBOS on the platform's database, which takes up what was left in this slot."""
    DBOS(
        config={
            "name": "webbuilder",
            "system_database_url": driver_url(settings.where.database),
            "executor_id": slot,
            "application_version": VERSION,
            "run_migrations": False,
            "log_level": "WARNING",
            "sys_db_pool_size": POOL,
        }
    )
    found = (
        Runs(settings, database, Places(bell.ring)),
        Deliveries(settings, database, Places(bell.ring)),
    )
    DBOS.launch()
    return found


def start_reaction(runs: Runs, event: Event) -> None:
    """Start what an event asks for; started twice, by its id it is one."""
    work_id, whose = f"event-{event.id}", event.workspace_id
    runs.places.expect(work_id, whose)
    with SetWorkflowID(work_id):
        if event.kind == RUN_DUE:
            run_id, first, turn = (event.body[name] for name in ("run", "first", "turn"))
            DBOS.start_workflow(runs.stretch, run_id, event.traceparent, first, turn, whose)
        else:
            reaction = {
                MAIL_DUE: runs.mails.post,
                PIECE_DUE: runs.mails.piece,
                JOB_DUE: runs.work,
                DOMAIN_DUE: runs.looks.look,
            }.get(event.kind, runs.react)
            DBOS.start_workflow(reaction, event.id, whose)


def dispatch(runs: Runs, database: Database, slot: str) -> int:
    """Start each waiting event's dispatch, then mark it; after a crash it starts again under the same id."""
    with database.transaction() as session:
        events = session.scalars(events_waiting(runs.places.full())).all()
        for event in events:
            start_reaction(runs, event)
            event.taken_by = slot
        return len(events)


def start_stretch(runs: Runs, pause: Pause) -> None:
    """Let a run go on behind the step that it waited at; started twice, by its id it is one."""
    following, whose = pause.number + 1, pause.workspace_id
    work_id = f"{pause.run_id}:{following}"
    runs.places.expect(work_id, whose)
    with SetWorkflowID(work_id):
        DBOS.start_workflow(runs.stretch, pause.run_id, pause.traceparent, following, None, whose)


def wake(runs: Runs, database: Database, slot: str) -> int:
    """Start what is behind each wait that is over, then mark it; after a crash it starts again as one.

    What a day starts, and what may go out by now of a letter to many, is announced with its mark. Returns how
    much that was.
    """
    with database.transaction() as session:
        came = days.come(session, slot) + going_on.by_now(session)
        came += timetables.by_now(session) + domains.by_now(session)
        pauses = session.scalars(waiting.due(runs.places.full())).all()
        for pause in pauses:
            start_stretch(runs, pause)
            pause.taken_by = slot
        return len(pauses) + came


def serve(settings: Settings, _sockets: Mapping[str, socket.socket], ready: Callable[[], None]) -> None:
    """Carry events to workflows until asked to end; then finish what is in hand, and leave the rest."""
    start_logging("worker")
    address = settings.where.database
    with psycopg.connect(address, autocommit=True) as listener:
        slot = slots.take(listener)
        listener.execute("listen outbox")
        database, bell = Database(address), Bell()
        runs, messages = launch(settings, Database(address, POOL, tries_again=True), slot, bell)
        ending = asked_to_end(bell)
        log().info("worker ready", slot=slot)
        ready()
        looked = 0.0
        while not ending.is_set():
            if time.monotonic() - looked >= _SWEEP:
                slots.take_over(listener, slot)
                runs.places.forget()
                looked = time.monotonic()
            listened(listener)
            while not ending.is_set() and (
                dispatch(runs, database, slot)
                or wake(runs, database, slot) + deliveries.dispatch(messages, database)
            ):
                pass  # more may wait than one look takes
            bell.wait(listener, 0 if ending.is_set() else _SWEEP)
        finish(runs.places, messages.places)


def asked_to_end(bell: Bell) -> threading.Event:
    """Return what is set, and rung for, once somebody asks this process to end."""
    ending = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        ending.set()
        bell.ring()

    signal.signal(signal.SIGTERM, end)
    return ending


def finish(*places: Places) -> None:
    """Wait until what is in hand stands; what is left of it goes on with whoever holds this slot next."""
    until = time.monotonic() + IN_ORDER
    stands = [each.close(until - time.monotonic()) for each in places]
    log().info("worker ends", in_order=all(stands))
