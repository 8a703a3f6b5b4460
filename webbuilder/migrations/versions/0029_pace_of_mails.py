"""Letters to many go out at hours, and so many a minute."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_LATELY, _BEFORE = "ix_mails_workspace_id_changed_at", "ix_mails_workspace_id"


def upgrade() -> None:
    """Take this step."""
    op.create_table(
        "mail_paces",
        sa.Column(
            "workspace_id", sa.String(), sa.ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("pace", postgresql.JSONB(), nullable=False),
    )
    op.add_column("mails", sa.Column("due_at", sa.DateTime(timezone=True)))
    op.add_column("broadcasts", sa.Column("at", sa.String(), nullable=False, server_default=""))
    op.alter_column("broadcasts", "at", server_default=None)
    op.add_column("broadcasts", sa.Column("goes_on_at", sa.DateTime(timezone=True)))
    op.create_index(_LATELY, "mails", ["workspace_id", "changed_at"])
    op.drop_index(_BEFORE, "mails")


def downgrade() -> None:
    """Take it back."""
    op.create_index(_BEFORE, "mails", ["workspace_id"])
    op.drop_index(_LATELY, "mails")
    op.drop_column("broadcasts", "goes_on_at")
    op.drop_column("broadcasts", "at")
    op.drop_column("mails", "due_at")
    op.drop_table("mail_paces")
