"""Wrong passwords are counted, so that nobody guesses for long; asked before the password is looked at."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Delete, Select, delete, select

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


def refuse_guessing(session: Session, email: str) -> None:
    """Refuse to look at a password while too many were wrong, the right one included.

    Raises:
        Problem: too many were wrong; its Retry-After says when to try again.
    """
    wrong = session.scalars(lately(email)).all()
    if len(wrong) < MOST:
        return
    seconds = int((wrong[-MOST].at + WITHIN - database.now()).total_seconds()) + 1
    minutes = -(-seconds // 60)
    raise Problem(
        429,
        "too-many-wrong-passwords",
        f"Too many wrong passwords for this address. Try again in {minutes} minutes.",
        headers={"Retry-After": str(seconds)},
    )


def note(session: Session, email: str) -> None:
    """Count one more wrong password for an address."""
    session.add(WrongPassword(address=key_of(email), at=database.now()))


def forget(session: Session, email: str) -> None:
    """Count from the beginning: whoever has the address has got in."""
    session.execute(of_address(email))
