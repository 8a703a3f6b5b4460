"""What is known of errors: their groups, what settles one, and all that a number finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select

from webbuilder import database
from webbuilder.control.logs import lines_of
from webbuilder.errors.tables import ErrorGroup
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Passage:
    """What one part did in a trace: from when until when, in so many lines of its log."""

    part: str
    began_at: str
    ended_at: str
    lines: int


@dataclass(frozen=True, slots=True)
class Found:
    """All that a number finds; the group is None of whatever was no error."""

    number: str
    group: ErrorGroup | None
    passages: Sequence[Passage]
    lines: Sequence[dict[str, Any]]


def groups(*, only_open: bool = False) -> Select[ErrorGroup]:
    """Select the groups, the one that happened last first."""
    found = select(ErrorGroup).order_by(ErrorGroup.last_at.desc(), ErrorGroup.id)
    return found.where(ErrorGroup.settled_at.is_(None)) if only_open else found


def having(number: str) -> Select[ErrorGroup]:
    """Select the groups that keep a number among their last ones."""
    return select(ErrorGroup).where(ErrorGroup.numbers.contains([number])).order_by(ErrorGroup.last_at.desc())


def one(session: Session, group_id: str) -> ErrorGroup:
    """Return a group, which nobody else changes meanwhile.

    Raises:
        Problem: there is none.
    """
    group = session.get(ErrorGroup, group_id, with_for_update=True)
    if group is None:
        raise Problem(404, "not-found", "There is no such group of errors. Look at the list of them.")
    return group


def settle(session: Session, group_id: str) -> ErrorGroup:
    """Call a group settled, until it comes back."""
    group = one(session, group_id)
    group.settled_at = group.settled_at or database.now()
    group.returned_at = None
    return group


def find(session: Session, data: Path, number: str) -> Found:
    """Return what a number finds: the log of all parts on this machine, their turns, and the group.

    Of an error that is not among the last of its group any more, the log says which that is.

    Raises:
        Problem: it finds nothing.
    """
    lines = lines_of(data, frozenset({number}))
    group = session.scalar(having(number)) or _logged(session, lines)
    if group is None and not lines:
        words = "This number finds nothing. Compare it with what was told, all 32 characters of it."
        raise Problem(404, "not-found", words)
    return Found(number, group, passages(lines), lines)


def _logged(session: Session, lines: Sequence[dict[str, Any]]) -> ErrorGroup | None:
    told = [str(line["group"]) for line in lines if "group" in line]
    return session.get(ErrorGroup, told[-1]) if told else None


def passages(lines: Sequence[dict[str, Any]]) -> list[Passage]:
    """Return what each part did in a trace, in the order in which they came in."""
    moments: dict[str, list[str]] = {}
    for line in lines:
        moments.setdefault(str(line.get("part", "")), []).append(str(line.get("timestamp", "")))
    return [Passage(part, said[0], said[-1], len(said)) for part, said in moments.items()]
