"""Two contacts of one person become one, and both addresses lead to it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step."""
    op.create_table(
        "merged_contacts",
        sa.Column(
            "workspace_id", sa.String(), sa.ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("address_key", sa.String(), primary_key=True),
        sa.Column("former_id", sa.String(), nullable=False, unique=True),
        sa.Column(
            "contact_id", sa.String(), sa.ForeignKey("contacts.id", ondelete="CASCADE"), nullable=False
        ),
    )
    op.create_index("ix_merged_contacts_contact_id", "merged_contacts", ["contact_id"])


def downgrade() -> None:
    """Take it back; addresses of those who were merged are nobody's from then on."""
    op.drop_table("merged_contacts")
