"""A letter to many outlives the site that it came from, so that mails can be ended by its links."""

from __future__ import annotations

from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_NAME = "broadcasts_site_id_fkey"


def upgrade() -> None:
    """Take this step."""
    op.drop_constraint(_NAME, "broadcasts", type_="foreignkey")
    op.alter_column("broadcasts", "site_id", nullable=True)
    op.create_foreign_key(_NAME, "broadcasts", "sites", ["site_id"], ["id"], ondelete="SET NULL")


def downgrade() -> None:
    """Take it back; what was sent from sites that are gone is gone as well."""
    op.execute("delete from broadcasts where site_id is null")
    op.drop_constraint(_NAME, "broadcasts", type_="foreignkey")
    op.alter_column("broadcasts", "site_id", nullable=False)
    op.create_foreign_key(_NAME, "broadcasts", "sites", ["site_id"], ["id"], ondelete="CASCADE")
