"""How far people go: from looking at a page to following the letter that they got for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel
from sqlalchemy import Select, func, select

from webbuilder.analytics.reckoning import of_people
from webbuilder.analytics.tables import SiteEvent
from webbuilder.mail.tables import Mail, MailToken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from webbuilder.analytics.reckoning import DayBook
    from webbuilder.sites.tables import Site

_WENT = ("accepted", "returned")  # of a mail, however it ended


class Stage(BaseModel):
    """How far somebody goes, and how many go so far."""

    stage: str
    many: int


def letters(site: Site, since: datetime, until: datetime) -> Select[int, int, int]:
    """Select of how many forms that people sent a letter came, was opened, and had its button pressed."""
    sent = of_people(site.id, since, until).where(SiteEvent.kind == "sent", SiteEvent.trace_id != "")
    # read by itself first: woven into the rest, PostgreSQL takes them for few, and asks for each mail alone
    traces = sent.with_only_columns(SiteEvent.trace_id).cte("traces").prefix_with("MATERIALIZED")
    of_them = (
        Mail.workspace_id == site.workspace_id,
        Mail.trace_id.in_(select(traces.c.trace_id)),
        Mail.contact_id.is_not(None),
    )
    each = func.count(Mail.trace_id.distinct())
    counted = select(
        each,
        each.filter(MailToken.opened_at.is_not(None) | MailToken.clicked_at.is_not(None)),
        each.filter(MailToken.clicked_at.is_not(None)),
    )
    joined = counted.join_from(Mail, MailToken, MailToken.message_id == Mail.message_id, isouter=True)
    return joined.where(*of_them, Mail.state.in_(_WENT))


def of(
    session: Session, site: Site, books: Sequence[DayBook], ends: tuple[datetime, datetime]
) -> list[Stage]:
    """Return how many of those who came within some days went how far, by now."""
    mailed, opened, followed = session.execute(letters(site, *ends)).one()
    found = {
        "came": sum(book.visitors for book in books),
        "began a form": sum(book.beginners for book in books),
        "sent a form": sum(book.converted for book in books),
        "got a letter": mailed,
        "opened it": opened,
        "followed it": followed,
    }
    return [Stage(stage=stage, many=many) for stage, many in found.items()]
