"""Several pages to a site: pages have paths, releases have pages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step."""
    op.add_column("releases", sa.Column("pages", postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.execute("update releases set pages = jsonb_build_object('', html)")
    op.alter_column("releases", "pages", nullable=False)
    op.drop_column("releases", "html")
    op.execute('update components set properties = properties || \'{"path": ""}\' where parent_id is null')


def downgrade() -> None:
    """Take it back; pages other than the home page are not read any more."""
    op.add_column("releases", sa.Column("html", sa.String(), nullable=True))
    op.execute("update releases set html = pages ->> ''")
    op.alter_column("releases", "html", nullable=False)
    op.drop_column("releases", "pages")
