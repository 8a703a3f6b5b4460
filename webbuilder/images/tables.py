"""Pictures as they are stored."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Image(Stored):
    """A picture of a workspace; its id is in its address, so nobody can guess the next one.

    It is so many pixels across and down as browsers show it, where it tells.
    """

    __tablename__ = "images"

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    media_type: Mapped[str]
    content: Mapped[bytes]
    across: Mapped[int | None]
    down: Mapped[int | None]
    created_at: Mapped[datetime]
