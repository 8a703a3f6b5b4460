"""What contacts do, told to the workflows that wait for it or start by it, with the deed itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select, update

from webbuilder import clock, events
from webbuilder.sites.tables import Site
from webbuilder.workflows.deeds import FIELDS
from webbuilder.workflows.tables import Pause, Workflow, WorkflowVersion

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.crm.tables import Contact
    from webbuilder.workflows.deeds import Did
    from webbuilder.workflows.tables import Run


def listening(workspace_id: str, what: Did, of: str) -> Select[Workflow]:
    """Select the workflows that start when a contact does this, of sites that are in use."""
    in_force = (WorkflowVersion.workflow_id == Workflow.id) & (
        WorkflowVersion.number == Workflow.published_version
    )
    return (
        select(Workflow)
        .join(WorkflowVersion, in_force)
        .join(Site, Site.id == Workflow.site_id)
        .where(Workflow.workspace_id == workspace_id, Workflow.removed_at.is_(None))
        .where(Site.put_away_at.is_(None))
        .where(WorkflowVersion.trigger["kind"].astext == what)
        .where(WorkflowVersion.trigger[FIELDS[what]].astext == of)
        .order_by(Workflow.id)
    )


def awaited(what: Did, of: str) -> str:
    """Return what a run that waits for a deed keeps of it."""
    return f"{what}:{of}"


def happened(session: Session, contact: Contact, what: Did, of: str, run: Run | None = None) -> None:
    """Tell what a contact did; `run` is the one that did it to the contact, if one did."""
    workspace_id = contact.workspace_id
    wait_no_longer(session, contact, what, of)
    if starts_others(session, workspace_id, what, of):
        whence = {
            "submission": run.submission_id if run else "",
            "depth": run.depth + 1 if run else 1,
            "sample": bool(run and run.sample),
        }
        told = {"contact": contact.id, "what": what, "of": of, **whence}
        events.announce(session, workspace_id, events.CONTACT_DID, told)


def starts_others(session: Session, workspace_id: str, what: Did, of: str) -> bool:
    """Whether any workflow starts by this."""
    return session.scalar(listening(workspace_id, what, of).limit(1)) is not None


def wait_no_longer(session: Session, contact: Contact, what: Did, of: str) -> None:
    """Let those runs go on that waited for this, and wake who lets them."""
    waited = (
        update(Pause)
        .where(Pause.contact_id == contact.id, Pause.awaits == awaited(what, of), Pause.taken_by.is_(None))
        .values(due_at=clock.now(session, contact.workspace_id))
        .returning(Pause.run_id)
    )
    if session.scalars(waited).all():
        session.execute(select(func.pg_notify("outbox", "")))
