"""Where pages and sites were before, links to drafts, and when a site goes live or off the net."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def _of_site(*, key: bool = False) -> list[sa.Column[str]]:
    site = sa.ForeignKey("sites.id", ondelete="CASCADE")
    return [
        sa.Column("site_id", sa.String(), site, nullable=False, primary_key=key),
        sa.Column("workspace_id", sa.String(), nullable=False),
    ]


def upgrade() -> None:
    """Take this step."""
    op.add_column("releases", sa.Column("places", JSONB(), nullable=False, server_default="{}"))
    op.alter_column("releases", "places", server_default=None)
    op.create_table("former_slugs", sa.Column("slug", sa.String(), primary_key=True), *_of_site())
    op.create_table(
        "preview_links",
        sa.Column("id", sa.String(), primary_key=True),
        *_of_site(),
        sa.Column("token", sa.String(), nullable=False, unique=True),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_preview_links_site_id", "preview_links", ["site_id"])
    op.create_table(
        "timetables",
        *_of_site(key=True),
        sa.Column("live_at", sa.DateTime(timezone=True), index=True),
        sa.Column("off_at", sa.DateTime(timezone=True), index=True),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("timetables")
    op.drop_table("preview_links")
    op.drop_table("former_slugs")
    op.drop_column("releases", "places")
