"""Rules of accounts: who somebody is, and which workspace is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select

from webbuilder import database, security
from webbuilder.accounts.tables import Person, SignIn, Workspace
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# NIST SP 800-63B §4.1.3: re-authentication at least every 30 days; we ask sooner.
SESSION_LASTS = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is asking: a person, in the one workspace that they signed in to."""

    person_id: str
    name: str
    email: str
    workspace_id: str
    workspace: str


@cache
def _nobody() -> str:
    """Compared with when nobody has an address, so that an unknown one takes as long as a wrong password."""
    return security.hash_password("nobody has this password")


def person_with(email: str) -> Select[Person]:
    """Select the person with an address, however it is written."""
    return select(Person).where(Person.email == email.strip().lower())


def live_sign_in(token: str) -> Select[SignIn, Person, Workspace]:
    """Select the sign-in of a token that has not expired, with its person and workspace."""
    return (
        select(SignIn, Person, Workspace)
        .join(Person, Person.id == SignIn.person_id)
        .join(Workspace, Workspace.id == SignIn.workspace_id)
        .where(SignIn.digest == security.digest(token), SignIn.expires_at > func.now())
    )


def open_workspace(session: Session, name: str, owner: str, email: str, password: str) -> Person:
    """Make a workspace with its owner.

    Raises:
        Problem: somebody has the address already.
    """
    if session.scalar(person_with(email)):
        raise Problem(
            409, "address-taken", f"{email} has an account already. Sign in, or use another address."
        )
    at = database.now()
    workspace = Workspace(id=database.new_id("workspace"), name=name, created_at=at)
    person = Person(
        id=database.new_id("person"),
        workspace_id=workspace.id,
        name=owner,
        email=email.strip().lower(),
        password_hash=security.hash_password(password),
        created_at=at,
    )
    session.add(workspace)
    session.flush()
    session.add(person)
    session.flush()
    return person


def sign_in(session: Session, email: str, password: str) -> str:
    """Return a new session token.

    Raises:
        Problem: address and password do not belong together; which of the two is wrong is not said.
    """
    person = session.scalar(person_with(email))
    fits = security.password_fits(password, person.password_hash if person else _nobody())
    if person is None or not fits:
        raise Problem(
            401,
            "not-signed-in",
            "This address and password do not belong together. Check both and try again.",
        )
    return issue(session, person)


def issue(session: Session, person: Person, lasts: timedelta = SESSION_LASTS) -> str:
    """Return a session token for somebody whose identity is known."""
    token = security.new_token()
    session.add(
        SignIn(
            digest=security.digest(token),
            person_id=person.id,
            workspace_id=person.workspace_id,
            expires_at=database.now() + lasts,
        )
    )
    return token


def caller_with(session: Session, token: str | None) -> Caller:
    """Return who holds a session token.

    Raises:
        Problem: there is none, or it has expired.
    """
    found = session.execute(live_sign_in(token)).one_or_none() if token else None
    if found is None:
        raise Problem(
            401, "not-signed-in", "You are not signed in, or it was too long ago. Sign in and try again."
        )
    _, person, workspace = found
    return Caller(person.id, person.name, person.email, workspace.id, workspace.name)


def sign_out(session: Session, token: str) -> None:
    """End the session of a token; a token that is not known is as good as ended."""
    found = session.get(SignIn, security.digest(token))
    if found:
        session.delete(found)
