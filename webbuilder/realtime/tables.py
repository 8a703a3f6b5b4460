"""Who has a site open, as every web process sees it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Presence(Stored):
    """A person at one machine, on a page of a site, by their line. `at` is renewed while that is open."""

    __tablename__ = "presences"

    id: Mapped[str] = mapped_column(primary_key=True)
    client: Mapped[str]
    site_id: Mapped[str] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"), index=True)
    workspace_id: Mapped[str]
    person_id: Mapped[str]
    name: Mapped[str]
    page: Mapped[str | None]
    component: Mapped[str | None]
    came_at: Mapped[datetime]
    at: Mapped[datetime]
