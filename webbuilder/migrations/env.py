"""How Alembic reaches the database: by the address that `database.migrate` was given."""

from __future__ import annotations

from alembic import context

from webbuilder import events  # noqa: F401 - each import below brings tables
from webbuilder.accounts import tables as accounts  # noqa: F401
from webbuilder.ai import tables as ai  # noqa: F401
from webbuilder.brands import tables as brands  # noqa: F401
from webbuilder.components import tables as components  # noqa: F401
from webbuilder.connector import tables as connector  # noqa: F401
from webbuilder.conventions import kept  # noqa: F401
from webbuilder.crm import tables as crm  # noqa: F401
from webbuilder.database import Stored, connect
from webbuilder.domains import tables as domains  # noqa: F401
from webbuilder.images import tables as images  # noqa: F401
from webbuilder.jobs import tables as jobs  # noqa: F401
from webbuilder.mail import tables as mail  # noqa: F401
from webbuilder.publishing import tables as publishing  # noqa: F401
from webbuilder.realtime import tables as realtime  # noqa: F401
from webbuilder.sites import tables as sites  # noqa: F401
from webbuilder.templates import tables as templates  # noqa: F401
from webbuilder.workflows import tables as workflows  # noqa: F401

engine = connect(context.config.attributes["url"])
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Stored.metadata, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()
