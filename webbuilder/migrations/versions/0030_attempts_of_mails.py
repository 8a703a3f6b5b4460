"""A mail knows when it was handed over last, whatever became of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_LATELY, _BEFORE = "ix_mails_workspace_id_attempted_at", "ix_mails_workspace_id_changed_at"


def upgrade() -> None:
    """Take this step."""
    op.add_column("mails", sa.Column("attempted_at", sa.DateTime(timezone=True)))
    op.create_index(_LATELY, "mails", ["workspace_id", "attempted_at"])
    op.drop_index(_BEFORE, "mails")


def downgrade() -> None:
    """Take it back."""
    op.create_index(_BEFORE, "mails", ["workspace_id", "changed_at"])
    op.drop_index(_LATELY, "mails")
    op.drop_column("mails", "attempted_at")
