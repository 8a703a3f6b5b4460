"""Addresses that are not ours to choose: read, and asked where they can be, before anything is started."""

from __future__ import annotations

import re

from webbuilder.parts.refusal import CannotStartError

_LIMIT = 5


def database_address(url: str) -> str:
    """Return the address of a database as `postgresql://…`, once it has answered.

    Raises:
        CannotStartError: it is no such address, or nothing that can be used answers there.
    """
    import psycopg  # noqa: PLC0415 - only an address that was given needs it so early
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415 - the same

    plain = re.sub(r"^postgres(ql)?(\+\w+)?://", "postgresql://", url)
    try:
        known = conninfo_to_dict(plain)
    except psycopg.ProgrammingError as refused:
        message = "DATABASE_URL is not an address of PostgreSQL: write postgresql://user:password@host:port/database."
        raise CannotStartError(message) from refused
    try:
        psycopg.connect(plain, connect_timeout=_LIMIT).close()
    except psycopg.Error as refused:
        where = f"{known.get('host') or 'the local socket'}:{known.get('port') or 5432}"
        message = (
            f"The database “{known.get('dbname', '')}” at {where}, given in DATABASE_URL, cannot be used "
            f"({_reason(refused)}): start it or correct the address, then start the platform again."
        )
        raise CannotStartError(message) from refused
    return plain


def reached_at(name: str, url: str, slug: str = "") -> str:
    """Return an address at which others reach this platform, as a variable of this name gives it.

    Raises:
        CannotStartError: it is no address, or says nowhere where the `slug` of a site goes.
    """
    if not re.fullmatch(r"https?://[^\s/]+", url) or slug not in url:
        example = f"https://{slug + '.sites' if slug else 'builder'}.example.com"
        raise CannotStartError(f"{name} is “{url}”, which is no such address: write one such as {example}.")
    return url


def _reason(refused: Exception) -> str:
    """Return the part of the driver's words that says why, without the address and the advice."""
    first = str(refused).strip().partition("\n")[0]
    return first.rpartition("failed: ")[2].strip() or type(refused).__name__
