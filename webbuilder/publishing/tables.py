"""Releases: what was published, kept unchanged."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Release(Stored):
    """Published pages as they are served, by path, and their forms; `revision` is that of their draft.

    `places` says which page of the draft is at which path, so that one that moves later is found again.
    """

    __tablename__ = "releases"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[str]
    revision: Mapped[int]
    pages: Mapped[dict[str, Any]]
    forms: Mapped[dict[str, Any]]
    places: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime]


class PreviewLink(Stored):
    """A link to the draft of a site, for whoever was given it, `until` then; only a digest of it is kept."""

    __tablename__ = "preview_links"

    id: Mapped[str] = mapped_column(primary_key=True)
    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), index=True)
    workspace_id: Mapped[str]
    token: Mapped[str] = mapped_column(unique=True)
    made_by: Mapped[str]
    made_at: Mapped[datetime]
    until: Mapped[datetime]


class Timetable(Stored):
    """When a site goes live by itself, and when it goes off the net; what is done stands there no more."""

    __tablename__ = "timetables"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), primary_key=True)
    workspace_id: Mapped[str]
    live_at: Mapped[datetime | None] = mapped_column(default=None, index=True)
    off_at: Mapped[datetime | None] = mapped_column(default=None, index=True)
