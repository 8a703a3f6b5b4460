"""Rules of working together: who is let in, in which role, and that there is always an owner."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Select, delete, select
from sqlalchemy.exc import IntegrityError

from webbuilder import clock, database, events, security
from webbuilder.accounts import service
from webbuilder.accounts.tables import ApiKey, Invitation, Person, Workspace
from webbuilder.mail import ledger, letters
from webbuilder.mail.tables import Mail
from webbuilder.problems import Problem, not_found
from webbuilder.tracing import current_trace_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.accounts.roles import Role
    from webbuilder.accounts.service import Caller

INVITATION_LASTS = timedelta(days=7)


def of_workspace(workspace_id: str) -> Select[Person]:
    """Select who works in a workspace, in the order in which they came."""
    return select(Person).where(Person.workspace_id == workspace_id).order_by(Person.created_at, Person.id)


def with_id(workspace_id: str, person_id: str) -> Select[Person]:
    """Select one person of a workspace."""
    return select(Person).where(Person.id == person_id, Person.workspace_id == workspace_id)


def owners(workspace_id: str) -> Select[Person]:
    """Select the owners of a workspace."""
    return of_workspace(workspace_id).where(Person.role == "owner")


def invitations(workspace_id: str) -> Select[Invitation]:
    """Select the invitations that are open, the newest first."""
    return (
        select(Invitation)
        .where(Invitation.workspace_id == workspace_id)
        .order_by(Invitation.created_at.desc(), Invitation.id)
    )


def invitation_with_id(workspace_id: str, invitation_id: str) -> Select[Invitation]:
    """Select one invitation of a workspace."""
    return invitations(workspace_id).where(Invitation.id == invitation_id)


def invitation_of(token: str) -> Select[Invitation]:
    """Select the invitation that a token in a mail belongs to; nobody else uses it meanwhile."""
    return select(Invitation).where(Invitation.digest == security.digest(token)).with_for_update()


def one(session: Session, workspace_id: str, person_id: str) -> Person:
    """Return a person of a workspace.

    Raises:
        Problem: nobody there has this id.
    """
    person = session.scalar(with_id(workspace_id, person_id))
    if person is None:
        raise not_found("person")
    return person


def invite(session: Session, caller: Caller, email: str, role: Role, address: str) -> Invitation:
    """Let somebody in by a mail; an earlier invitation of the address is replaced.

    `address` is where an invitation is followed, and holds `{token}`.

    Raises:
        Problem: whoever has this address works here already.
    """
    address_key = email.strip().lower()
    if session.scalar(of_workspace(caller.workspace_id).where(Person.email == address_key)):
        raise Problem(409, "works-here", f"{email} works here already. Change the role instead.")
    for earlier in session.scalars(
        invitations(caller.workspace_id).where(Invitation.email == address_key)
    ).all():
        session.delete(earlier)
    session.flush()
    token, at = security.new_token(), clock.now(session, caller.workspace_id)
    made = Invitation(
        id=database.new_id("invitation"),
        workspace_id=caller.workspace_id,
        email=address_key,
        role=role,
        invited_by=caller.person_id,
        digest=security.digest(token),
        expires_at=at + INVITATION_LASTS,
        created_at=at,
    )
    session.add(made)
    _store(session, f"Somebody invites {email} at this moment. Look at who is invited, and decide anew.")
    _write_to(session, made, caller, address.format(token=token))
    return made


def _write_to(session: Session, invitation: Invitation, caller: Caller, link: str) -> None:
    """Enter the mail as due, and have it sent once all this is stored."""
    letter = letters.invitation(caller.name, caller.workspace, link, INVITATION_LASTS.days)
    mail = Mail(
        message_id=ledger.message_id(invitation.id, 0),
        workspace_id=invitation.workspace_id,
        recipient=invitation.email,
        trace_id=current_trace_id(),
    )
    ledger.enter(session, mail, letter)
    events.announce(
        session,
        invitation.workspace_id,
        events.MAIL_DUE,
        {"mail": mail.message_id, "sender": caller.workspace},
    )


def withdraw(session: Session, workspace_id: str, invitation_id: str) -> None:
    """Let an invitation open nothing any more.

    Raises:
        Problem: there is no such invitation, or not any more.
    """
    found = session.scalar(invitation_with_id(workspace_id, invitation_id))
    if found is None:
        raise not_found("invitation")
    session.delete(found)


def open_invitation(session: Session, token: str) -> Invitation:
    """Return the invitation that a token opens.

    Raises:
        Problem: it was used, withdrawn, is too old, or there never was one.
    """
    found = session.scalar(invitation_of(token))
    if found is None or found.expires_at <= clock.now(session, found.workspace_id):
        raise Problem(
            404,
            "invitation-not-open",
            "This invitation is not open any more: it was used, withdrawn, or is too old. Ask for another.",
        )
    return found


def join(session: Session, token: str, name: str, password: str) -> Person:
    """Let whoever was invited in; the invitation is used up.

    Raises:
        Problem: it is not open, the address has an account elsewhere, or name or password will not do.
    """
    found = open_invitation(session, token)
    if session.scalar(service.person_with(found.email)):
        raise Problem(
            409,
            "address-taken",
            f"{found.email} has an account with another business. Ask to be invited at another address.",
        )
    if not name.strip():
        raise Problem(
            422,
            "not-valid",
            "Tell the others your name.",
            errors=[{"pointer": "/name", "detail": "is blank"}],
        )
    person = Person(
        id=database.new_id("person"),
        workspace_id=found.workspace_id,
        name=name.strip(),
        email=found.email,
        password_hash=security.hash_password(service.checked(password, "/password")),
        role=found.role,
        created_at=database.now(),
    )
    session.add(person)
    session.delete(found)
    _store(
        session, f"{found.email} has got an account at this moment. Sign in, or ask for another invitation."
    )
    return person


def _store(session: Session, words: str) -> None:
    """Store what is new, unless somebody did the same a moment ago.

    Raises:
        Problem: somebody did; `words` says what to do.
    """
    try:
        session.flush()
    except IntegrityError as error:
        raise Problem(409, "at-this-moment", words) from error


def _refuse_last_owner(session: Session, person: Person) -> None:
    workspace = session.get_one(Workspace, person.workspace_id)
    if [owner.id for owner in session.scalars(owners(person.workspace_id).with_for_update())] == [person.id]:
        raise Problem(
            409,
            "last-owner",
            f"{person.name} is the last owner of {workspace.name}. Make somebody else an owner first.",
        )


def give_role(session: Session, workspace_id: str, person_id: str, role: Role) -> Person:
    """Give somebody another role; it counts from their next act on.

    Raises:
        Problem: nobody there has this id, or it is the last owner.
    """
    person = one(session, workspace_id, person_id)
    if role != "owner":
        _refuse_last_owner(session, person)
        close_doors_of(session, person.id)
    person.role = role
    return person


def close_doors_of(session: Session, person_id: str) -> None:
    """Let what somebody opened as an owner be open no longer: invitations that wait, and keys."""
    for door in (
        delete(Invitation).where(Invitation.invited_by == person_id),
        delete(ApiKey).where(ApiKey.made_by == person_id),
    ):
        session.execute(door)


def remove(session: Session, workspace_id: str, person_id: str) -> None:
    """Let somebody work here no longer; their sessions end, and what they opened is closed. Sites stay.

    Raises:
        Problem: nobody there has this id, or it is the last owner.
    """
    person = one(session, workspace_id, person_id)
    _refuse_last_owner(session, person)
    close_doors_of(session, person.id)
    session.delete(person)
