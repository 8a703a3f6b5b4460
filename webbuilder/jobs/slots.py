"""Slots of workers: whoever holds one lives, and what a dead one was at goes on wherever somebody lives.

A slot is a lock in the database, which falls with the connection of whoever holds it, so nobody has to guess
from clocks who is dead. DBOS knows workers by these fixed names, on whichever machine they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbos import DBOS

from webbuilder.parts.refusal import CannotStartError
from webbuilder.tracing import log

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psycopg import Connection

SLOTS = tuple(f"worker-{number}" for number in range(1, 17))
_KEY = "hashtextextended('executor ' || slot, 0)"


def take(line: Connection) -> str:
    """Return a slot that nobody holds, held from now on by this connection.

    Raises:
        CannotStartError: there are as many workers as there may be.
    """
    for slot in SLOTS:
        if _held(line, [slot]):
            return slot
    raise CannotStartError(f"There are {len(SLOTS)} workers on this database already. End one of them first.")


def take_over(line: Connection, mine: str) -> int:
    """Let what dead workers were at go on with the living; return how much that was."""
    dead = _held(line, [slot for slot in SLOTS if slot != mine])
    try:
        return resume(dead)
    finally:
        _let_go(line, dead)


def resume(dead: Sequence[str]) -> int:
    """Have whoever lives take up what these workers have begun; steps that were done are not done again."""
    left = DBOS.list_workflows(status="PENDING", executor_id=[*dead], load_input=False, load_output=False)
    if left:
        log().warning("taking over", workers=sorted({str(one.executor_id) for one in left}), many=len(left))
        DBOS.resume_workflows([one.workflow_id for one in left])
    return len(left)


def _held(line: Connection, slots: Sequence[str]) -> list[str]:
    """Return those of the slots that nobody held, held from now on by this connection."""
    asked = f"select slot from unnest(%s::text[]) as slot where pg_try_advisory_lock({_KEY})"  # noqa: S608 - ours
    return [slot for (slot,) in line.execute(asked, ([*slots],)).fetchall()]


def _let_go(line: Connection, slots: Sequence[str]) -> None:
    line.execute(f"select pg_advisory_unlock({_KEY}) from unnest(%s::text[]) as slot", ([*slots],))  # noqa: S608 - ours
