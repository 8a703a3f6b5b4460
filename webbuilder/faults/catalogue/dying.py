"""How a process dies in the middle of what it does, and how it does so while it works in the background."""
# ruff: noqa: PLC0415 - the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.connector.tables import Submission
    from webbuilder.faults.functions import Original


def die(original: Original, session: Session, moment: Literal["before_commit", "after_commit"]) -> None:
    """Let this process die once, before or after what a session has done is stored."""
    from sqlalchemy import event

    event.listen(session, moment, lambda _session: original.die_once())


def begun_late(
    original: Original, session: Session, site_id: str, after: list[str] | None, most: int
) -> list[Submission]:
    """Die when what was kept has been started late, before that is stored."""
    found: list[Submission] = original(session, site_id, after, most)
    if found:
        original.die_once()
    return found


def kept_late(
    original: Original, session: Session, site_id: str, after: list[str] | None, most: int
) -> list[Submission]:
    """Die when what was kept has been started late, and that is stored."""
    found: list[Submission] = original(session, site_id, after, most)
    if found:
        die(original, session, "after_commit")
    return found


def imports_before(original: Original, session: Session, import_id: str) -> int | None:
    """Die when rows of a file are imported, before that is stored."""
    many: int | None = original(session, import_id)
    if many:
        original.die_once()
    return many


def imports_after(original: Original, session: Session, import_id: str) -> int | None:
    """Die when rows of a file are imported, and that is stored."""
    many: int | None = original(session, import_id)
    if many:
        die(original, session, "after_commit")
    return many
