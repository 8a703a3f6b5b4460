"""Importing and exporting contacts over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal

from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import BaseModel

from webbuilder.asking import Known, Store
from webbuilder.conventions import lists
from webbuilder.conventions.files import Csv, as_file, saved_as
from webbuilder.conventions.kept import Keeping
from webbuilder.conventions.lists import Wanted, part_of
from webbuilder.crm import exporting, imports
from webbuilder.crm.import_tables import Import, ImportRow
from webbuilder.jobs import work
from webbuilder.jobs.routes import ACCEPTED, JobView, accepted
from webbuilder.problems import refused


class KeepingFiles(Keeping):
    """A route that takes a file of contacts."""

    most_bytes: ClassVar[int] = imports.MOST_BYTES
    advice: ClassVar[str] = "Split the file, each part with the first line, and bring one after the other."


router = APIRouter(prefix="/api", tags=["contacts"], route_class=Keeping)
files = APIRouter(route_class=KeepingFiles)
_TAKES: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "text/csv": {
                "schema": {
                    "type": "string",
                    "format": "binary",
                    "minLength": 1,
                    "maxLength": imports.MOST_BYTES,
                }
            }
        },
    }
}


class Counts(BaseModel):
    """Of how many rows the contact is new, changes, is as it was, or was refused."""

    new: int
    changed: int
    same: int
    refused: int


class ImportView(BaseModel):
    """A file of contacts: the names of its columns, what importing it would do, and what came of it.

    `job` is the id of the work of importing it, once somebody said so.
    """

    id: str
    name: str
    header: list[str]
    trial: Counts
    came: Counts
    job: str | None
    created_at: datetime


class ImportList(BaseModel):
    """A part of a workspace's files, the newest first, and the cursor of the next part, if there is one."""

    items: list[ImportView]
    next_cursor: str | None = None


class RowView(BaseModel):
    """A row: the line at which it begins, what it would bring, and why it was refused, if it was."""

    line: int
    outcome: Literal["new", "changed", "same", "refused"]
    reason: str
    cells: list[str]


class RowList(BaseModel):
    """A part of a file's rows in their order, and the cursor of the next part, if there is one."""

    items: list[RowView]
    next_cursor: str | None = None


def view(brought: Import) -> ImportView:
    """Return what is shown of a file."""
    return ImportView(
        id=brought.id,
        name=brought.name,
        header=brought.header,
        trial=Counts(**brought.trial),
        came=Counts(**brought.came),
        job=brought.job_id,
        created_at=brought.created_at,
    )


@files.post("/imports", status_code=201, openapi_extra=_TAKES)
def try_import(
    known: Known,
    store: Store,
    content: Annotated[bytes, Body(media_type="text/csv", min_length=1)],
    name: Annotated[str, Query(min_length=1, max_length=imports.NAME_LENGTH)] = "contacts.csv",
) -> ImportView:
    """Say what importing a file would do, row by row; it is imported when that is asked for.

    The body is the file as it is, of at most 20 MB and 100,000 rows.
    """
    return view(imports.try_out(store, known.workspace_id, name, content))


router.include_router(files)


@router.get("/imports")
def list_imports(known: Known, store: Store, part: Wanted) -> ImportList:
    """List the files of contacts that this workspace brought."""
    mine = imports.of_workspace(known.workspace_id)
    here, more = part_of(store, mine, Import.created_at, Import.id, part)
    return ImportList(items=[view(brought) for brought in here], next_cursor=more)


@router.get("/imports/{import_id}")
def read_import(import_id: str, known: Known, store: Store) -> ImportView:
    """Return what importing a file would do, and what came of it."""
    return view(imports.one(store, known.workspace_id, import_id))


@router.get("/imports/{import_id}/rows")
def list_rows(
    import_id: str,
    known: Known,
    store: Store,
    part: Wanted,
    outcome: Literal["new", "changed", "same", "refused"] | None = None,
) -> RowList:
    """List the rows of a file that wait to be imported, and those that were refused."""
    brought = imports.one(store, known.workspace_id, import_id)
    wanted = imports.rows_of(brought.id, [outcome] if outcome else imports.OUTCOMES)
    behind = wanted.where(ImportRow.line > lists.number_behind(part)).limit(part.limit + 1)
    found = store.scalars(behind).all()
    here, more = found[: part.limit], len(found) > part.limit
    items = [RowView.model_validate(row, from_attributes=True) for row in here]
    place = lists.cursor_of(brought.created_at, str(here[-1].line)) if more else None
    return RowList(items=items, next_cursor=place)


@router.get("/imports/{import_id}/refused.csv", response_class=Csv)
def read_refused(import_id: str, known: Known, store: Store) -> Response:
    """Return the rows that were refused as a file to mend, the reason before each."""
    brought = imports.one(store, known.workspace_id, import_id)
    return as_file("refused.csv", "".join(imports.to_mend(store, brought)))


@router.post("/imports/{import_id}/start", status_code=202, responses={**refused(409), 202: ACCEPTED})
def start_import(import_id: str, known: Known, store: Store, response: Response) -> JobView:
    """Import the rows of a file that were not refused, in the background."""
    brought = imports.one(store, known.workspace_id, import_id)
    return accepted(work.ask_import(store, brought), response)


@router.get("/contacts.csv", response_class=Csv)
def export(known: Known, request: Request) -> Response:
    """Return all contacts as a file, which can be imported again."""
    return Csv(
        exporting.export(request.app.state.database, known.workspace_id), headers=saved_as("contacts.csv")
    )
