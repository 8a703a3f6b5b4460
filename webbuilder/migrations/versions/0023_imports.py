"""Contacts are imported from files."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step."""
    op.create_table(
        "imports",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column(
            "workspace_id",
            sa.String(),
            sa.ForeignKey("workspaces.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("header", JSONB(), nullable=False),
        sa.Column("trial", JSONB(), nullable=False),
        sa.Column("came", JSONB(), nullable=False),
        sa.Column("job_id", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "import_rows",
        sa.Column(
            "import_id", sa.String(), sa.ForeignKey("imports.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("line", sa.Integer(), primary_key=True),
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("cells", JSONB(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
    )


def downgrade() -> None:
    """Take it back; what was brought and not imported is lost."""
    op.drop_table("import_rows")
    op.drop_table("imports")
