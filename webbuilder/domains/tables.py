"""Domains as they are stored."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class SiteDomain(Stored):
    """The domain that an owner brought to a site, how it stands, and what was found of it last.

    Several sites may say the same `host`; one alone has proven it. `typed` is how its owner writes it.
    `since` is when its owner last asked, or it was last lost; `look_at` is when it is looked at by itself.
    """

    __tablename__ = "site_domains"
    __table_args__ = (
        Index("ix_site_domains_proven", "host", unique=True, postgresql_where=text("state <> 'pending'")),
    )

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), primary_key=True)
    workspace_id: Mapped[str]
    host: Mapped[str]
    typed: Mapped[str]
    token: Mapped[str]
    state: Mapped[str]
    taken: Mapped[bool] = mapped_column(default=False)
    proof: Mapped[str | None] = mapped_column(default=None)
    proof_said: Mapped[list[Any]] = mapped_column(default=list)
    lead: Mapped[str | None] = mapped_column(default=None)
    lead_said: Mapped[list[Any]] = mapped_column(default=list)
    since: Mapped[datetime]
    looked_at: Mapped[datetime | None] = mapped_column(default=None)
    look_at: Mapped[datetime | None] = mapped_column(default=None, index=True)
