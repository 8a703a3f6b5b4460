"""Durable looking at domains: their name servers are asked in the background, and may take their time."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from dbos import DBOS, DBOSConfiguredInstance, error as dbos_error

from webbuilder.domains import service as domains
from webbuilder.events import Event
from webbuilder.jobs.mails import PATIENTLY
from webbuilder.problems import Problem
from webbuilder.tracing import action

if TYPE_CHECKING:
    from webbuilder.database import Database
    from webbuilder.errors.book import Book
    from webbuilder.jobs.places import Places
    from webbuilder.settings import Settings


@DBOS.dbos_class()
class Looks(DBOSConfiguredInstance):
    """The workflow of DBOS that looks at a domain."""

    def __init__(self, settings: Settings, database: Database, places: Places, errors: Book) -> None:
        super().__init__(config_name="looks")
        self.settings, self.database, self.places, self.errors = settings, database, places, errors

    @DBOS.workflow()
    def look(self, event_id: int, workspace_id: str = "") -> None:
        """Look at the domain of an event; looked at twice, what was found later stands."""
        with self.places.held(str(DBOS.workflow_id), workspace_id):
            try:
                self.look_once(event_id)
            except dbos_error.DBOSMaxStepRetriesExceeded as error:
                self.errors.meet(error.errors[-1], "a look at a domain", outbox=event_id)

    @DBOS.step(**PATIENTLY)
    def look_once(self, event_id: int) -> None:
        """Ask about the domain of an event, and take down what was found; its site may be gone."""
        with self.database.transaction() as session:
            event = session.get_one(Event, event_id)
        with (
            self.places.step(str(DBOS.workflow_id)),
            action("domain", event.traceparent),
            contextlib.suppress(Problem),  # a site that is gone has no domain any more
        ):
            domains.look_again(
                self.settings, self.database, event.workspace_id, event.body["site"], asked=False
            )
