"""What the copywriter was asked and proposed, and what became of it, as it is stored."""

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


class Question(Stored):
    """One question to the copywriter, and what it cost in tokens."""

    __tablename__ = "questions"

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    tokens: Mapped[int] = mapped_column(default=0)
    asked_at: Mapped[datetime]
