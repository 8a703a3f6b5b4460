"""The screens' frame: what the browser loads, and how a refusal looks to a person."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates
from pydantic import BaseModel, ValidationError
from starlette.responses import Response

from webbuilder import problems
from webbuilder.asking import COOKIE
from webbuilder.problems import Problem
from webbuilder.screens.vendors import MODULES, VENDORS
from webbuilder.templates import sketch
from webbuilder.tracing import current_trace_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from fastapi import FastAPI, Request
    from sqlalchemy.orm import Session
    from starlette.types import ASGIApp

Form = TypeVar("Form", bound=BaseModel)
_HERE = Path(__file__).parent
OWN_FILES = _HERE / "static"
_ROOMS = (
    *("brand", "broadcasts", "domains", "pace", "insights", "jobs", "merging", "pages", "panels", "people"),
    *("preview", "operator", "releases", "runs", "script_errors", "segments"),
    "importing",  # before one contact, whose address any word may end
    *("contacts", "site_pages", "sites", "workflows"),
)
TEMPLATES = Jinja2Templates(directory=_HERE / "templates")
TEMPLATES.env.globals.update(headline=sketch.headline, bands=sketch.bands, shown=sketch.picture)


def page(request: Request, name: str, status: int = 200, **shown: Any) -> Response:
    """Return a screen."""
    return TEMPLATES.TemplateResponse(
        request, name, shown, status_code=status, headers={"Cache-Control": "no-store"}
    )


def _for_programs(request: Request) -> bool:
    return request.url.path.startswith(("/api", "/control", "/ready"))


def shown(problem: Problem, request: Request) -> Response:
    """Show a refusal the way its reader reads: a document for programs, a sentence for people."""
    if _for_programs(request):
        return problems.answer(problem, request)
    if request.headers.get("hx-request"):
        away = {"HX-Redirect": "/sign-in"} if problem.kind == "not-signed-in" else {}
        return Response(problem.detail, problem.status, {**problem.headers, **away}, media_type="text/plain")
    if problem.kind == "not-signed-in":
        # Somebody who was signed in is told why they are asked again; a stranger is only asked.
        return RedirectResponse("/sign-in?again=yes" if COOKIE in request.cookies else "/sign-in", 303)
    return page(request, "problem.html", problem.status, problem=problem, trace_id=current_trace_id())


def told(store: Session, act: Callable[[], str], show: Callable[..., Response]) -> Response:
    """Do something and show a page again, with what was done or why not; what is refused is not half done.

    `act` returns what to say of what it did; `show` takes a status, and `done` or `words`.
    """
    try:
        with store.begin_nested():
            done = act()
    except Problem as problem:
        return show(status=problem.status, words=problem.detail)
    return show(done=done)


def fits(form: type[Form], words: str, /, **sent: Any) -> Form:
    """Return what a person filled in, as the API takes it.

    Raises:
        Problem: it does not fit; `words` says what to do.
    """
    try:
        return form.model_validate(sent)
    except ValidationError as error:
        raise Problem(422, "not-valid", words) from error


def own_files() -> ASGIApp:
    """Return what serves our own scripts and styles."""
    return StaticFiles(directory=OWN_FILES)


def install(app: FastAPI) -> None:
    """Add the screens and what they load to the builder."""
    for room in _ROOMS:  # each is made of the above, so none can be brought in before
        app.include_router(import_module(f"webbuilder.screens.{room}").router)
    app.mount("/static", own_files(), "static")
    for name, folder in VENDORS.items():
        app.mount(f"/vendor/{name}", StaticFiles(directory=MODULES / folder, check_dir=False), name)
