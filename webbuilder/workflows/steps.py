"""What each kind of step does. Every effect has a natural key, so a step taken twice has it once."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from webbuilder.accounts.tables import Workspace
from webbuilder.connector import service as connector
from webbuilder.connector.tables import Connection, Submission
from webbuilder.crm import service as crm
from webbuilder.crm.tables import Contact
from webbuilder.mail import ledger, letters
from webbuilder.mail.tables import Mail
from webbuilder.publishing.tables import Release
from webbuilder.sites.tables import Site
from webbuilder.workflows import service, waiting
from webbuilder.workflows.kinds import AddContact, AddTag, SendMail, Wait
from webbuilder.workflows.tables import Run

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.database import Database
    from webbuilder.settings import Settings

ALREADY_TAKEN = "already taken"


class Stop(Exception):
    """The run ends here, in order; `str` says why."""


class Paused(Exception):
    """The run waits at this step; it goes on behind it once that is due."""


def _contact(session: Session, run: Run) -> Contact:
    return session.get_one(Contact, run.contact_id)


def _mapping(session: Session, sent: Submission) -> dict[str, str]:
    """Return which sent field fills which of the contact's, also when the draft asks for others by now."""
    connected: dict[str, str] = session.get_one(Connection, (sent.site_id, sent.component_id)).mapping
    if set(connected.values()) <= set(sent.fields):
        return connected
    released = session.get_one(Release, (sent.site_id, sent.release))
    return connector.mapping_from(released.forms[sent.component_id]["fields"])


def _key(run: Run, number: int) -> str:
    return f"{run.id}:{number}"


@singledispatch
def take(step: object, run_id: str, number: int, settings: Settings, store: Database) -> None:
    """Take one step of a run.

    Raises:
        Stop: the run is over.
        MailServerAway: the step may be taken again later.
    """
    message = f"no run knows how to take {step!r}"
    raise NotImplementedError(message)


@take.register(AddContact)
def add_contact(step: AddContact, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Make the visitor a contact and write down the sign-up.

    Raises:
        Stop: the workflow takes a contact once, and an earlier run did.
    """
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        sent = session.get_one(Submission, run.submission_id)
        mapping = _mapping(session, sent)
        contact = crm.add(
            session,
            run.workspace_id,
            sent.fields[mapping["email"]],
            sent.fields.get(mapping.get("name", ""), ""),
        )
        site = session.get_one(Site, sent.site_id)
        words = f"Signed up at {site.name}"
        crm.note(session, contact, f"sent:{sent.id}", "signed up", words, trace_id=run.trace_id)
        service.tell(session, run, number, step.kind, f"{contact.email} is a contact")
        taken = service.enter(session, run, contact.id)
    if not taken:
        raise Stop(ALREADY_TAKEN)


@take.register(AddTag)
def add_tag(step: AddTag, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Put the tag on the run's contact."""
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        contact = _contact(session, run)
        crm.add_tag(session, contact, step.tag)
        crm.note(session, contact, _key(run, number), "tagged", f"Tagged “{step.tag}”", trace_id=run.trace_id)
        service.tell(session, run, number, step.kind, f"tagged “{step.tag}”")


@take.register(Wait)
def wait(step: Wait, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Write down until when the run waits; asked again, it is what it was.

    Raises:
        Paused: always.
    """
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        until = waiting.begin(session, run, number, step.duration)
        service.tell(session, run, number, step.kind, f"waits until {until:%-d %B %Y, %H:%M}")
    raise Paused


@take.register(SendMail)
def send_mail(step: SendMail, run_id: str, number: int, settings: Settings, store: Database) -> None:
    """Enter the mail as due, send it outside of any transaction, and write down what became of it.

    Raises:
        MailServerAway: the mail stays due; the step may be taken again later.
    """
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        contact = _contact(session, run)
        workspace = session.get_one(Workspace, run.workspace_id)
        site = session.get_one(Site, session.get_one(Submission, run.submission_id).site_id)
        letter = letters.compose(step.subject, step.paragraphs, contact.name, workspace.name, site.name)
        mail = Mail(
            message_id=ledger.message_id(run.id, number),
            workspace_id=run.workspace_id,
            run_id=run.id,
            contact_id=contact.id,
            recipient=contact.email,
            trace_id=run.trace_id,
        )
        ledger.enter(session, mail, letter)
    state = ledger.send(settings, store, mail.message_id, workspace.name)
    with store.transaction() as session:
        words = f"Mail “{letter.subject}” {'sent' if state == 'accepted' else state}"
        crm.note(session, contact, _key(run, number), "mail", words, trace_id=run.trace_id)
        service.tell(session, run, number, step.kind, words)
