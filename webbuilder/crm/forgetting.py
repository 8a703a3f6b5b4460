"""Forgetting a person: whatever names them is gone from everywhere, but for a digest that keeps their no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, delete, func, or_, select, text, update

from webbuilder.connector.tables import Submission
from webbuilder.conventions.kept import KeptAnswer
from webbuilder.crm import service, suppressions
from webbuilder.crm.import_tables import ImportRow
from webbuilder.crm.tables import MergedContact, SegmentMember
from webbuilder.mail.tables import Mail
from webbuilder.workflows import control
from webbuilder.workflows.tables import Run, RunStep

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.crm.tables import Contact

FORGOTTEN = "somebody who was forgotten"


def submissions_of(contact: Contact) -> Select[str]:
    """Select what a person sent: whatever holds their address as an answer."""
    answers = func.jsonb_each_text(Submission.fields).table_valued("key", "value").alias("answers")
    taken_in = select(MergedContact.address_key).where(MergedContact.contact_id == contact.id)
    said = func.lower(func.trim(answers.c.value))
    theirs = or_(said == contact.address_key, said.in_(taken_in))
    mine = Submission.workspace_id == contact.workspace_id
    return select(Submission.id).where(mine, select(answers.c.key).where(theirs).exists())


def runs_of(contact: Contact, sent: list[str]) -> Select[Run]:
    """Select the runs for a person, those included that ended before it was a contact."""
    mine = Run.workspace_id == contact.workspace_id
    theirs = or_(Run.contact_id == contact.id, Run.submission_id.in_(sent))
    return select(Run).where(mine, theirs).order_by(Run.id).with_for_update()


def mails_of(contact: Contact, runs: list[str]) -> ColumnElement[bool]:
    """Return which mails are to a person or about them."""
    theirs = or_(Mail.contact_id == contact.id, Mail.run_id.in_(runs))
    return (Mail.workspace_id == contact.workspace_id) & theirs


def rows_of_files(contact: Contact) -> ColumnElement[bool]:
    """Return which rows of files that somebody brought name a person; others of the file stay."""
    cells = func.jsonb_array_elements_text(ImportRow.cells).table_valued("value").alias("cells")
    named = select(cells.c.value).where(func.lower(func.trim(cells.c.value)) == contact.address_key)
    return (ImportRow.workspace_id == contact.workspace_id) & named.exists()


def forget(session: Session, contact: Contact) -> None:
    """Forget a person: what is under way for them ends, and what names them is gone, all of it or nothing.

    How often workflows ran stays, without for whom. A no outlives it.
    """
    session.refresh(contact, with_for_update=True)
    sent = list(session.scalars(submissions_of(contact)))
    runs = list(session.scalars(runs_of(contact, sent)))
    for run in runs:
        if run.ended_at is None:
            control.cancel(session, run, "The contact was forgotten.")
        run.contact_id, run.submission_id = None, ""
        run.reason = run.reason and run.reason.replace(contact.email, FORGOTTEN)
    ids = [run.id for run in runs]
    steps = update(RunStep).where(RunStep.run_id.in_(ids))
    session.execute(steps.values(given={}, outcome=FORGOTTEN, error=None))
    session.execute(delete(Mail).where(mails_of(contact, ids)))
    session.execute(delete(Submission).where(Submission.id.in_(sent)))
    _forget_answers(session, contact)
    session.execute(delete(ImportRow).where(rows_of_files(contact)))
    suppressions.add(session, contact.workspace_id, contact.email, "forgotten")
    session.execute(delete(SegmentMember).where(SegmentMember.contact_id == contact.id))
    session.delete(contact)


def _forget_answers(session: Session, contact: Contact) -> None:
    """Forget answers that were kept for whoever asks again, and that name a person."""
    named = text("position(convert_to(:named, 'UTF8') in body) > 0")
    for words in {contact.email, service.address_key(contact.email)}:
        mine = KeptAnswer.workspace_id == contact.workspace_id
        session.execute(delete(KeptAnswer).where(mine, named.bindparams(named=words)))
