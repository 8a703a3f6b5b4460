"""What machines send is held back, what was sent is found by its time, and jobs say how far they are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step."""
    op.add_column("submissions", sa.Column("held_because", sa.String(), nullable=True))
    op.add_column("jobs", sa.Column("done", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("jobs", sa.Column("of", sa.Integer(), nullable=False, server_default="1"))
    op.execute("update jobs set done = 1 where state = 'succeeded'")
    for name in ("done", "of"):
        op.alter_column("jobs", name, server_default=None)
    op.create_index("ix_submissions_site_id_sent_at", "submissions", ["site_id", "sent_at"])


def downgrade() -> None:
    """Take it back; what was held back stays, and looks like any other."""
    op.drop_column("jobs", "of")
    op.drop_column("jobs", "done")
    op.drop_index("ix_submissions_site_id_sent_at", "submissions")
    op.drop_column("submissions", "held_because")
