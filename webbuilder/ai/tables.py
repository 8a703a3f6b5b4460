"""Suggestions as they are stored: what the copywriter proposed, and what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Suggestion(Stored):
    """A proposed change of the texts below one component; `state` is open, accepted or refused."""

    __tablename__ = "suggestions"

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(index=True)
    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), index=True)
    component_id: Mapped[str]
    brief: Mapped[dict[str, Any]]
    changes: Mapped[list[Any]]
    reason: Mapped[str]
    state: Mapped[str]
    created_at: Mapped[datetime]
