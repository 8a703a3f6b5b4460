"""Releases: what was published, kept unchanged."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Release(Stored):
    """A published page as it is served, with its forms as they were; `revision` is that of its draft."""

    __tablename__ = "releases"

    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[str]
    revision: Mapped[int]
    html: Mapped[str]
    forms: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
