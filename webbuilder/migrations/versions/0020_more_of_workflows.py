"""Contacts have details and lists; workflows start by days and by other systems, and wait for contacts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_WORKFLOW = sa.ForeignKey("workflows.id", ondelete="CASCADE")
_DID = """update outbox set kind = 'contact.did',
  body = body - 'tag' || jsonb_build_object('what', 'tagged', 'of', body -> 'tag')
  where kind = 'contact.tagged'"""
_SAMPLED = ("submissions", "runs", "contacts")


def upgrade() -> None:
    """Take this step; what has happened and nobody reacted to yet is told in the words of today."""
    op.add_column("contacts", sa.Column("details", JSONB(), nullable=False, server_default="{}"))
    op.alter_column("contacts", "details", server_default=None)
    op.create_table(
        "list_entries",
        sa.Column(
            "contact_id", sa.String(), sa.ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("list", sa.String(), primary_key=True),
        sa.Column("workspace_id", sa.String(), nullable=False),
    )
    op.create_index("ix_list_entries_workspace_id_list", "list_entries", ["workspace_id", "list"])
    op.add_column("workflows", sa.Column("secret", sa.String(), nullable=True))
    op.add_column("pauses", sa.Column("contact_id", sa.String(), nullable=True))
    op.add_column("pauses", sa.Column("awaits", sa.String(), nullable=True))
    op.create_index("ix_pauses_contact_id", "pauses", ["contact_id"])
    op.create_table(
        "days",
        sa.Column("workflow_id", sa.String(), _WORKFLOW, primary_key=True),
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False, index=True),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("taken_by", sa.String(), nullable=True),
    )
    op.create_table(
        "hook_calls",
        sa.Column("workflow_id", sa.String(), _WORKFLOW.copy(), primary_key=True),
        sa.Column("message_id", sa.String(), primary_key=True),
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.add_column("sites", sa.Column("zone", sa.String(), nullable=False, server_default="UTC"))
    op.alter_column("sites", "zone", server_default=None)
    for table in _SAMPLED:
        op.add_column(table, sa.Column("sample", sa.Boolean(), nullable=False, server_default="false"))
        op.alter_column(table, "sample", server_default=None)
    op.execute(_DID)


def downgrade() -> None:
    """Take it back; what stood there is lost."""
    for table in _SAMPLED:
        op.drop_column(table, "sample")
    op.drop_column("sites", "zone")
    op.drop_table("hook_calls")
    op.drop_table("days")
    op.drop_index("ix_pauses_contact_id", "pauses")
    op.drop_column("pauses", "awaits")
    op.drop_column("pauses", "contact_id")
    op.drop_column("workflows", "secret")
    op.drop_table("list_entries")
    op.drop_column("contacts", "details")
