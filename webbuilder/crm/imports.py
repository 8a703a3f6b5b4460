"""Rules of importing: a file is tried out first, and imported piece by piece once somebody says so."""

from __future__ import annotations

import json
from collections import Counter
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, delete, select, update

from webbuilder import clock, database
from webbuilder.crm import cells, entering, sheets, suppressions
from webbuilder.crm.import_tables import Import, ImportRow
from webbuilder.crm.importing import Beside, refused_because, row_of
from webbuilder.crm.known import CHANGED, NEW, REFUSED, SAME, known_of, outcome_of, taken_in_among
from webbuilder.crm.sheets import Record
from webbuilder.crm.taking_in import Taken, take_in
from webbuilder.problems import Problem, not_found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy.orm import Session

    from webbuilder.crm.sheets import Sheet

MOST_BYTES, MOST_ROWS, NAME_LENGTH = 20 * 1024 * 1024, 100_000, 120
PIECE = 1000  # rows that are looked at, or imported, in one go
KEPT = timedelta(days=1)  # what nobody imported is thrown away when the next file comes
OUTCOMES = (NEW, CHANGED, SAME, REFUSED)
_COPY = "copy import_rows (import_id, line, workspace_id, cells, outcome, reason) from stdin"


def of_workspace(workspace_id: str) -> Select[Import]:
    """Select the files that a workspace brought, the newest first."""
    mine = select(Import).where(Import.workspace_id == workspace_id)
    return mine.order_by(Import.created_at.desc(), Import.id)


def one(session: Session, workspace_id: str, import_id: str) -> Import:
    """Return a file that was brought.

    Raises:
        Problem: the workspace has brought no such file.
    """
    brought = session.scalar(of_workspace(workspace_id).where(Import.id == import_id))
    if brought is None:
        raise not_found("import")
    return brought


def rows_of(import_id: str, outcomes: Iterable[str] = OUTCOMES) -> Select[ImportRow]:
    """Select the rows of a file that came to this, in their order; what is imported is not among them."""
    mine = select(ImportRow).where(ImportRow.import_id == import_id, ImportRow.outcome.in_(tuple(outcomes)))
    return mine.order_by(ImportRow.line)


def try_out(session: Session, workspace_id: str, name: str, content: bytes) -> Import:
    """Keep a file with what importing each row would do; no contact changes.

    Raises:
        Problem: it is no table of contacts, or too long.
    """
    sheet, now = sheets.read(content), clock.now(session, workspace_id)
    records = _records(sheet)
    left = Import.workspace_id == workspace_id, Import.job_id.is_(None), Import.created_at < now - KEPT
    session.execute(delete(Import).where(*left))
    brought = Import(
        id=database.new_id("import"),
        workspace_id=workspace_id,
        name=name,
        header=list(sheet.header),
        trial={},
        came={},
        job_id=None,
        created_at=now,
    )
    session.add(brought)
    session.flush()
    brought.trial = _keep_rows(session, brought, records)
    brought.came = _counted(Counter({REFUSED: brought.trial[REFUSED]}))
    return brought


def to_import(brought: Import) -> int:
    """Return how many rows of a file would be imported.

    Raises:
        Problem: none, or somebody has said so before.
    """
    many: int = sum(brought.trial[outcome] for outcome in (NEW, CHANGED, SAME))
    if brought.job_id is not None:
        raise Problem(409, "imported-before", "This file is imported already. Its job tells how far that is.")
    if not many:
        raise Problem(
            409, "nothing-to-import", "Every row of this file was refused. Mend them, and bring it again."
        )
    return many


def go_on(session: Session, import_id: str) -> int | None:
    """Import the next rows of a file, and return how many; None when none is left.

    A row that is imported is gone with its effect, so whoever goes on after a crash takes none twice.
    """
    brought = session.get_one(Import, import_id, with_for_update=True)
    waiting = _waiting(session, import_id)
    if not waiting:
        return None
    judged = _judged(session, brought, waiting, {}, locked=True)
    refused = [(taken.row.record.line, reason) for taken, reason in judged if reason]
    done = take_in(session, brought, [taken for taken, reason in judged if not reason])
    entering.arrived(session, brought.workspace_id, [taken.row.key for taken in done])
    _refuse(session, import_id, refused)
    _remove(session, import_id, [taken.row.record.line for taken in done])
    came = Counter(brought.came) + Counter(taken.outcome for taken in done) + Counter({REFUSED: len(refused)})
    brought.came = _counted(came)
    return len(done) + len(refused)


