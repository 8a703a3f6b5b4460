"""What steps do to contacts; where they lead stands in `ways`, those that write mails in `mailing`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select

from webbuilder.connector import service as connector
from webbuilder.connector.tables import Connection, Submission
from webbuilder.crm import consents, lists, service as crm, suppressions
from webbuilder.publishing.tables import Release
from webbuilder.sites.tables import Site
from webbuilder.workflows import happening, history, service
from webbuilder.workflows.kinds_of_contacts import (
    AddContact,
    AddTag,
    PutOnList,
    RemoveTag,
    SetDetail,
    TakeOffList,
)
from webbuilder.workflows.service import ALREADY_TAKEN
from webbuilder.workflows.tables import Run
from webbuilder.workflows.taking import Fail, Skip, contact_of, key_of, take

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.database import Database
    from webbuilder.settings import Settings


def sent_by(run: Run) -> Select[Submission, dict[str, Any], str]:
    """Select what a run came of, what of such a form fills a contact, and the name of the site."""
    joined = (Connection.site_id == Submission.site_id) & (Connection.component_id == Submission.component_id)
    return (
        select(Submission, Connection.mapping, Site.name)
        .join(Connection, joined)
        .join(Site, Site.id == Submission.site_id)
        .where(Submission.id == run.submission_id)
    )


def _mapping(session: Session, sent: Submission, connected: dict[str, str]) -> dict[str, str]:
    """Return which sent field fills which of the contact's, also when the draft asks for others by now."""
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
        run = service.locked(session, run_id)
        if run.depth or not run.submission_id:  # who did not come by a form is a contact already
            history.tell(session, run, number, f"{contact_of(session, run).email} is a contact already")
            return
        sent, connected, site = session.execute(sent_by(run)).one()
        mapping = _mapping(session, sent, connected)
        happening.comes_of(session, run)
        contact = crm.add(
            session,
            run.workspace_id,
            sent.fields[mapping["email"]],
            sent.fields.get(mapping.get("name", ""), ""),
            sample=run.sample,
        )
        words = f"Signed up at {site}"
        crm.note(session, contact, f"sent:{sent.id}", "signed up", words, trace_id=run.trace_id)
        consents.write_down(session, contact, sent, site)
        if contact.created_at >= run.started_at:  # whoever comes by themselves may be known again
            suppressions.lift(session, run.workspace_id, contact.email, "forgotten")
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
        if crm.add_tag(session, contact, step.tag):
            happening.happened(session, contact, "tagged", step.tag, happening.whence_of(run))
        words = f"Tagged “{step.tag}”"
        crm.note(session, contact, key_of(run, number), "tagged", words, trace_id=run.trace_id)
        history.tell(session, run, number, f"tagged “{step.tag}”")


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


@take.register(PutOnList)
def put_on_list(step: PutOnList, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Put the run's contact on the list."""
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        contact = contact_of(session, run)
        words = f"On the list “{step.list}”"
        if lists.put_on(session, contact, step.list):
            crm.note(session, contact, key_of(run, number), "listed", words, trace_id=run.trace_id)
            happening.happened(session, contact, "listed", step.list, happening.whence_of(run))
        history.tell(session, run, number, words[0].lower() + words[1:])


@take.register(TakeOffList)
def take_off_list(step: TakeOffList, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Take the run's contact off the list."""
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        contact = contact_of(session, run)
        words = f"No longer on the list “{step.list}”"
        if lists.take_off(session, contact, step.list):
            crm.note(session, contact, key_of(run, number), "unlisted", words, trace_id=run.trace_id)
        history.tell(session, run, number, words[0].lower() + words[1:])


@take.register(SetDetail)
def set_detail(step: SetDetail, run_id: str, number: int, _settings: Settings, store: Database) -> None:
    """Write down something about the run's contact.

    Raises:
        Fail: so much is written down that nothing more is taken.
    """
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        contact = contact_of(session, run)
        words = f"“{step.detail}” is “{step.value}”"
        if not crm.write_down(session, contact, step.detail, step.value):
            raise Fail(f"A contact has {crm.MOST_DETAILS} details at most. Write “{step.detail}” elsewhere.")
        crm.note(session, contact, key_of(run, number), "changed", words, trace_id=run.trace_id)
        history.tell(session, run, number, words)
