"""What a kept answer said besides its body."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step."""
    said = postgresql.JSONB(astext_type=sa.Text())
    op.add_column("kept_answers", sa.Column("said", said, nullable=False, server_default="{}"))
    op.alter_column("kept_answers", "said", server_default=None)


def downgrade() -> None:
    """Take it back."""
    op.drop_column("kept_answers", "said")
