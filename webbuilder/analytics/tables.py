"""What is counted on live sites; nobody's name, address or machine stands in it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class SiteEvent(Stored):
    """One look at a page of a live site, one form that was begun or sent there, or what an owner names.

    Attributes:
        id: of a look, that of its view; of a form that was begun, that of its view and the form, of one that
            was sent, that of its submission: the same again is one event.
        kind: view, began, sent, or own.
        name: what an owner calls it, of what is their own.
        visitor: a digest that tells visitors of a day apart; None of whoever asks not to be followed.
        source: by what the visitor came first on that day; None where nobody knows.
        apart: why it is counted nowhere else: a machine, fetched ahead, or one's own; None of people.
        trace_id: of a look, the trace that its view begins; of a form, that of its submission.
    """

    __tablename__ = "site_events"
    __table_args__ = (
        Index(None, "site_id", "at"),
        Index(None, "site_id", "visitor"),
        Index(
            "ix_site_events_sent",
            *("site_id", "at", "trace_id"),
            postgresql_where=text("kind = 'sent' AND apart IS NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"))
    kind: Mapped[str]
    path: Mapped[str]
    visitor: Mapped[str | None]
    source: Mapped[str | None]
    apart: Mapped[str | None]
    name: Mapped[str | None] = mapped_column(default=None)
    trace_id: Mapped[str]
    at: Mapped[datetime]


class DaySalt(Stored):
    """What visitors of one day are digested with; with it goes whatever could tell who they were."""

    __tablename__ = "day_salts"

    workspace_id: Mapped[str] = mapped_column(
        ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True
    )
    day: Mapped[date] = mapped_column(primary_key=True)
    salt: Mapped[str]


class KeptDay(Stored):
    """What a day that is over brought a site, by clocks of a zone (`analytics.reckoning.DayBook`)."""

    __tablename__ = "day_books"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), primary_key=True)
    zone: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    book: Mapped[dict[str, Any]]
