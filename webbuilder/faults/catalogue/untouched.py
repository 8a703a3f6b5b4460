"""What goes wrong where a scenario looked at a Rule from a side on which no other fault breaks it."""
# ruff: noqa: PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules, rules_of_people as of_people
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.analytics.looking import Looker
    from webbuilder.database import Database
    from webbuilder.mail.tables import Broadcast, Mail
    from webbuilder.publishing.tables import Release
    from webbuilder.settings import Settings

_FAR = timedelta(hours=3)


def _from_somewhere(original: Original, who: Looker, host: str) -> str:
    source: str = original(who, host)
    if who.named or who.headers.get("referer"):
        return source
    original.fired()
    return "a search engine"


def _those_nearby(original: Original, broadcast: Broadcast) -> Select[Mail]:
    from webbuilder.mail.tables import Mail

    due: Select[Any] = original(broadcast)
    return due.where(Mail.due_at <= Mail.entered_at + _FAR)


def _in_turn_with_the_many(
    original: Original, settings: Settings, store: Database, key: str, sender: str
) -> str:
    from sqlalchemy import select

    from webbuilder import database
    from webbuilder.mail.smtp import MailServerAway
    from webbuilder.mail.tables import Mail

    lately = Mail.attempted_at > database.now() - timedelta(minutes=1)
    with store.transaction() as session:
        if session.scalar(select(Mail.message_id).where(Mail.broadcast_id.is_not(None), lately).limit(1)):
            original.fired()
            raise MailServerAway("others are written to")
    state: str = original(settings, store, key, sender)
    return state


def _stays_away(
    original: Original, session: Session, workspace_id: str, site_id: str, *, despite_warnings: bool = False
) -> Release:
    from webbuilder.sites import service as sites

    was_live = sites.one(session, workspace_id, site_id).live_release is not None
    release: Release = original(session, workspace_id, site_id, despite_warnings=despite_warnings)
    if not was_live and release.number > 1:
        original.fired()
        sites.one(session, workspace_id, site_id).live_release = None
    return release


class _OnceSilent:
    """Whoever did not answer once is told nothing any more."""

    def __init__(self) -> None:
        self.silent: set[str] = set()

    def __call__(
        self, original: Original, settings: Settings, address: str, body: bytes, headers: dict[str, str]
    ) -> int:
        from webbuilder.workflows.calling import NotAnswered
        from webbuilder.workflows.taking import Fail

        if address in self.silent:
            original.fired()
            raise Fail(f"{address} did not answer once")
        try:
            status: int = original(settings, address, body, headers)
        except NotAnswered as error:
            if "no answer" in str(error):
                self.silent.add(address)
            raise
        return status


FAULTS = (
    Fault(
        "who-types-came-by-a-search",
        "Whoever types an address counts as come by a search engine.",
        "Maya would pay for a place among search results that brought her nobody.",
        "SYS-ANALYTICS",
        (of_people.WHENCE_TOLD,),
        "Analytics",
        (Function("webbuilder.analytics.looking:source_of", _from_somewhere, counts_itself=True),),
    ),
    Fault(
        "whoever-lives-far-away-is-passed-over",
        "Of a letter for an hour whoever's clocks show it more than three hours later gets none.",
        "Half of Maya's readers would never hear of the rye, and she would be told that it was sent.",
        "SYS-EMAIL",
        (of_people.AT_THEIR_HOUR,),
        "Email Automation",
        (Query("webbuilder.mail.pace:due_of", _those_nearby),),
    ),
    Fault(
        "whoever-signs-up-waits-with-the-many",
        "A welcome waits as long as a letter to many is going out.",
        "Whoever signs up would look for the letter, find none, and sign up again.",
        "SYS-EMAIL",
        (of_people.NOT_TOO_FAST,),
        "Email Automation",
        (Function("webbuilder.mail.ledger:send", _in_turn_with_the_many, counts_itself=True),),
    ),
    Fault(
        "off-the-net-for-good",
        "A site that was taken off the net stays off it, however often it is published.",
        "Maya would publish, be told that it is live, and stand before a closed door with her customers.",
        "LIVE-SITE",
        (rules.OFF_THE_NET,),
        "Live Sites",
        (Function("webbuilder.publishing.service:publish", _stays_away, counts_itself=True),),
    ),
    Fault(
        "who-did-not-answer-is-told-nothing",
        "Whoever did not answer a message in time is never sent it again.",
        "A till that thought too long at noon would know nobody of whoever came at noon.",
        "SYS-WORKFLOW",
        (rules.TELLS_VERIFIABLY,),
        "Workflow Engine",
        (Function("webbuilder.workflows.calling:_send", _OnceSilent(), counts_itself=True),),
    ),
)
