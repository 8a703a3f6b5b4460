"""An index alone tells the traces of forms that people sent: the letters that came of them are asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

_NAME = "ix_site_events_sent"


def upgrade() -> None:
    """Take this step."""
    op.drop_index(_NAME, "site_events")
    of_people = sa.text("kind = 'sent' AND apart IS NULL")
    op.create_index(_NAME, "site_events", ["site_id", "at", "trace_id"], postgresql_where=of_people)


def downgrade() -> None:
    """Take it back."""
    op.drop_index(_NAME, "site_events")
    op.create_index(_NAME, "site_events", ["site_id", "at"], postgresql_where=sa.text("kind = 'sent'"))
