"""What goes wrong where two rules meet, each of which holds by itself."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import (
    rules_of_domains as of_domains,
    rules_of_people as of_people,
    rules_of_ways as of_ways,
)
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.accounts.service import Caller
    from webbuilder.analytics.looking import Looker
    from webbuilder.analytics.tables import KeptDay
    from webbuilder.crm.tables import Contact
    from webbuilder.domains.states import Found
    from webbuilder.domains.tables import SiteDomain
    from webbuilder.mail.tables import Mail
    from webbuilder.sites.tables import Site


def _whichever_draft(original: Original, session: Session, slug: str, token: str, path: str) -> str:
    from sqlalchemy.orm.attributes import set_committed_value

    from webbuilder.publishing import preview_links
    from webbuilder.sites import addresses

    link = session.scalar(preview_links.with_token(token))
    site = addresses.at(session, slug) if link else None
    if link is not None and site is not None and link.site_id != site.id:
        original.fired()
        set_committed_value(link, "site_id", site.id)
    page: str = original(session, slug, token, path)
    return page


def _since_it_was_brought(
    original: Original, session: Session, site: Site, domain: SiteDomain, found: Found, *, taken: bool
) -> None:
    since = domain.since
    original(session, site, domain, found, taken=taken)
    if domain.since != since:
        original.fired()
        domain.since = since


def _by_whatever_clocks(original: Original, site: Site, first: date, last: date) -> Select[KeptDay]:
    from sqlalchemy import select

    from webbuilder.analytics.tables import KeptDay

    return select(KeptDay).where(KeptDay.site_id == site.id, KeptDay.day.between(first, last))


def _of_a_day_in_greenwich(original: Original, session: Session, site: Site, who: Looker) -> str | None:
    zone, site.zone = site.zone, "UTC"
    try:
        visitor: str | None = original(session, site, who)
    finally:
        site.zone = zone
    return visitor


def _waits_alone(original: Original, session: Session, known: Caller, kept: Contact, other: Contact) -> None:
    from sqlalchemy import select, update

    from webbuilder.workflows.tables import Pause

    theirs = select(Pause.run_id).where(Pause.contact_id == other.id)
    waiting, former = session.scalars(theirs).all(), other.id
    original(session, known, kept, other)
    if waiting:
        original.fired()
        session.execute(update(Pause).where(Pause.run_id.in_(waiting)).values(contact_id=former))


def _letters_to_many_alone(original: Original, workspace_id: str, now: datetime) -> Select[Mail]:
    from webbuilder.mail.tables import Mail

    went: Select[Any] = original(workspace_id, now)
    return went.where(Mail.broadcast_id.is_not(None))


FAULTS = (
    Fault(
        "links-open-any-draft",
        "Whoever was given a link to one draft reads every other one with it.",
        "Ravi would make a link to a draft of his own, and read what Maya considers to charge.",
        "SECURITY",
        (of_ways.FOR_WHOM_IT_WAS_GIVEN,),
        "Live Sites",
        (Function("webbuilder.publishing.preview_links:shown", _whichever_draft, counts_itself=True),),
    ),
    Fault(
        "lost-domains-are-given-up",
        "A domain that is lost after more than three days is never looked at by itself again.",
        "Maya's records would stand there again for weeks, and nobody would find her by them.",
        "LIVE-SITE",
        (of_domains.FOUND_BY_ITSELF,),
        "Live Sites",
        (Function("webbuilder.domains.service:keep", _since_it_was_brought, counts_itself=True),),
    ),
    Fault(
        "days-keep-their-clocks",
        "Days that were read before their site's clocks were set stay as they were by the old ones.",
        "Maya would set the clocks right, and still read Saturday's visits under Sunday.",
        "SYS-ANALYTICS",
        (of_people.DAYS_OF_THE_SITE,),
        "Analytics",
        (Query("webbuilder.analytics.day_books:kept", _by_whatever_clocks),),
    ),
    Fault(
        "visitors-begin-anew-at-midnight-in-greenwich",
        "Who came is told from others by the day in Greenwich, wherever the site is.",
        "Each evening overseas the same reader would count as two.",
        "SYS-ANALYTICS",
        (of_people.DAYS_OF_THE_SITE,),
        "Analytics",
        (Function("webbuilder.analytics.counting:visitor_of", _of_a_day_in_greenwich),),
    ),
    Fault(
        "who-is-taken-in-is-waited-for-in-vain",
        "A run that waits for somebody goes on waiting for the contact that was taken into another.",
        "Priya would become a friend, and the bakery would ask her in three days why she did not.",
        "IP-CRM-WORKFLOW",
        (of_people.BOTH_HISTORIES,),
        "CRM System",
        (Function("webbuilder.crm.merging:merge", _waits_alone, counts_itself=True),),
    ),
    Fault(
        "only-letters-to-many-count",
        "Of what a provider was given within a minute only letters to many count.",
        "On a busy morning the provider would be given twice what Maya said, and turn her away for a week.",
        "RELIABILITY",
        (of_people.NOT_TOO_FAST,),
        "Email Automation",
        (Query("webbuilder.mail.pace:_lately", _letters_to_many_alone),),
    ),
)
