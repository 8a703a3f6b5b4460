"""What was sent while its form started nothing: it is kept, and starts something once somebody says so."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select, tuple_

from webbuilder import events
from webbuilder.connector.tables import Connection, Submission
from webbuilder.problems import Problem
from webbuilder.tracing import action, traceparent_for
from webbuilder.workflows.tables import Run, Workflow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site


def started(session: Session, sent: Iterable[Submission]) -> set[str]:
    """Return the ids of those that have started a run."""
    ids = [one.id for one in sent]
    return set(session.scalars(select(Run.submission_id).where(Run.submission_id.in_(ids))))


def waiting(site_id: str) -> Select[Submission]:
    """Select what was kept and would start something now, the oldest first."""
    has_run = select(Run.id).where(Run.submission_id == Submission.id).exists()
    joined = (Connection.site_id == Submission.site_id) & (Connection.component_id == Submission.component_id)
    return (
        select(Submission)
        .join(Connection, joined)
        .join(Workflow, Workflow.id == Connection.workflow_id)
        .where(Submission.site_id == site_id, Submission.held_because.is_(None), ~has_run, ~Submission.sample)
        .where(Workflow.published_version > 0, Workflow.removed_at.is_(None))
        .order_by(Submission.sent_at, Submission.id)
    )


def many(session: Session, site: Site) -> int:
    """Return how much of what was kept would start something now."""
    return session.scalar(select(func.count()).select_from(waiting(site.id).order_by(None).subquery())) or 0


def counted(session: Session, site: Site) -> int:
    """Return how much of what was kept would start something now.

    Raises:
        Problem: nothing; all has started something, or would start nothing now either.
    """
    found = many(session, site)
    if not found:
        raise Problem(
            409,
            "nothing-kept",
            "Nothing waits here that would start anything. Connect the form to a published workflow first.",
        )
    return found


def start(session: Session, site_id: str, after: list[str] | None, most: int) -> list[Submission]:
    """Let the oldest that were kept start something; return them. Partners were told when they were sent.

    Args:
        after: time and id of the last one that was started before.
    """
    kept = waiting(site_id).limit(most)
    if after:
        moment, last = datetime.fromisoformat(after[0]), after[1]
        kept = kept.where(tuple_(Submission.sent_at, Submission.id) > tuple_(moment, last))
    found = [*session.scalars(kept)]
    for sent in found:
        with action("started late", traceparent_for(sent.trace_id)):  # what follows is of whoever sent it
            events.announce(session, sent.workspace_id, events.FORM_SENT, {"submission": sent.id})
    return found
