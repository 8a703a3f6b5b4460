"""Workflows are drawn: a draft beside what is published, and when each version was."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step; a workflow's draft is what is published of it."""
    op.add_column("workflows", sa.Column("draft", postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.execute(
        "update workflows set draft = steps from workflow_versions"
        " where workflow_id = workflows.id and number = published_version"
    )
    op.alter_column("workflows", "draft", nullable=False)
    op.add_column("workflow_versions", sa.Column("published_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("update workflow_versions set published_at = now()")
    op.alter_column("workflow_versions", "published_at", nullable=False)


def downgrade() -> None:
    """Take it back; what was drawn and not published is lost."""
    op.drop_column("workflow_versions", "published_at")
    op.drop_column("workflows", "draft")
