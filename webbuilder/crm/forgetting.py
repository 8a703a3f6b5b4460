"""Forgetting a person: whatever names them is gone from everywhere, but for a digest that keeps their no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, and_, delete, func, or_, select, text, update

from webbuilder.analytics.tables import SiteEvent
from webbuilder.connector.tables import Submission
from webbuilder.conventions.kept import KeptAnswer
from webbuilder.crm import service, suppressions
from webbuilder.crm.import_tables import ImportRow
from webbuilder.crm.tables import MergedContact, SegmentMember
from webbuilder.mail.tables import Mail
from webbuilder.publishing.tables import Release
from webbuilder.workflows import control
from webbuilder.workflows.tables import Run, RunStep

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.crm.tables import Contact

FORGOTTEN = "somebody who was forgotten"


@dataclass(frozen=True, slots=True)
class Theirs:
    """What is of a person: their addresses, what they sent, and the runs for them.

    `naming` is what others sent that names them, such as a friend's address; no more of it is theirs.
    """

    keys: list[str]
    sent: list[Submission]
    naming: list[Submission]
    runs: list[Run]


def keys_of(contact: Contact) -> Select[str]:
    """Select the addresses of those whom a contact took in."""
    return select(MergedContact.address_key).where(MergedContact.contact_id == contact.id)


def submissions_of(contact: Contact, keys: list[str]) -> Select[Submission]:
    """Select what holds one of a person's addresses as an answer."""
    answers = func.jsonb_each_text(Submission.fields).table_valued("key", "value").alias("answers")
    named = select(answers.c.key).where(func.lower(func.trim(answers.c.value)).in_(keys))
    mine = Submission.workspace_id == contact.workspace_id
    return select(Submission).where(mine, named.exists()).order_by(Submission.sent_at, Submission.id)


def runs_of(contact: Contact, sent: list[str]) -> Select[Run]:
    """Select the runs for a person, those included that ended before it was a contact, and lock them."""
    before = and_(Run.contact_id.is_(None), Run.submission_id.in_(sent))
    theirs = or_(Run.contact_id == contact.id, before)
    mine = select(Run).where(Run.workspace_id == contact.workspace_id, theirs)
    return mine.order_by(Run.id).with_for_update()


def gather(session: Session, contact: Contact) -> Theirs:
    """Return what is of a person."""
    keys = [contact.address_key, *session.scalars(keys_of(contact))]
    found = session.scalars(submissions_of(contact, keys)).all()
    sent = [one for one in found if _is_from(session, one, keys)]
    runs = session.scalars(runs_of(contact, [one.id for one in sent])).all()
    return Theirs(keys, sent, [one for one in found if one not in sent], list(runs))


def _is_from(session: Session, sent: Submission, keys: list[str]) -> bool:
    """Whether a submission is of a person: the field for their own address says so, and not any answer."""
    released = session.get(Release, (sent.site_id, sent.release))
    form = released.forms.get(sent.component_id) if released else None
    addresses = [field["name"] for field in form["fields"] if field["kind"] == "email"] if form else []
    own = addresses[:1] or list(sent.fields)  # of a form that nobody knows any more any answer may be it
    return any(service.address_key(str(sent.fields.get(name, ""))) in keys for name in own)


def mails_of(contact: Contact, runs: list[str]) -> ColumnElement[bool]:
    """Return which mails are to a person or about them."""
    theirs = or_(Mail.contact_id == contact.id, Mail.run_id.in_(runs))
    return (Mail.workspace_id == contact.workspace_id) & theirs


def rows_of_files(contact: Contact, keys: list[str]) -> ColumnElement[bool]:
    """Return which rows of files that somebody brought name a person; others of the file stay."""
    cells = func.jsonb_array_elements_text(ImportRow.cells).table_valued("value").alias("cells")
    named = select(cells.c.value).where(func.lower(func.trim(cells.c.value)).in_(keys))
    return (ImportRow.workspace_id == contact.workspace_id) & named.exists()


def forget(session: Session, contact: Contact) -> None:
    """Forget a person: what is under way for them ends, and what names them is gone, all of it or nothing.

    How often workflows ran stays, without for whom. A no outlives it. Runs and mails are locked before the
    contact, as by whatever is under way.
    """
    theirs = gather(session, contact)
    _forget_mails(session, contact, theirs)
    session.refresh(contact, with_for_update=True)
    theirs = gather(session, contact)
    _forget_runs(session, theirs, contact)
    _forget_mails(session, contact, theirs)
    session.execute(delete(Submission).where(Submission.id.in_([one.id for one in theirs.sent])))
    for one in theirs.naming:
        one.fields = {
            name: FORGOTTEN if service.address_key(str(said)) in theirs.keys else said
            for name, said in one.fields.items()
        }
    _forget_traces(session, theirs)
    _forget_answers(session, contact, {contact.email, *theirs.keys})
    session.execute(delete(ImportRow).where(rows_of_files(contact, theirs.keys)))
    for key in theirs.keys:
        suppressions.add(session, contact.workspace_id, key, "forgotten")
    session.execute(delete(SegmentMember).where(SegmentMember.contact_id == contact.id))
    session.delete(contact)


def _forget_mails(session: Session, contact: Contact, theirs: Theirs) -> None:
    session.execute(delete(Mail).where(mails_of(contact, [run.id for run in theirs.runs])))


def _forget_runs(session: Session, theirs: Theirs, contact: Contact) -> None:
    """End what is under way, and keep of each run that it was, without for whom."""
    for run in theirs.runs:
        if run.ended_at is None:
            control.cancel(session, run, "The contact was forgotten.")
        run.contact_id, run.submission_id = None, ""
        for named in {contact.email, *theirs.keys}:
            run.reason = run.reason and run.reason.replace(named, FORGOTTEN)
    steps = update(RunStep).where(RunStep.run_id.in_([run.id for run in theirs.runs]))
    session.execute(steps.values(given={}, outcome=FORGOTTEN, error=None))


def _forget_traces(session: Session, theirs: Theirs) -> None:
    """Let what was counted stay, and lead to nobody."""
    traces, sites = {one.trace_id for one in theirs.sent}, {one.site_id for one in theirs.sent}
    counted = SiteEvent.site_id.in_(sites), SiteEvent.trace_id.in_(traces)
    nobody = func.concat("forgotten:", func.gen_random_uuid())
    session.execute(update(SiteEvent).where(*counted).values(id=nobody, trace_id=""))


def _forget_answers(session: Session, contact: Contact, named: set[str]) -> None:
    """Forget answers that were kept for whoever asks again, and that name a person."""
    holds = text("position(convert_to(:named, 'UTF8') in body) > 0")
    for words in named:
        mine = KeptAnswer.workspace_id == contact.workspace_id
        session.execute(delete(KeptAnswer).where(mine, holds.bindparams(named=words)))
