"""Pictures tell how large they are; those that are there already as well."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from webbuilder.images.sizes import size_of

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take this step."""
    for name in ("across", "down"):
        op.add_column("images", sa.Column(name, sa.Integer(), nullable=True))
    images = sa.table("images", *map(sa.column, ("id", "content", "across", "down")))
    connection = op.get_bind()
    for identifier in connection.scalars(sa.select(images.c.id)).all():  # one at a time: each may have 2 MB
        this = images.c.id == identifier
        size = size_of(connection.execute(sa.select(images.c.content).where(this)).scalar_one())
        if size:
            connection.execute(sa.update(images).where(this).values(across=size[0], down=size[1]))


def downgrade() -> None:
    """Take it back."""
    for name in ("across", "down"):
        op.drop_column("images", name)
