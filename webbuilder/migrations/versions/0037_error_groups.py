"""Errors that people meet are counted by their kind."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "error_groups",
        sa.Column("id", sa.String(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("error", "place", "during")),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.Column("numbers", ARRAY(sa.String()), nullable=False),
        *(sa.Column(name, moment, nullable=False) for name in ("first_at", "last_at")),
        *(sa.Column(name, moment) for name in ("settled_at", "returned_at")),
    )
    op.create_index("ix_error_groups_last_at", "error_groups", ["last_at"])
    op.create_index("ix_error_groups_numbers", "error_groups", ["numbers"], postgresql_using="gin")


def downgrade() -> None:
    """Take it back."""
    op.drop_table("error_groups")
