"""Whoever unsubscribes gets no more mails, and what was agreed to is kept with the contact."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_TOKENS = "mail_tokens"


def _behind(column: str, table: str, *, gone: str, nullable: bool) -> None:
    """Let what a mail is known by outlive a site or a run, or go with it."""
    name = f"{_TOKENS}_{column}_fkey"
    op.drop_constraint(name, _TOKENS, type_="foreignkey")
    op.alter_column(_TOKENS, column, nullable=nullable)
    op.create_foreign_key(name, _TOKENS, table, [column], ["id"], ondelete=gone)


def upgrade() -> None:
    """Take this step."""
    for column, table in (("site_id", "sites"), ("run_id", "runs")):
        _behind(column, table, gone="SET NULL", nullable=True)
    op.add_column("mails", sa.Column("unsubscribe", sa.String(), nullable=True))
    op.add_column("submissions", sa.Column("consents", JSONB(), nullable=True))
    op.create_table(
        "suppressions",
        sa.Column(
            "workspace_id", sa.String(), sa.ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("address", sa.String(), primary_key=True),
        sa.Column("reason", sa.String(), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "consents",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column(
            "contact_id", sa.String(), sa.ForeignKey("contacts.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("release", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_consents_contact_id", "consents", ["contact_id"])


def downgrade() -> None:
    """Take it back; who unsubscribed is written to again from then on."""
    op.drop_table("consents")
    op.drop_table("suppressions")
    op.drop_column("submissions", "consents")
    op.drop_column("mails", "unsubscribe")
    for column, table in (("site_id", "sites"), ("run_id", "runs")):
        _behind(column, table, gone="CASCADE", nullable=False)
