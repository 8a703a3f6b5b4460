"""The screens of importing contacts: bring a file, see what it would do, and let it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from fastapi import APIRouter, File, Request, UploadFile
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from webbuilder.asking import Known, Store
from webbuilder.conventions.bounded import Bounded
from webbuilder.conventions.lists import MOST
from webbuilder.crm import imports, sheets
from webbuilder.crm.import_routes import KeepingFiles
from webbuilder.crm.known import CHANGED, NEW, REFUSED
from webbuilder.jobs import work
from webbuilder.jobs.tables import Job
from webbuilder.problems import Problem
from webbuilder.screens.application import page

if TYPE_CHECKING:
    from webbuilder.accounts.service import Caller
    from webbuilder.crm.import_tables import Import

_AROUND = 64 * 1024  # bytes that a browser sends around a file
_FEW = 20  # rows that are shown of those that would change somebody, and of those that would bring somebody


class BoundedFiles(Bounded):
    """A route that takes a file of contacts as browsers send it."""

    most_bytes: ClassVar[int] = imports.MOST_BYTES + _AROUND
    advice: ClassVar[str] = KeepingFiles.advice


router = APIRouter(include_in_schema=False)
files = APIRouter(route_class=BoundedFiles)


def _all(request: Request, known: Caller, store: Store, status: int = 200, told: str = "") -> Response:
    brought = store.scalars(imports.of_workspace(known.workspace_id).limit(MOST)).all()
    shown = {"imports": brought, "most_bytes": imports.MOST_BYTES, "told": told}
    return page(request, "imports.html", status, here="/contacts", known=known, **shown)


@router.get("/contacts/imports")
def imports_page(request: Request, known: Known, store: Store) -> Response:
    """Ask for a file, and show those that were brought."""
    return _all(request, known, store)


@files.post("/contacts/imports")
def bring(
    request: Request, known: Known, store: Store, file: Annotated[UploadFile | None, File()] = None
) -> Response:
    """Try a file out, and lead to what it would do, or say what was wrong with it."""
    name = (file.filename if file else None) or "contacts.csv"
    content = file.file.read() if file else b""
    try:
        with store.begin_nested():
            brought = imports.try_out(store, known.workspace_id, name[-imports.NAME_LENGTH :], content)
    except Problem as problem:
        return _all(request, known, store, problem.status, problem.detail)
    return RedirectResponse(f"/contacts/imports/{brought.id}", 303)


router.include_router(files)


def _one(
    request: Request, known: Caller, store: Store, brought: Import, *, refusal: Problem | None = None
) -> Response:
    first = [store.scalars(imports.rows_of(brought.id, [one]).limit(_FEW)).all() for one in (CHANGED, NEW)]
    shown = {
        "brought": brought,
        "job": store.get(Job, brought.job_id) if brought.job_id else None,
        "rows": [*first[0], *first[1]],
        "refused": store.scalars(imports.rows_of(brought.id, [REFUSED]).limit(MOST)).all(),
        "meaning": sheets.meaning,
        "most": MOST,
        "told": refusal.detail if refusal else "",
    }
    status = refusal.status if refusal else 200
    return page(request, "import.html", status, here="/contacts", known=known, **shown)


@router.get("/contacts/imports/{import_id}")
def import_page(request: Request, import_id: str, known: Known, store: Store) -> Response:
    """Show what importing a file would do, or did."""
    return _one(request, known, store, imports.one(store, known.workspace_id, import_id))


@router.post("/contacts/imports/{import_id}")
def start(request: Request, import_id: str, known: Known, store: Store) -> Response:
    """Import a file, and show how far that is."""
    brought = imports.one(store, known.workspace_id, import_id)
    try:
        work.ask_import(store, brought)
    except Problem as refusal:
        return _one(request, known, store, brought, refusal=refusal)
    return RedirectResponse(f"/contacts/imports/{import_id}", 303)


@router.post("/contacts/imports/{import_id}/cancellation")
def cancel(request: Request, import_id: str, known: Known, store: Store) -> Response:
    """Import nothing more of a file."""
    brought = imports.one(store, known.workspace_id, import_id)
    try:
        work.cancel(store, work.one(store, known.workspace_id, brought.job_id or ""))
    except Problem as refusal:
        return _one(request, known, store, brought, refusal=refusal)
    return RedirectResponse(f"/contacts/imports/{import_id}", 303)
