"""Domains of one's own, and which of them leads to a site now."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step."""
    op.add_column("sites", sa.Column("domain", sa.String()))
    op.create_unique_constraint("sites_domain_key", "sites", ["domain"])
    op.create_table(
        "site_domains",
        sa.Column("site_id", sa.String(), sa.ForeignKey("sites.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("typed", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("taken", sa.Boolean(), nullable=False),
        sa.Column("proof", sa.String()),
        sa.Column("proof_said", JSONB(), nullable=False),
        sa.Column("lead", sa.String()),
        sa.Column("lead_said", JSONB(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("looked_at", sa.DateTime(timezone=True)),
        sa.Column("look_at", sa.DateTime(timezone=True), index=True),
    )
    proven = sa.text("state <> 'pending'")
    op.create_index("ix_site_domains_proven", "site_domains", ["host"], unique=True, postgresql_where=proven)


def downgrade() -> None:
    """Take it back."""
    op.drop_table("site_domains")
    op.drop_constraint("sites_domain_key", "sites")
    op.drop_column("sites", "domain")
