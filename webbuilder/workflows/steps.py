"""What each kind of step does. Every effect has a natural key, so a step taken twice has it once."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from webbuilder import events
from webbuilder.accounts import people
from webbuilder.accounts.tables import Workspace
from webbuilder.connector import service as connector
from webbuilder.connector.tables import Connection, Submission
from webbuilder.crm import service as crm
from webbuilder.crm.tables import Contact
from webbuilder.mail import ledger, letters
from webbuilder.mail.tables import Mail
from webbuilder.publishing.tables import Release
from webbuilder.sites.tables import Site
from webbuilder.workflows import history, service, waiting
from webbuilder.workflows.kinds import (
    MOST_STEPS,
    AddContact,
    AddTag,
    Branch,
    Notify,
    RemoveTag,
    SendMail,
    Stop,
    Wait,
)
from webbuilder.workflows.service import ALREADY_TAKEN
from webbuilder.workflows.tables import Run, Workflow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.database import Database
    from webbuilder.settings import Settings


class Skip(Exception):
    """The run does nothing for somebody, in order; `str` says why."""


class Jump(Exception):
    """The run goes on at another step than the next: at `number`, from 0 on, or ends where there is none."""

    def __init__(self, number: int) -> None:
        self.number = number


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
        Skip: the run does nothing here.
        Jump: it goes on elsewhere.
        Paused: it waits.
        MailServerAway: the step may be taken again later.
    """
    message = f"no run knows how to take {step!r}"
    raise NotImplementedError(message)


@take.register(AddContact)
def add_contact(_step: AddContact, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Make the visitor a contact and write down the sign-up.

    Raises:
        Skip: the workflow takes a contact once, and an earlier run did.
    """
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        if run.submission_id is None:
            history.tell(session, run, number, f"{_contact(session, run).email} is a contact already")
            return
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
        history.tell(session, run, number, f"{contact.email} is a contact")
        taken = service.enter(session, run, contact.id)
    if not taken:
        raise Skip(ALREADY_TAKEN)


@take.register(AddTag)
def add_tag(step: AddTag, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Put the tag on the run's contact."""
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        contact = _contact(session, run)
        if crm.add_tag(session, contact, step.tag) and _starts_others(session, run, step.tag):
            told = {"contact": contact.id, "tag": step.tag, "depth": run.depth + 1}
            events.announce(session, run.workspace_id, events.CONTACT_TAGGED, told)
        crm.note(session, contact, _key(run, number), "tagged", f"Tagged “{step.tag}”", trace_id=run.trace_id)
        history.tell(session, run, number, f"tagged “{step.tag}”")


def _starts_others(session: Session, run: Run, tag: str) -> bool:
    return session.scalar(service.listening_to_tag(run.workspace_id, tag).limit(1)) is not None


@take.register(RemoveTag)
def remove_tag(step: RemoveTag, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Take the tag off the run's contact."""
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        contact = _contact(session, run)
        words = f"No longer tagged “{step.tag}”"
        if crm.remove_tag(session, contact, step.tag):
            crm.note(session, contact, _key(run, number), "untagged", words, trace_id=run.trace_id)
        history.tell(session, run, number, words.lower())


@take.register(Branch)
def branch(step: Branch, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Look whether the run's contact has the tag; asked again, it is as it was found at first.

    Raises:
        Jump: it has not.
    """
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        tagged, untagged = f"tagged “{step.tag}”", f"not tagged “{step.tag}”"
        found = tagged if crm.has_tag(session, _contact(session, run), step.tag) else untagged
        stands = history.tell(session, run, number, found)
    if stands != tagged:
        raise Jump(step.otherwise - 1 if step.otherwise else MOST_STEPS)


@take.register(Stop)
def stop(_step: Stop, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """End the run.

    Raises:
        Jump: always.
    """
    with store.transaction() as session:
        history.tell(session, session.get_one(Run, run_id), number, "ended here")
    raise Jump(MOST_STEPS)


@take.register(Wait)
def wait(step: Wait, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Write down until when the run waits; asked again, it is what it was.

    Raises:
        Paused: always.
    """
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        until = waiting.begin(session, run, number, step.duration)
        history.tell(session, run, number, f"waits until {until:%-d %B %Y, %H:%M}", "waiting")
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
        letter = letters.compose(
            step.subject, step.paragraphs, contact.name, workspace.name, _site_of(session, run).name
        )
        mail = _mail(run, ledger.message_id(run.id, number), contact.email, contact.id)
        ledger.enter(session, mail, letter)
    state = ledger.send(settings, store, mail.message_id, workspace.name)
    with store.transaction() as session:
        words = f"Mail “{letter.subject}” {'sent' if state == 'accepted' else state}"
        crm.note(session, contact, _key(run, number), "mail", words, trace_id=run.trace_id)
        history.tell(session, run, number, words)


@take.register(Notify)
def notify(step: Notify, run_id: str, number: int, settings: Settings, store: Database) -> None:
    """Write to each owner once, outside of any transaction, and say to how many.

    Raises:
        MailServerAway: who was not written to yet is written to when the step is taken again.
    """
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        contact = _contact(session, run)
        workspace = session.get_one(Workspace, run.workspace_id)
        page = f"{settings.where.app}/contacts/{contact.id}"
        about = letters.About(contact.name, contact.email, _site_of(session, run).name, page)
        owners = session.scalars(people.owners(run.workspace_id)).all()
        keys = [ledger.message_id(f"{run.id}:{owner.id}", number) for owner in owners]
        for key, owner in zip(keys, owners, strict=True):
            letter = letters.notice(step.notice, owner.name, about)
            ledger.enter(session, _mail(run, key, owner.email), letter)
    for key in keys:
        ledger.send(settings, store, key, workspace.name)
    with store.transaction() as session:
        history.tell(session, run, number, f"told {len(keys)} {'owner' if len(keys) == 1 else 'owners'}")


def _site_of(session: Session, run: Run) -> Site:
    return session.get_one(Site, session.get_one(Workflow, run.workflow_id).site_id)


def _mail(run: Run, key: str, recipient: str, contact_id: str | None = None) -> Mail:
    return Mail(
        message_id=key,
        workspace_id=run.workspace_id,
        run_id=run.id,
        contact_id=contact_id,
        recipient=recipient,
        trace_id=run.trace_id,
    )
