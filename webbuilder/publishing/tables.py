"""Releases: what was published, kept unchanged."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Release(Stored):
    """Published pages as they are served, by path, and their forms; `revision` is that of their draft."""

    __tablename__ = "releases"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[str]
    revision: Mapped[int]
    pages: Mapped[dict[str, Any]]
    forms: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
