"""What starts a workflow: of drafts and of versions; and how many workflows led to a run."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_BY_FORM = '{"kind": "form", "again": false}'


def upgrade() -> None:
    """Take this step; what there is by now is started by forms."""
    for table in ("workflows", "workflow_versions"):
        op.add_column(table, sa.Column("trigger", JSONB(), nullable=False, server_default=_BY_FORM))
        op.alter_column(table, "trigger", server_default=None)
    op.drop_column("workflows", "allows_reentry")
    op.add_column("runs", sa.Column("depth", sa.Integer(), nullable=False, server_default="0"))
    op.alter_column("runs", "depth", server_default=None)


def downgrade() -> None:
    """Take it back; what a tag starts is started by forms."""
    op.drop_column("runs", "depth")
    op.add_column(
        "workflows", sa.Column("allows_reentry", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.alter_column("workflows", "allows_reentry", server_default=None)
    for table in ("workflows", "workflow_versions"):
        op.drop_column(table, "trigger")
