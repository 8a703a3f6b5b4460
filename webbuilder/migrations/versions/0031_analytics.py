"""Looks at live sites and forms that were sent there are counted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def _workspace(*, key: bool = False) -> sa.Column[str]:
    return sa.Column(
        "workspace_id",
        sa.String(),
        sa.ForeignKey("workspaces.id", ondelete="CASCADE"),
        nullable=False,
        primary_key=key,
    )


def upgrade() -> None:
    """Take this step."""
    op.create_table(
        "site_events",
        sa.Column("id", sa.String(), primary_key=True),
        _workspace(),
        sa.Column("site_id", sa.String(), sa.ForeignKey("sites.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("visitor", sa.String()),
        sa.Column("source", sa.String()),
        sa.Column("apart", sa.String()),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_site_events_site_id_at", "site_events", ["site_id", "at"])
    op.create_index("ix_site_events_site_id_visitor", "site_events", ["site_id", "visitor"])
    op.create_index("ix_site_events_workspace_id", "site_events", ["workspace_id"])
    op.create_table(
        "day_salts",
        _workspace(key=True),
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("salt", sa.String(), nullable=False),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("day_salts")
    op.drop_table("site_events")
