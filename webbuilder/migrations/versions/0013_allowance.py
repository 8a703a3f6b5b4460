"""How often a workspace may ask the copywriter, and what it has asked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step."""
    op.add_column("workspaces", sa.Column("ai_allowance", sa.Integer(), nullable=True))
    op.create_table(
        "questions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("tokens", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_questions_workspace_id", "questions", ["workspace_id"])


def downgrade() -> None:
    """Take it back."""
    op.drop_table("questions")
    op.drop_column("workspaces", "ai_allowance")
