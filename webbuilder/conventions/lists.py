"""Long lists, a part at a time: a cursor says where the last part ended, whatever came or went meanwhile."""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from fastapi import Depends, Query
from sqlalchemy import and_, or_

from webbuilder.problems import Problem

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import InstrumentedAttribute, Session

T = TypeVar("T")
USUAL, MOST = 50, 200
# As `database.new_id` makes them, a run's with those of what it came from; a mail's is its Message-ID.
_ID = re.compile(r"[\w:.@<>-]+")


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a list is wanted: how many, and behind which place."""

    limit: int
    behind: tuple[datetime, str] | None


def cursor_of(moment: datetime, identifier: str) -> str:
    """Return the place of an entry in a list, for whoever reads on; nobody needs to know what it holds."""
    return base64.urlsafe_b64encode(json.dumps([moment.isoformat(), identifier]).encode()).decode()


def _place(cursor: str) -> tuple[datetime, str]:
    try:
        moment, identifier = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        at = datetime.fromisoformat(moment)
    except (ValueError, TypeError, binascii.Error) as error:
        raise _unknown() from error
    if at.tzinfo is None or not isinstance(identifier, str) or not _ID.fullmatch(identifier):
        raise _unknown()
    return at, identifier


def _unknown() -> Problem:
    return Problem(
        422,
        "cursor-unknown",
        "This place in the list is none that was given. Leave the cursor out, and read from the beginning.",
        errors=[{"pointer": "/cursor", "detail": "was not given by this list"}],
    )


def wanted(
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many at most.")] = USUAL,
    cursor: Annotated[
        str | None, Query(max_length=300, description="`next_cursor` of the part before.")
    ] = None,
) -> Part:
    """Return which part of a list is asked for.

    Raises:
        Problem: the cursor is none that was given.
    """
    return Part(limit, _place(cursor) if cursor is not None else None)


def number_behind(part: Part) -> int:
    """Return the number behind which a part of a numbered list is wanted.

    Raises:
        Problem: the cursor is none that such a list gave.
    """
    if part.behind is None:
        return 0
    if not part.behind[1].isdecimal():
        raise _unknown()
    return int(part.behind[1])


Wanted = Annotated[Part, Depends(wanted)]


def part_of(
    session: Session,
    rows: Select[T],
    newest: InstrumentedAttribute[datetime],
    identifier: InstrumentedAttribute[str],
    part: Part,
) -> tuple[list[T], str | None]:
    """Return a part of what a Select has, the newest first, and the cursor of the next part, if there is one.

    The place is a moment and an id, never a number: what is added or removed moves nothing else.
    """
    ordered: Select[Any] = rows.order_by(None).order_by(newest.desc(), identifier)
    if part.behind is not None:
        at, last = part.behind
        ordered = ordered.where(or_(newest < at, and_(newest == at, identifier > last)))
    found: list[Any] = list(session.scalars(ordered.limit(part.limit + 1)))
    here = found[: part.limit]
    more = len(found) > part.limit
    return here, cursor_of(getattr(here[-1], newest.key), getattr(here[-1], identifier.key)) if more else None
