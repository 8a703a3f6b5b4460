"""One letter goes to many."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step."""
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column(
            "workspace_id", sa.String(), sa.ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("site_id", sa.String(), sa.ForeignKey("sites.id", ondelete="CASCADE"), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("paragraphs", JSONB(), nullable=False),
        sa.Column("button", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("audience", JSONB(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("readers", sa.Integer(), nullable=True),
        sa.Column("trace_id", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_index("ix_broadcasts_workspace_id", "broadcasts", ["workspace_id"])
    op.add_column(
        "mails",
        sa.Column(
            "broadcast_id", sa.String(), sa.ForeignKey("broadcasts.id", ondelete="CASCADE"), nullable=True
        ),
    )
    op.create_index("ix_mails_broadcast_id_state", "mails", ["broadcast_id", "state"])


def downgrade() -> None:
    """Take it back; what was written to many is nowhere from then on."""
    op.drop_index("ix_mails_broadcast_id_state", "mails")
    op.drop_column("mails", "broadcast_id")
    op.drop_table("broadcasts")
