"""Mails are known when they are opened, or their button is pressed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


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
    op.create_index("ix_mail_tokens_contact_id", "mail_tokens", ["contact_id"])


def downgrade() -> None:
    """Take it back; buttons of mails lead nowhere from then on."""
    op.drop_table("mail_tokens")
