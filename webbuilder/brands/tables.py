"""Brand profiles as they are stored."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class BrandProfile(Stored):
    """Who a workspace is to its customers; one that never said so has no row."""

    __tablename__ = "brand_profiles"

    workspace_id: Mapped[str] = mapped_column(
        ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True
    )
    profile: Mapped[dict[str, Any]]
