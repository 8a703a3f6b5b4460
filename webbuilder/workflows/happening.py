"""What contacts do, told to the workflows that wait for it or start by it, with the deed itself."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select, update

from webbuilder import clock, events
from webbuilder.sites.tables import Site
from webbuilder.workflows.deeds import FIELDS
from webbuilder.workflows.tables import IN_FORCE, Pause, Workflow, WorkflowVersion

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.crm.tables import Contact
    from webbuilder.workflows.deeds import Did
    from webbuilder.workflows.tables import Run

_WHENCE = "what comes of what is done"


@dataclass(frozen=True, slots=True)
class Whence:
    """What a deed came of: a submission, so many workflows that led there, whether somebody tries it out.

    `site` is where it was done, if only workflows of that site start by it.
    """

    submission: str = ""
    depth: int = 1
    sample: bool = False
    site: str | None = None


def whence_of(run: Run) -> Whence:
    """Return whence a deed comes that a run does to its contact."""
    return Whence(run.submission_id, run.depth + 1, run.sample)


def comes_of(session: Session, run: Run) -> None:
    """Let whatever this transaction does to contacts from now on come of a run."""
    session.info[_WHENCE] = whence_of(run)


def whence(session: Session) -> Whence:
    """Return what comes of what this transaction does: of a run, or of nothing that a workflow did."""
    found: Whence = session.info.get(_WHENCE, Whence())
    return found


def listening(workspace_id: str, what: Did, of: str, site_id: str | None = None) -> Select[Workflow]:
    """Select the workflows that start when a contact does this, of sites that are in use, or of one alone."""
    found = (
        select(Workflow)
        .join(WorkflowVersion, IN_FORCE)
        .join(Site, Site.id == Workflow.site_id)
        .where(Workflow.workspace_id == workspace_id, Workflow.removed_at.is_(None))
        .where(Site.put_away_at.is_(None))
        .where(WorkflowVersion.trigger["kind"].astext == what)
        .where(WorkflowVersion.trigger[FIELDS[what]].astext == of)
        .order_by(Workflow.id)
    )
    return found.where(Workflow.site_id == site_id) if site_id else found


def awaited(what: Did, of: str) -> str:
    """Return what a run that waits for a deed keeps of it."""
    return f"{what}:{of}"


def happened(session: Session, contact: Contact, what: Did, of: str, whence: Whence) -> None:
    """Tell what a contact did, or what was done to it."""
    wait_no_longer(session, contact, what, of)
    if starts_others(session, contact.workspace_id, what, of):
        told = {"contact": contact.id, "what": what, "of": of, **asdict(whence)}
        events.announce(session, contact.workspace_id, events.CONTACT_DID, told)


def starts_others(session: Session, workspace_id: str, what: Did, of: str) -> bool:
    """Whether any workflow starts by this."""
    return session.scalar(listening(workspace_id, what, of).limit(1)) is not None


def wait_no_longer(session: Session, contact: Contact, what: Did, of: str) -> None:
    """Let those runs go on that waited for this, and wake who lets them."""
    waited = (
        update(Pause)
        .where(Pause.contact_id == contact.id, Pause.awaits == awaited(what, of), Pause.taken_by.is_(None))
        .values(due_at=clock.now(session, contact.workspace_id), awaits=None)
        .returning(Pause.run_id)
    )
    if session.scalars(waited).all():
        session.execute(select(func.pg_notify("outbox", "")))
