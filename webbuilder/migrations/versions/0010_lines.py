"""Who has a site open goes by their line, which nobody chooses; what was there lasts for seconds only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None
_KEY, _TABLE = "presences_pkey", "presences"


def upgrade() -> None:
    """Take this step."""
    op.execute(sa.text("delete from presences"))
    op.drop_constraint(_KEY, _TABLE)
    op.add_column(_TABLE, sa.Column("id", sa.String(), nullable=False))
    op.add_column(_TABLE, sa.Column("came_at", sa.DateTime(timezone=True), nullable=False))
    op.create_primary_key(_KEY, _TABLE, ["id"])


def downgrade() -> None:
    """Take it back."""
    op.execute(sa.text("delete from presences"))
    op.drop_constraint(_KEY, _TABLE)
    op.drop_column(_TABLE, "came_at")
    op.drop_column(_TABLE, "id")
    op.create_primary_key(_KEY, _TABLE, ["client"])
