"""What each step of a run was given and met, and where a run stands that was paused."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step; what was told before stands as done."""
    op.add_column("run_steps", sa.Column("state", sa.String(), nullable=False, server_default="succeeded"))
    op.add_column("run_steps", sa.Column("given", JSONB(), nullable=False, server_default="{}"))
    op.add_column("run_steps", sa.Column("attempts", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("run_steps", sa.Column("error", sa.String(), nullable=True))
    for name in ("state", "given", "attempts"):
        op.alter_column("run_steps", name, server_default=None)
    op.add_column("runs", sa.Column("held_at", sa.Integer(), nullable=True))
    op.add_column("runs", sa.Column("turn", sa.Integer(), nullable=False, server_default="0"))
    op.alter_column("runs", "turn", server_default=None)


def downgrade() -> None:
    """Take it back; runs that were paused cannot go on."""
    op.drop_column("runs", "turn")
    op.drop_column("runs", "held_at")
    for name in ("error", "attempts", "given", "state"):
        op.drop_column("run_steps", name)
