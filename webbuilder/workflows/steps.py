"""What steps do to contacts, and where they lead; those that write mails stand in `mailing`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder import events
from webbuilder.connector import service as connector
from webbuilder.connector.tables import Connection, Submission
from webbuilder.crm import service as crm
from webbuilder.publishing.tables import Release
from webbuilder.sites.tables import Site
from webbuilder.workflows import history, service, waiting
from webbuilder.workflows.kinds import (
    MOST_STEPS,
    AddContact,
    AddTag,
    Branch,
    RemoveTag,
    Stop,
    Wait,
)
from webbuilder.workflows.service import ALREADY_TAKEN
from webbuilder.workflows.tables import Run
from webbuilder.workflows.taking import Jump, Skip, Waits, contact_of, key_of, take

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.database import Database
    from webbuilder.settings import Settings


def _mapping(session: Session, sent: Submission) -> dict[str, str]:
    """Return which sent field fills which of the contact's, also when the draft asks for others by now."""
    connected: dict[str, str] = session.get_one(Connection, (sent.site_id, sent.component_id)).mapping
    if set(connected.values()) <= set(sent.fields):
        return connected
    released = session.get_one(Release, (sent.site_id, sent.release))
    return connector.mapping_from(released.forms[sent.component_id]["fields"])


@take.register(AddContact)
def add_contact(_step: AddContact, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Make the visitor a contact and write down the sign-up.

    Raises:
        Skip: the workflow takes a contact once, and an earlier run did.
    """
    with store.transaction() as session:
        run = session.get_one(Run, run_id, with_for_update=True)
        if run.depth:  # another workflow led here, for somebody who is a contact
            history.tell(session, run, number, f"{contact_of(session, run).email} is a contact already")
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
        contact = contact_of(session, run)
        if crm.add_tag(session, contact, step.tag) and _starts_others(session, run, step.tag):
            whence = {"submission": run.submission_id, "depth": run.depth + 1}
            told = {"contact": contact.id, "tag": step.tag, **whence}
            events.announce(session, run.workspace_id, events.CONTACT_TAGGED, told)
        words = f"Tagged “{step.tag}”"
        crm.note(session, contact, key_of(run, number), "tagged", words, trace_id=run.trace_id)
        history.tell(session, run, number, f"tagged “{step.tag}”")


def _starts_others(session: Session, run: Run, tag: str) -> bool:
    return session.scalar(service.listening_to_tag(run.workspace_id, tag).limit(1)) is not None


@take.register(RemoveTag)
def remove_tag(step: RemoveTag, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Take the tag off the run's contact."""
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        contact = contact_of(session, run)
        words = f"No longer tagged “{step.tag}”"
        if crm.remove_tag(session, contact, step.tag):
            crm.note(session, contact, key_of(run, number), "untagged", words, trace_id=run.trace_id)
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
        found = tagged if crm.has_tag(session, contact_of(session, run), step.tag) else untagged
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
        Waits: always.
    """
    with store.transaction() as session:
        run = session.get_one(Run, run_id, with_for_update=True)
        if run.ended_at is not None:
            raise Waits
        until = waiting.begin(session, run, number, step.duration)
        history.tell(session, run, number, f"waits until {until:%-d %B %Y, %H:%M}", "waiting")
    raise Waits
