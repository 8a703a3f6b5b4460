"""Contacts are found by any words quickly, and saved filters know who fits them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_OFFERED = "select 1 from pg_available_extensions where name = 'pg_trgm'"
_NEWEST, _TAGGED = "ix_contacts_workspace_id_created_at", "ix_contact_tags_workspace_id_tag"
_WORDS = {column: f"ix_contacts_{column}_words" for column in ("email", "name")}


def upgrade() -> None:
    """Take this step; a server without trigrams finds the same contacts, and reads all of them for it."""
    op.create_table(
        "segments",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column(
            "workspace_id", sa.String(), sa.ForeignKey("workspaces.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("match", sa.String(), nullable=False),
        sa.Column("conditions", JSONB(), nullable=False),
        sa.UniqueConstraint("workspace_id", "name"),
    )
    op.create_table(
        "segment_members",
        sa.Column(
            "segment_id", sa.String(), sa.ForeignKey("segments.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("contact_id", sa.String(), primary_key=True),
        sa.Column("workspace_id", sa.String(), nullable=False),
    )
    op.create_index("ix_segment_members_contact_id", "segment_members", ["contact_id"])
    op.create_index(
        _NEWEST,
        "contacts",
        ["workspace_id", sa.text("created_at desc"), "id"],
        postgresql_where=sa.text("not sample"),
    )
    op.create_index(_TAGGED, "contact_tags", ["workspace_id", "tag"])
    if op.get_bind().scalar(sa.text(_OFFERED)):
        op.execute("create extension if not exists pg_trgm")
        for column, called in _WORDS.items():
            op.execute(f"create index {called} on contacts using gin ({column} gin_trgm_ops)")


def downgrade() -> None:
    """Take it back; segments are lost, and the extension stays, since others may use it."""
    for called in _WORDS.values():
        op.drop_index(called, "contacts", if_exists=True)
    op.drop_index(_TAGGED, "contact_tags")
    op.drop_index(_NEWEST, "contacts")
    op.drop_table("segment_members")
    op.drop_table("segments")
