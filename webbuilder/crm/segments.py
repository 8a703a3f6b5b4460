"""Rules of segments: filters of contacts that have a name, and who fits them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sqlalchemy import ColumnElement, Select, and_, delete, func, insert, literal, or_, select

from webbuilder import database
from webbuilder.crm.conditions import CONDITIONS, AnyCondition
from webbuilder.crm.tables import Contact, Segment, SegmentMember
from webbuilder.problems import Problem, not_found, pointer
from webbuilder.workflows.tables import IN_FORCE, Workflow, WorkflowVersion

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Match = Literal["all", "any"]
MOST = 50  # of a workspace


def of_workspace(workspace_id: str) -> Select[Segment]:
    """Select a workspace's segments, by name."""
    return select(Segment).where(Segment.workspace_id == workspace_id).order_by(Segment.name)


def called(workspace_id: str, name: str) -> Select[Segment]:
    """Select the segment of that name."""
    return select(Segment).where(Segment.workspace_id == workspace_id, Segment.name == name)


def with_id(workspace_id: str, segment_id: str) -> Select[Segment]:
    """Select one segment of a workspace."""
    return select(Segment).where(Segment.id == segment_id, Segment.workspace_id == workspace_id)


def conditions_of(segment: Segment) -> list[AnyCondition]:
    """Return what a segment asks of contacts."""
    return CONDITIONS.validate_python(segment.conditions)


def together(segment: Segment) -> ColumnElement[bool]:
    """Return what holds of the contacts that fit: all that a segment asks, or any of it."""
    asked = [condition.fits(segment.workspace_id) for condition in conditions_of(segment)]
    return and_(*asked) if segment.match == "all" else or_(*asked)


def members(workspace_id: str, segment: Segment) -> Select[Contact]:
    """Select the contacts that fit a segment by now, the newest first; a sample is none."""
    return (
        select(Contact)
        .where(Contact.workspace_id == workspace_id, ~Contact.sample, together(segment))
        .order_by(Contact.created_at.desc(), Contact.id)
    )


def size_of(workspace_id: str, segment: Segment) -> Select[int]:
    """Select how many contacts fit a segment by now."""
    return members(workspace_id, segment).order_by(None).with_only_columns(func.count())


def one(session: Session, workspace_id: str, segment_id: str) -> Segment:
    """Return a segment.

    Raises:
        Problem: the workspace has no such segment.
    """
    segment = session.scalar(with_id(workspace_id, segment_id))
    if segment is None:
        raise not_found("segment")
    return segment


def alone(session: Session, workspace_id: str) -> None:
    """Let nobody change segments of a workspace, or look whether somebody fits one, but this transaction."""
    session.execute(select(func.pg_advisory_xact_lock(_number(workspace_id))))


def unchanged(session: Session, workspace_id: str) -> None:
    """Let nobody change segments of a workspace until this transaction ends; others may do so as well."""
    session.execute(select(func.pg_advisory_xact_lock_shared(_number(workspace_id))))


def _number(workspace_id: str) -> ColumnElement[int]:
    return func.hashtextextended(f"segments {workspace_id}", 0)


def make(
    session: Session, workspace_id: str, name: str, match: Match, conditions: list[AnyCondition]
) -> Segment:
    """Make a segment; whoever fits it already does not come to fit it.

    Raises:
        Problem: the workspace has one of that name, or has as many as it may have.
    """
    alone(session, workspace_id)
    if len(session.scalars(of_workspace(workspace_id)).all()) >= MOST:
        raise Problem(409, "too-many", f"There are {MOST} segments at most. Remove one first.")
    segment = Segment(id=database.new_id("segment"), workspace_id=workspace_id)
    _write(session, segment, name, match, conditions)
    return segment


def change(
    session: Session, segment: Segment, name: str, match: Match, conditions: list[AnyCondition]
) -> None:
    """Let a segment ask something else; whoever fits it by that does not come to fit it.

    Raises:
        Problem: another segment has that name, or a workflow knows it by the name that it has.
    """
    if segment.name != name:
        _refuse_known(session, segment)
    _write(session, segment, name, match, conditions)


def _write(
    session: Session, segment: Segment, name: str, match: Match, conditions: list[AnyCondition]
) -> None:
    _refuse_taken(session, segment, name)
    segment.name, segment.match = name, match
    segment.conditions = CONDITIONS.dump_python(conditions, mode="json")
    session.add(segment)
    session.flush()
    fill(session, segment)


def _refuse_taken(session: Session, segment: Segment, name: str) -> None:
    """Refuse a name that another segment has."""
    other = session.scalar(called(segment.workspace_id, name))
    if other is not None and other.id != segment.id:
        raise _at_name("name-is-taken", f"There is a segment “{name}” already. Choose another name.")


def fill(session: Session, segment: Segment) -> None:
    """Write down who fits a segment by now."""
    session.execute(delete(SegmentMember).where(SegmentMember.segment_id == segment.id))
    fitting = members(segment.workspace_id, segment).order_by(None)
    rows = fitting.with_only_columns(literal(segment.id), Contact.id, Contact.workspace_id)
    session.execute(insert(SegmentMember).from_select(["segment_id", "contact_id", "workspace_id"], rows))


def remove(session: Session, segment: Segment) -> None:
    """Take a segment away; its contacts stay.

    Raises:
        Problem: a workflow starts by it.
    """
    _refuse_known(session, segment)
    session.delete(segment)
    session.flush()


def starting_by(workspace_id: str, name: str) -> Select[str]:
    """Select the names of the workflows that a segment starts, as they are drawn or published."""
    drawn, published = Workflow.trigger["segment"].astext, WorkflowVersion.trigger["segment"].astext
    return (
        select(Workflow.name)
        .outerjoin(WorkflowVersion, IN_FORCE)
        .where(Workflow.workspace_id == workspace_id, Workflow.removed_at.is_(None))
        .where(or_(drawn == name, published == name))
        .order_by(Workflow.name)
    )


def _refuse_known(session: Session, segment: Segment) -> None:
    """Refuse to let a segment's name stand for nothing where a workflow knows it by that name."""
    known = session.scalar(starting_by(segment.workspace_id, segment.name).limit(1))
    if known is not None:
        words = (
            f"The workflow “{known}” starts by “{segment.name}”. Let something else start it first,"
            " or keep the segment and its name."
        )
        raise _at_name("is-needed", words)


def _at_name(kind: str, words: str) -> Problem:
    return Problem(409, kind, words, errors=[{"pointer": pointer("name"), "detail": words}])
