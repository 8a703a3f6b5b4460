"""Durable looking at domains: their name servers are asked in the background, and may take their time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbos import DBOS, DBOSConfiguredInstance, error as dbos_error
from sqlalchemy import select

from webbuilder.domains import service as domains
from webbuilder.events import Event
from webbuilder.jobs.mails import PATIENTLY
from webbuilder.sites.tables import Site
from webbuilder.tracing import action, log

if TYPE_CHECKING:
    from webbuilder.database import Database
    from webbuilder.jobs.places import Places
    from webbuilder.settings import Settings


@DBOS.dbos_class()
class Looks(DBOSConfiguredInstance):
    """The workflow of DBOS that looks at a domain."""

    def __init__(self, settings: Settings, database: Database, places: Places) -> None:
        super().__init__(config_name="looks")
        self.settings, self.database, self.places = settings, database, places

    @DBOS.workflow()
    def look(self, event_id: int, workspace_id: str = "") -> None:
        """Look at the domain of an event; looked at twice, what was found later stands."""
        with self.places.held(str(DBOS.workflow_id), workspace_id):
            try:
                self.look_once(event_id)
            except dbos_error.DBOSMaxStepRetriesExceeded as error:
                log().error("domain not looked at", outbox=event_id, error=str(error.errors[-1]))

    @DBOS.step(**PATIENTLY)
    def look_once(self, event_id: int) -> None:
        """Ask about the domain of an event, and take down what was found; its site may be gone."""
        with self.places.step(str(DBOS.workflow_id)), self.database.transaction() as session:
            event = session.get_one(Event, event_id)
            site = session.scalar(select(Site).where(Site.id == event.body["site"]))
            if site is not None:
                with action("domain", event.traceparent):
                    domains.look_again(self.settings, session, site, asked=False)
