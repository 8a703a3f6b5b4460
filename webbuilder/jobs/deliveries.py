"""Durable sending: each attempt at a message is one workflow, so one that was interrupted is made again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dbos import DBOS, DBOSConfiguredInstance, SetWorkflowID

from webbuilder import database
from webbuilder.tracing import action, log
from webbuilder.webhooks import sending
from webbuilder.webhooks.tables import Delivery, Webhook

if TYPE_CHECKING:
    from webbuilder.database import Database
    from webbuilder.jobs.places import Places
    from webbuilder.settings import Settings

# What a receiver does is no error; what may be is the database's absence, and that is waited out.
_UNTIL_IT_IS_BACK: dict[str, Any] = {
    "retries_allowed": True,
    "max_attempts": 1000,
    "interval_seconds": 2.0,
    "backoff_rate": 1.0,
}


@DBOS.dbos_class()
class Deliveries(DBOSConfiguredInstance):
    """The workflow of DBOS that sends a message once."""

    def __init__(self, settings: Settings, store: Database, places: Places) -> None:
        super().__init__(config_name="deliveries")
        self.settings, self.database, self.places = settings, store, places

    @DBOS.workflow()
    def deliver(self, message_id: str, number: int) -> None:
        """Send a message for the `number`th time, and write down what came of it."""
        with self.places.held(str(DBOS.workflow_id), ""):
            came = self.attempt(message_id)
            if came is not None:
                self.note(message_id, number, came)

    @DBOS.step(**_UNTIL_IT_IS_BACK)
    def attempt(self, message_id: str) -> dict[str, Any] | None:
        """Send a message; return what came of it, or None when nobody wants it any more."""
        with self.places.step(str(DBOS.workflow_id)):
            return self.send(message_id)

    def send(self, message_id: str) -> dict[str, Any] | None:
        """Make the attempt."""
        with self.database.transaction() as session:
            message = session.get(Delivery, message_id)
            if message is None:
                return None
            webhook = session.get_one(Webhook, message.webhook_id)
            traceparent, wanted = message.traceparent, message.state == "due"
            with action("webhook", traceparent):
                ready = sending.letter(session, message, webhook, self.settings)
        if not wanted:
            return {"status": None, "because": "the webhook was switched off meanwhile"}
        with action("webhook", traceparent):
            status, because = sending.send(self.settings, ready)
            log().info("webhook", message=message_id, status=status, because=because)
        return {"status": status, "because": because}

    @DBOS.step(**_UNTIL_IT_IS_BACK)
    def note(self, message_id: str, number: int, came: dict[str, Any]) -> None:
        """Write down what came of the `number`th attempt, once."""
        with self.database.transaction() as session:
            message = session.get(Delivery, message_id)
            if message is None:
                return
            # The webhook first, as whoever changes one does: otherwise the two might wait for each other.
            webhook = session.get(Webhook, message.webhook_id, with_for_update=True)
            message = session.get(Delivery, message_id, with_for_update=True, populate_existing=True)
            if webhook and message and message.made < number:
                sending.note(session, message, webhook, number, came)


def start_attempt(deliveries: Deliveries, message_id: str, number: int) -> None:
    """Start an attempt at a message; started twice, by its id it is one."""
    with SetWorkflowID(f"{message_id}:{number}"):
        DBOS.start_workflow(deliveries.deliver, message_id, number)


def dispatch(deliveries: Deliveries, store: Database) -> int:
    """Start an attempt at what is due, then mark it; after a crash it starts again under the same id."""
    with store.transaction() as session:
        ids = list(session.scalars(sending.due(database.now())))
        for message_id in ids:
            message = session.get(Delivery, message_id, with_for_update=True)
            if message and message.state == "due" and message.begun == message.made:
                start_attempt(deliveries, message_id, message.begun + 1)
                message.begun += 1
        return len(ids)
