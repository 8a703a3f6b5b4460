"""What goes wrong between two systems: each does its part, and the next one knows of it late."""
# ruff: noqa: PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Collection
    from email.message import EmailMessage

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.components.tables import Operation
    from webbuilder.crm.tables import Contact
    from webbuilder.events import Event
    from webbuilder.publishing.tables import Release
    from webbuilder.settings import Settings
    from webbuilder.sites.tables import Site

_LATE = timedelta(seconds=3)
_TRIES = 3  # with pauses of one second, and of two


def _once_they_are_old(original: Original, full: Collection[str] = (), most: int = 100) -> Select[Event]:
    from webbuilder import database
    from webbuilder.events import Event

    waiting: Select[Event] = original(full, most)
    return waiting.where(Event.at < database.now() - _LATE)


def _as_they_were(original: Original, workspace_id: str, search: str = "") -> Select[Contact]:
    from webbuilder import database
    from webbuilder.crm.tables import Contact

    found: Select[Contact] = original(workspace_id, search)
    return found.where(Contact.created_at < database.now() - _LATE)


class _TheThirdTime:
    """A letter is handed over once it was tried before."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()

    def __call__(self, original: Original, settings: Settings, message: EmailMessage) -> None:
        from webbuilder.mail.smtp import MailServerAway

        self.tried[message["Message-ID"]] += 1
        if self.tried[message["Message-ID"]] < _TRIES:
            original.fired()
            raise MailServerAway("The mail server does not answer.")
        original(settings, message)


def _at_a_later_beat(original: Original, site_id: str, workspace_id: str, revision: int) -> Select[Operation]:
    from webbuilder import database
    from webbuilder.components.tables import Operation

    happened: Select[Operation] = original(site_id, workspace_id, revision)
    return happened.where(Operation.at < database.now() - _LATE)


def _the_one_before(original: Original, session: Session, slug: str) -> tuple[Release, Site]:
    from webbuilder import clock
    from webbuilder.publishing.tables import Release

    release, site = original(session, slug)
    if release.number > 1 and release.created_at > clock.now(session, site.workspace_id) - _LATE:
        original.fired()
        return session.get_one(Release, (site.id, release.number - 1)), site
    return release, site


FAULTS = (
    Fault(
        "work-is-found-by-and-by",
        "What was sent waits some seconds until somebody looks whether there is work.",
        "Priya would stand at the counter with nothing to show, and sign up once more.",
        "METRIC-CROSS",
        (rules.KNOWN_AT_ONCE, rules.LETTER_AT_ONCE, rules.READ_AT_ONCE),
        "Background Jobs",
        (Query("webbuilder.events:waiting", _once_they_are_old),),
    ),
    Fault(
        "contacts-are-listed-as-they-were",
        "The list of contacts is that of some seconds ago.",
        "Maya would tell Priya that nothing has come, while it has.",
        "METRIC-CROSS",
        (rules.KNOWN_AT_ONCE,),
        "CRM System",
        (Query("webbuilder.crm.service:of_workspace", _as_they_were),),
    ),
    Fault(
        "letters-go-out-when-tried-again",
        "The mail server is asked for every letter three times before it gets it.",
        "Priya would put her phone away before the welcome is there.",
        "METRIC-CROSS",
        (rules.LETTER_AT_ONCE,),
        "Email Automation",
        (Function("webbuilder.mail.smtp:hand_over", _TheThirdTime(), counts_itself=True),),
    ),
    Fault(
        "words-are-stored-by-and-by",
        "The builder takes its time before it stores what was written.",
        "Maya would close the till and the window, and lose a price.",
        "METRIC-CROSS",
        (rules.WRITTEN_AT_ONCE,),
        "Frontend Builder",
        (Script("/static/operations.js", "const PAUSE = 250", "const PAUSE = 5000"),),
    ),
    Fault(
        "others-read-it-at-a-later-beat",
        "What one writes is told to others when it is some seconds old.",
        "Noor would tell a customer the price that Maya has just taken down.",
        "METRIC-CROSS",
        (rules.WRITTEN_AT_ONCE,),
        "Real-time APIs",
        (Query("webbuilder.components.service:operations_since", _at_a_later_beat),),
    ),
    Fault(
        "live-pages-follow-by-and-by",
        "A page that was published is shown to visitors some seconds later, and the one before until then.",
        "Whoever is next in the queue would be shown yesterday's price.",
        "METRIC-CROSS",
        (rules.READ_AT_ONCE,),
        "Live Sites",
        (Function("webbuilder.publishing.service:live", _the_one_before, counts_itself=True),),
    ),
)
