"""Workflows that were removed: what waits on them is told, and their runs stay."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step."""
    op.add_column("workflows", sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Take it back; what was removed is gone for good."""
    op.execute("delete from workflows where removed_at is not null")
    op.drop_column("workflows", "removed_at")
