"""What each system keeps can be read on in order: events with their traces, history, mails."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step."""
    op.add_column("site_events", sa.Column("trace_id", sa.String(), nullable=False, server_default=""))
    op.execute("update site_events set trace_id = substr(id, 6) where kind = 'view'")
    op.execute(
        "update site_events set trace_id = submissions.trace_id from submissions"
        " where site_events.id = 'sent:' || submissions.id"
    )
    op.alter_column("site_events", "trace_id", server_default=None)
    op.add_column("mails", sa.Column("entered_at", sa.DateTime(timezone=True)))
    op.execute("update mails set entered_at = changed_at")
    op.alter_column("mails", "entered_at", nullable=False)
    op.create_index("ix_mails_workspace_id_entered_at", "mails", ["workspace_id", "entered_at"])
    op.create_index("ix_contact_history_workspace_id_at", "contact_history", ["workspace_id", "at"])


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_contact_history_workspace_id_at", "contact_history")
    op.drop_index("ix_mails_workspace_id_entered_at", "mails")
    op.drop_column("mails", "entered_at")
    op.drop_column("site_events", "trace_id")
