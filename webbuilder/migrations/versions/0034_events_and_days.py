"""Events that owners name themselves, and days whose figures are reckoned once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step."""
    op.add_column("site_events", sa.Column("name", sa.String()))
    sent = sa.text("kind = 'sent'")
    op.create_index("ix_site_events_sent", "site_events", ["site_id", "at"], postgresql_where=sent)
    op.create_index("ix_mails_trace_id", "mails", ["trace_id"])
    op.create_table(
        "day_books",
        sa.Column("site_id", sa.String(), sa.ForeignKey("sites.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("zone", sa.String(), primary_key=True),
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("book", JSONB(), nullable=False),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("day_books")
    op.drop_index("ix_mails_trace_id", "mails")
    op.drop_index("ix_site_events_sent", "site_events")
    op.drop_column("site_events", "name")
