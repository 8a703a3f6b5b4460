"""Durable sending of mails that no run sends: one of its own, or a piece of a broadcast."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dbos import DBOS, DBOSConfiguredInstance, error as dbos_error
from sqlalchemy.exc import OperationalError

from webbuilder.events import Event
from webbuilder.mail import ledger, pieces
from webbuilder.mail.smtp import MailRefused, MailServerAway
from webbuilder.tracing import action, current_trace_id, log

if TYPE_CHECKING:
    from webbuilder.database import Database
    from webbuilder.errors.book import Book
    from webbuilder.jobs.places import Places
    from webbuilder.settings import Settings

# Whatever was away is tried again for about a minute before it is shown as failed.
PATIENTLY: dict[str, Any] = {
    "retries_allowed": True,
    "max_attempts": 7,
    "interval_seconds": 1.0,
    "backoff_rate": 2.0,
}


_UNEXPECTED = "This met something unexpected."


def _passes(error: BaseException) -> bool:
    """Whether something may be over in a moment: the mail server is away, the database restarts."""
    return isinstance(error, (MailServerAway, OperationalError))


@DBOS.dbos_class()
class Mails(DBOSConfiguredInstance):
    """The workflows of DBOS that send mails."""

    def __init__(self, settings: Settings, database: Database, places: Places, errors: Book) -> None:
        super().__init__(config_name="mails")
        self.settings, self.database, self.places, self.errors = settings, database, places, errors

    @DBOS.workflow()
    def post(self, event_id: int, workspace_id: str = "") -> None:
        """Send a mail that no workflow of a customer asked for, such as an invitation."""
        with self.places.held(str(DBOS.workflow_id), workspace_id):
            try:
                self.send(event_id)
            except dbos_error.DBOSMaxStepRetriesExceeded as error:
                self.errors.meet(error.errors[-1], "a mail that no run sends", outbox=event_id)

    @DBOS.step(**PATIENTLY, should_retry=_passes)
    def send(self, event_id: int) -> None:
        """Send the mail of an event once."""
        with self.database.transaction() as session:
            event = session.get_one(Event, event_id)
        with self.places.step(str(DBOS.workflow_id)), action("post", event.traceparent):
            try:
                state = ledger.send(self.settings, self.database, event.body["mail"], event.body["sender"])
            except MailRefused as refusal:
                state = f"refused: {refusal}"
            log().info("mail", outbox=event_id, state=state)

    @DBOS.workflow()
    def piece(self, event_id: int, workspace_id: str = "") -> None:
        """Send the piece of a broadcast that an event asks for; what cannot go on is said to stand still."""
        with self.places.held(str(DBOS.workflow_id), workspace_id):
            try:
                self.send_piece(event_id)
            except dbos_error.DBOSMaxStepRetriesExceeded as error:
                last = error.errors[-1]
                self.stand_still(event_id, str(last) if isinstance(last, MailServerAway) else self.met(last))
            except Exception as error:  # noqa: BLE001 - whatever it was, it is not left looking as if it went on
                self.stand_still(event_id, self.met(error))

    def met(self, error: BaseException) -> str:
        """Have an error of a piece counted, and return what is said of it."""
        with action("piece"):
            self.errors.meet(error, "a piece of a broadcast")
            return f"{_UNEXPECTED} Tell support the number {current_trace_id()}."

    @DBOS.step(**PATIENTLY, should_retry=_passes)
    def send_piece(self, event_id: int) -> None:
        """Send the piece once."""
        with self.database.transaction() as session:
            event = session.get_one(Event, event_id)
        with self.places.step(str(DBOS.workflow_id)), action("piece", event.traceparent):
            pieces.send(self.settings, self.database, event.body["broadcast"], event.body["turn"])

    @DBOS.step(**PATIENTLY)
    def stand_still(self, event_id: int, why: str) -> None:
        """Let the broadcast stand still, and say why."""
        with self.database.transaction() as session:
            event = session.get_one(Event, event_id)
        log().error("broadcast stands still", broadcast=event.body["broadcast"], error=why)
        pieces.give_up(self.database, event.body["broadcast"], event.body["turn"], why)
