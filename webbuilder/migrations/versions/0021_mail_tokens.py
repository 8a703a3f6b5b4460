"""Mails are known when they are opened, or their button is pressed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_GIVEN_UP = "ix_webhook_deliveries_workspace_id_state"


def upgrade() -> None:
    """Take this step."""
    op.create_table(
        "mail_tokens",
        sa.Column(
            "message_id", sa.String(), sa.ForeignKey("mails.message_id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("token", sa.String(), nullable=False, unique=True),
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("site_id", sa.String(), sa.ForeignKey("sites.id", ondelete="CASCADE"), nullable=False),
        sa.Column(
            "contact_id", sa.String(), sa.ForeignKey("contacts.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("run_id", sa.String(), sa.ForeignKey("runs.id", ondelete="CASCADE"), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("visited", JSONB(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("clicked_at", sa.DateTime(timezone=True), nullable=True),
    )
    for column in ("contact_id", "run_id", "site_id"):
        op.create_index(f"ix_mail_tokens_{column}", "mail_tokens", [column])
    op.create_index("ix_runs_trace_id", "runs", ["trace_id"])
    op.create_index(_GIVEN_UP, "webhook_deliveries", ["workspace_id", "state"])


def downgrade() -> None:
    """Take it back; buttons of mails lead nowhere from then on."""
    op.drop_index(_GIVEN_UP, "webhook_deliveries")
    op.drop_index("ix_runs_trace_id", "runs")
    op.drop_table("mail_tokens")
