"""Errors of one process: told to the log at once, and written down soon by a thread that nobody waits for."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import text

from webbuilder import database
from webbuilder.errors.grouping import Kind, kind_of
from webbuilder.tracing import current_trace_id, log, some_action

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from sqlalchemy.orm import Session

    from webbuilder.database import Database

# Who else is told of an error, with its kind and its number.
Teller: TypeAlias = "Callable[[Kind, BaseException, str], None]"
KEPT = 20  # numbers of the last errors of a group, as the statement below has it
_AGAIN, _LATEST = 1.0, 4.0  # seconds until a database that was away is tried again, at first and later on
_PATIENCE = "set local statement_timeout = 3000"  # ms
# What is counted again after it was settled, and happened later, is open again, and says so.
_COUNT = """
insert into error_groups as known (id, error, place, during, many, numbers, first_at, last_at)
values (:id, :error, :place, :during, :many, cast(:numbers as varchar[]), :first_at, :last_at)
on conflict (id) do update set
  many = known.many + excluded.many,
  numbers = (excluded.numbers || known.numbers)[1:20],
  first_at = least(known.first_at, excluded.first_at),
  last_at = greatest(known.last_at, excluded.last_at),
  returned_at = case when known.settled_at < excluded.last_at
    then excluded.last_at else known.returned_at end,
  settled_at = case when known.settled_at < excluded.last_at then null else known.settled_at end
"""


@dataclass(frozen=True, slots=True)
class Tally:
    """Errors of one kind that are not written down yet; of however many, the last numbers are kept."""

    kind: Kind
    many: int
    numbers: tuple[str, ...]
    first_at: datetime
    last_at: datetime

    def after(self, earlier: Tally) -> Tally:
        """Return these together with earlier ones."""
        numbers = (*self.numbers, *earlier.numbers)[:KEPT]
        return replace(self, many=self.many + earlier.many, numbers=numbers, first_at=earlier.first_at)


def count(session: Session, tally: Tally) -> None:
    """Count errors in their group, which is there from the first of them on."""
    kind = tally.kind
    said = {"error": kind.error, "place": kind.place, "during": kind.during, "many": tally.many}
    moments = {"first_at": tally.first_at, "last_at": tally.last_at}
    session.execute(text(_COUNT), {"id": kind.group, "numbers": list(tally.numbers), **said, **moments})


class Book:
    """What a process has met. Nobody who meets an error waits for the database, or fails with it.

    Attributes:
        part: which part of the platform this is, as the groups tell it.
    """

    def __init__(self, store: Database, part: str, tell: Teller | None = None) -> None:
        """Take where errors are written down, and who else is told of each."""
        self.part = part
        self._store, self._tell = store, tell
        self._waiting: dict[str, Tally] = {}
        self._lock, self._more = threading.Lock(), threading.Event()
        self._writer: threading.Thread | None = None

    def meet(self, error: BaseException, during: str, **said: object) -> Kind:
        """Log an error, with its number and its group, and have it counted soon.

        Its number is that of the trace at work, or of a new one where none is any more.
        """
        kind = self.kind_of(error, during)
        with some_action(during):
            log().error("failed", error=repr(error), group=kind.group, exc_info=error, **said)
            self.note(kind)
            if self._tell is not None:
                self._tell(kind, error, current_trace_id())
        return kind

    def kind_of(self, error: BaseException, during: str) -> Kind:
        """Return of which kind an error is that is met here."""
        return kind_of(error, f"{self.part}: {during}")

    def note(self, kind: Kind) -> None:
        """Have an error of the trace at work counted soon."""
        moment = database.now()
        self._keep(Tally(kind, 1, (current_trace_id(),), moment, moment))

    def _keep(self, tally: Tally) -> None:
        with self._lock:
            known = self._waiting.get(tally.kind.group)
            self._waiting[tally.kind.group] = tally.after(known) if known else tally
            if self._writer is None:  # after the fork, and only where there is anything to write
                self._writer = threading.Thread(target=self._write, name="errors", daemon=True)
                self._writer.start()
        self._more.set()

    def _write(self) -> None:
        again = _AGAIN
        while self._more.wait():
            self._more.clear()
            if self.write_down(first=again == _AGAIN):
                again = _AGAIN
            else:
                time.sleep(again)  # nobody tells when a database is back, and nobody waits for this thread
                again = min(2 * again, _LATEST)
                self._more.set()

    def write_down(self, *, first: bool = True) -> bool:
        """Write down what waits, a statement for each group; return whether it was, else it waits on.

        Args:
            first: whether the log is told where it could not be; of one trouble it is told once.
        """
        with self._lock:
            taken, self._waiting = self._waiting, {}
        try:
            self._count(taken)
        except Exception as away:  # noqa: BLE001 - whatever it was, what comes later is to be counted too
            if first:
                log().warning("errors are not written down yet", many=len(taken), error=type(away).__name__)
            self._put_back(taken)
            return False
        return True

    def _count(self, taken: Mapping[str, Tally]) -> None:
        """Count in one order everywhere, so that no two processes wait for each other."""
        with self._store.transaction() as session:
            session.execute(text(_PATIENCE))
            for _, tally in sorted(taken.items()):
                count(session, tally)

    def _put_back(self, taken: Mapping[str, Tally]) -> None:
        with self._lock:
            for group, earlier in taken.items():
                later = self._waiting.get(group)
                self._waiting[group] = later.after(earlier) if later else earlier
