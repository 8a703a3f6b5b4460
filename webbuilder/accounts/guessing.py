"""Wrong passwords are counted, so that nobody guesses for long; asked before the password is looked at."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Delete, Select, delete, func, select

from webbuilder import database, security
from webbuilder.accounts.tables import WrongPassword
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# NIST SP 800-63B §5.2.2 allows a hundred in a row; ten a quarter of an hour is about a thousand a day.
MOST, WITHIN = 10, timedelta(minutes=15)


def key_of(email: str) -> str:
    """Return what is kept of an address that somebody tried."""
    return security.digest(email.strip().lower())


def lately(email: str) -> Select[WrongPassword]:
    """Select the wrong passwords for an address that count still, the oldest first."""
    since = database.now() - WITHIN
    return (
        select(WrongPassword)
        .where(WrongPassword.address == key_of(email), WrongPassword.at > since)
        .order_by(WrongPassword.at)
    )


def of_address(email: str) -> Delete:
    """Delete the wrong passwords for an address."""
    return delete(WrongPassword).where(WrongPassword.address == key_of(email))


def alone_with(email: str) -> Select[None]:
    """Select nothing, once nobody else tries a password for this address, until this transaction ends."""
    return select(func.pg_advisory_xact_lock(func.hashtextextended(f"guess {key_of(email)}", 0)))


def note(session: Session, email: str) -> None:
    """Count one more try for an address, before its password is looked at; the right one makes it forgotten.

    Counted first, and one after the other, so that many at once are no way round.

    Raises:
        Problem: too many were wrong; the right one is not looked at either. Its Retry-After says when.
    """
    session.execute(alone_with(email))
    session.execute(too_old())
    wrong = session.scalars(lately(email)).all()
    if len(wrong) >= MOST:
        seconds = int((wrong[-MOST].at + WITHIN - database.now()).total_seconds()) + 1
        raise Problem(
            429,
            "too-many-wrong-passwords",
            f"Too many wrong passwords for this address. Try again in {-(-seconds // 60)} minutes.",
            headers={"Retry-After": str(seconds)},
        )
    count(session, email)


def too_old() -> Delete:
    """Delete what counts no longer, whosever it was."""
    return delete(WrongPassword).where(WrongPassword.at <= database.now() - WITHIN)


def count(session: Session, email: str) -> None:
    """Write down one try for an address."""
    session.add(WrongPassword(address=key_of(email), at=database.now()))


def forget(session: Session, email: str) -> None:
    """Count from the beginning: whoever has the address has got in."""
    session.execute(of_address(email))
