"""Who has a site open goes by their line, which nobody chooses; what was there lasts for seconds only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step."""
    op.drop_table("presences")
    _make(
        sa.Column("id", sa.String(), nullable=False), sa.Column("client", sa.String(), nullable=False), "id"
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("presences")
    _make(sa.Column("client", sa.String(), nullable=False), None, "client")


def _make(first: sa.Column[str], second: sa.Column[str] | None, key: str) -> None:
    op.create_table(
        "presences",
        first,
        *([] if second is None else [second]),
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("page", sa.String(), nullable=True),
        sa.Column("component", sa.String(), nullable=True),
        *([] if second is None else [sa.Column("came_at", sa.DateTime(timezone=True), nullable=False)]),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint(key),
    )
    op.create_index(op.f("ix_presences_site_id"), "presences", ["site_id"], unique=False)
