"""Rules of accounts: who somebody is, which workspace is theirs, and how long a session lasts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Delete, Select, delete, func, select

from webbuilder import database, security
from webbuilder.accounts import guessing
from webbuilder.accounts.tables import Person, SignIn, Workspace
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.database import Database

# NIST SP 800-63B §4.1.3: re-authentication at least every 30 days; we ask sooner.
SESSION_LASTS = timedelta(days=14)
# NIST SP 800-63B §5.1.1.2 asks for 8 at least and against rules of composition; we ask for 10.
PASSWORD_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is asking: a person in the one workspace that they signed in to, or a key of that workspace.

    `person_id` names the key where one asks; `scopes` are a key's, and None of a person, whose role counts.
    """

    person_id: str
    name: str
    email: str
    workspace_id: str
    workspace: str
    role: str
    scopes: frozenset[str] | None = None


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
        role="owner",
        created_at=at,
    )
    session.add(workspace)
    session.flush()
    session.add(person)
    session.flush()
    return person


def sign_in(store: Database, email: str, password: str) -> str:
    """Return a new session token; each try is counted before it is looked at, and no connection waits.

    Raises:
        Problem: too many passwords were wrong lately, or address and password do not belong together; which
            of the two is wrong is not said.
    """
    with store.transaction() as session:
        guessing.note(session, email)
        person = session.scalar(person_with(email))
    if not belongs_to(person, password) or person is None:
        raise Problem(
            401,
            "not-signed-in",
            "This address and password do not belong together. Check both and try again.",
        )
    with store.transaction() as session:
        guessing.forget(session, email)
        return issue(session, person)


def belongs_to(person: Person | None, password: str) -> bool:
    """Whether a password is somebody's; of nobody it takes as long to say."""
    return security.password_fits(password, person.password_hash if person else _nobody())


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
    return Caller(person.id, person.name, person.email, workspace.id, workspace.name, person.role)


def sign_out(session: Session, token: str) -> None:
    """End the session of a token; a token that is not known is as good as ended."""
    found = session.get(SignIn, security.digest(token))
    if found:
        session.delete(found)


def sessions_of(person_id: str, but: str | None = None) -> Delete:
    """Delete a person's sessions, all but the one of a token."""
    ended = delete(SignIn).where(SignIn.person_id == person_id)
    return ended if but is None else ended.where(SignIn.digest != security.digest(but))


def sign_out_everywhere(session: Session, person_id: str) -> None:
    """End every session of a person, this one included."""
    session.execute(sessions_of(person_id))


def change_password(store: Database, caller: Caller, old: str, new: str, token: str) -> None:
    """Give a person another password, and end their sessions but the one of `token`.

    Whoever sits at an open session guesses as little as at the door: each try is counted.

    Raises:
        Problem: too many were wrong lately, the old one is wrong, or the new one too short.
    """
    with store.transaction() as session:
        guessing.note(session, caller.email)
        person = session.get_one(Person, caller.person_id)
    if not belongs_to(person, old):
        raise Problem(
            422,
            "not-your-password",
            "This is not your password as it is now. Check it and try again.",
            errors=[{"pointer": "/old", "detail": "is another"}],
        )
    chosen = security.hash_password(checked(new, "/new"))
    with store.transaction() as session:
        guessing.forget(session, caller.email)
        session.get_one(Person, caller.person_id, with_for_update=True).password_hash = chosen
        session.execute(sessions_of(caller.person_id, but=token))


def checked(password: str, pointer: str) -> str:
    """Return a password that may be chosen.

    Raises:
        Problem: it is too short.
    """
    if len(password) < PASSWORD_LENGTH:
        raise Problem(
            422,
            "password-too-short",
            f"A password has at least {PASSWORD_LENGTH} characters. Choose a longer one: some words will do.",
            errors=[{"pointer": pointer, "detail": "is too short"}],
        )
    return password
