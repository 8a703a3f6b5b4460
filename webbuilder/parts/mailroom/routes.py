"""The mailroom over HTTP: Mailpit's API for programs, an inbox for people.

Whatever reads mail does so in a thread of its own: meanwhile more is taken.
"""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from jinja2 import Environment, FileSystemLoader, select_autoescape
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from webbuilder.conventions.methods import allowed
from webbuilder.parts.mailroom import promised, shapes
from webbuilder.parts.mailroom.promised import Info, Page, Whole, answers, text
from webbuilder.parts.mailroom.searching import UnknownFieldError, search as found_by
from webbuilder.parts.mailroom.store import Letter, Mail, body

_PAGES = Path(__file__).parent / "pages"
# A letter is somebody else's page: it runs nothing, sends nothing, and opens its links elsewhere.
_SEALED = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; "
    "img-src data: cid: http: https:; form-action 'none'"
)
_NO_SUCH = "There is no such mail: it may have been thrown away."
Start = Annotated[int, Query(ge=0)]
Limit = Annotated[int, Query(ge=1, le=1000)]
Searched = Annotated[str, Query(description="Mailpit's search words, such as to:priya@example.com")]


class Chosen(BaseModel):
    """The letters that a request is about; none means all."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"IDs": ["187cc1b2f4b5a0009c1d2e3f"]}]})
    ids: list[str] = Field(default=[], alias="IDs")


def mailbox(mail: Mail) -> FastAPI:
    """Return the application that shows this mail."""
    app = FastAPI(
        title="Mailroom",
        version="1.0.0",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        generate_unique_id_function=lambda route: f"mailroom_{route.name}",
    )
    app.add_exception_handler(UnknownFieldError, _refuse)
    app.add_exception_handler(RequestValidationError, _refuse_unfit)
    app.add_exception_handler(FileNotFoundError, _refuse_gone)
    app.add_exception_handler(HTTPException, _refuse_otherwise)
    _add_lists(app, mail)
    _add_letters(app, mail)
    _add_pages(app, mail)
    return app


async def _refuse(_request: Request, refused: Exception) -> Response:
    return JSONResponse({"Error": str(refused)}, status_code=400)


async def _refuse_unfit(_request: Request, refused: Exception) -> Response:
    first = refused.errors()[0] if isinstance(refused, RequestValidationError) else {"loc": (), "msg": ""}
    where = ".".join(map(str, first["loc"]))
    return JSONResponse({"Error": f"The request does not fit at “{where}”: {first['msg']}."}, status_code=400)


async def _refuse_gone(_request: Request, _gone: Exception) -> Response:
    return JSONResponse({"Error": _NO_SUCH}, status_code=404)  # thrown away while it was looked at


async def _refuse_otherwise(request: Request, refused: Exception) -> Response:
    if not isinstance(refused, HTTPException):
        raise refused
    headers = {"Allow": allowed(request)} if refused.status_code == HTTPStatus.METHOD_NOT_ALLOWED else None
    return JSONResponse({"Error": refused.detail}, status_code=refused.status_code, headers=headers)


def _letter(mail: Mail, identifier: str) -> Letter:
    letter = mail.letter(identifier)
    if letter is None:
        raise HTTPException(404, _NO_SUCH)
    return letter


def _add_lists(app: FastAPI, mail: Mail) -> None:
    """Offer the lists of Mailpit's API, as `promised` has them."""

    @app.get("/api/v1/info", responses=answers(Info))
    def info() -> JSONResponse:
        return JSONResponse({"Version": "mailroom", "Messages": len(mail)})

    @app.get("/api/v1/messages", responses=answers(Page, 400))
    def messages(start: Start = 0, limit: Limit = 50) -> JSONResponse:
        found = mail.newest_first()
        return JSONResponse(shapes.page(found, len(found), start, limit))

    @app.get("/api/v1/search", responses=answers(Page, 400))
    def search(query: Searched, start: Start = 0, limit: Limit = 50) -> JSONResponse:
        return JSONResponse(shapes.page(found_by(mail, query), len(mail), start, limit))

    @app.delete(
        "/api/v1/messages", responses=text("Gone.", 400, const="ok"), response_class=PlainTextResponse
    )
    def throw_away(chosen: Chosen | None = None) -> PlainTextResponse:
        mail.throw_away((chosen.ids if chosen else None) or None)
        return PlainTextResponse("ok")


def _add_letters(app: FastAPI, mail: Mail) -> None:
    """Offer one letter, as Mailpit's API does."""

    @app.get("/api/v1/message/{identifier}", responses=answers(Whole, 404))
    def message(identifier: str) -> JSONResponse:
        return JSONResponse(shapes.whole(mail, _letter(mail, identifier)))

    @app.get("/api/v1/message/{identifier}/headers", responses=promised.headers())
    def headers(identifier: str) -> JSONResponse:
        return JSONResponse(shapes.headers(mail, _letter(mail, identifier)))

    @app.get(
        "/api/v1/message/{identifier}/raw",
        responses=text("A mail as it lies in its file.", 404),
        response_class=PlainTextResponse,
    )
    def raw(identifier: str) -> Response:
        return Response(mail.raw(_letter(mail, identifier)), media_type="text/plain; charset=utf-8")


def _add_pages(app: FastAPI, mail: Mail) -> None:
    pages = Environment(loader=FileSystemLoader(_PAGES), autoescape=select_autoescape())

    @app.get("/", include_in_schema=False)
    def inbox(to: str = "") -> HTMLResponse:
        letters = [letter for letter in mail.newest_first() if not to or to.lower() in letter.recipients]
        return HTMLResponse(pages.get_template("inbox.html").render(letters=letters, to=to))

    @app.get("/mail/{identifier}", include_in_schema=False)
    def opened(identifier: str, to: str = "") -> HTMLResponse:
        letter = _letter(mail, identifier)
        return HTMLResponse(pages.get_template("letter.html").render(letter=letter, to=to))

    @app.get("/mail/{identifier}/content", include_in_schema=False)
    def content(identifier: str) -> Response:
        message = mail.parsed(_letter(mail, identifier))
        html, text = body(message, "html"), body(message, "plain")
        shown = pages.get_template("content.html").render(html=html, text=text)
        return HTMLResponse(shown, headers={"Content-Security-Policy": _SEALED})