def to_mend(session: Session, brought: Import) -> Iterator[str]:
    """Go through the lines of a file of what was refused, each row with the reason before it."""
    yield "\ufeff" + cells.row([sheets.WHY, *brought.header])
    for refused in session.scalars(rows_of(brought.id, [REFUSED])):
        said = map(cells.loosened, refused.cells)
        yield cells.row([f"Line {refused.line}: {refused.reason}", *said])


def _records(sheet: Sheet) -> list[Record]:
    """Return all rows of a file, before anything is asked or stored."""
    records = list(islice(sheet.records(), MOST_ROWS + 1))
    if not records:
        raise Problem(422, "no-rows", "Nobody stands in this file below the names of its columns.")
    if len(records) > MOST_ROWS:
        raise Problem(
            422,
            "too-many-rows",
            f"This file has more than {MOST_ROWS:,} rows. Split it, and bring one part after the other.",
        )
    return records


def _keep_rows(session: Session, brought: Import, records: Sequence[Record]) -> dict[str, int]:
    """Keep each row with what it would bring, and return how many bring what."""
    counted: Counter[str] = Counter()
    lines: dict[str, int] = {}
    for first in range(0, len(records), PIECE):
        judged = _judged(session, brought, records[first : first + PIECE], lines)
        counted.update(taken.outcome for taken, _ in judged)
        _copy(session, brought, judged)
    return _counted(counted)


def _judged(
    session: Session,
    brought: Import,
    records: Sequence[Record],
    lines: dict[str, int],
    *,
    locked: bool = False,
) -> list[tuple[Taken, str]]:
    """Return what each row brings, and why it is refused, if it is."""
    rows = [row_of(brought.header, record) for record in records]
    keys = sorted({row.key for row in rows if row.email})
    known = known_of(session, brought.workspace_id, keys, locked=locked)
    whose = brought.workspace_id
    forgotten = suppressions.forgotten_among(session, whose, keys)
    beside = Beside(brought.header, known, forgotten, taken_in_among(session, whose, keys), lines)
    reasons = [refused_because(row, beside) for row in rows]
    return [
        (Taken(row, REFUSED if reason else outcome_of(row, known.get(row.key)), known.get(row.key)), reason)
        for row, reason in zip(rows, reasons, strict=True)
    ]


def _copy(session: Session, brought: Import, judged: Sequence[tuple[Taken, str]]) -> None:
    """Keep rows by PostgreSQL's own way of taking in many."""
    connection: Any = session.connection().connection.driver_connection  # psycopg's, which SQLAlchemy hides
    with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
        for taken, reason in judged:
            record = taken.row.record
            kept = json.dumps(record.cells), taken.outcome, reason
            copy.write_row((brought.id, record.line, brought.workspace_id, *kept))


def _waiting(session: Session, import_id: str) -> list[Record]:
    """Return the next rows that are to be imported."""
    columns = select(ImportRow.line, ImportRow.cells).where(ImportRow.import_id == import_id)
    next_ones = columns.where(ImportRow.outcome != REFUSED).order_by(ImportRow.line).limit(PIECE)
    return [Record(line, said) for line, said in session.execute(next_ones)]


def _refuse(session: Session, import_id: str, refused: Sequence[tuple[int, str]]) -> None:
    """Keep rows as refused that nobody would have refused when the file was tried out."""
    for line, reason in refused:
        which = ImportRow.import_id == import_id, ImportRow.line == line
        session.execute(update(ImportRow).where(*which).values(outcome=REFUSED, reason=reason))


def _remove(session: Session, import_id: str, lines: Sequence[int]) -> None:
    """Keep rows no longer, since they are imported."""
    session.execute(delete(ImportRow).where(ImportRow.import_id == import_id, ImportRow.line.in_(lines)))


def _counted(outcomes: Counter[str]) -> dict[str, int]:
    return {outcome: outcomes[outcome] for outcome in OUTCOMES}
