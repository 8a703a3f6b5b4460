"""The mailroom over HTTP: Mailpit's API for programs, an inbox for people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from jinja2 import Environment, FileSystemLoader, select_autoescape
from pydantic import BaseModel, Field

from webbuilder.parts.mailroom import shapes
from webbuilder.parts.mailroom.searching import UnknownFieldError, search
from webbuilder.parts.mailroom.store import Letter, Mail, body

_PAGES = Path(__file__).parent / "pages"
# A letter is somebody else's page: it runs nothing, sends nothing, and opens its links elsewhere.
_SEALED = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; "
    "img-src data: cid: http: https:; form-action 'none'"
)
Start = Annotated[int, Query(ge=0)]
Limit = Annotated[int, Query(ge=1, le=1000)]


class Chosen(BaseModel):
    """The letters that a request is about; none means all."""

    ids: list[str] = Field(default=[], alias="IDs")


def mailbox(mail: Mail) -> FastAPI:
    """Return the application that shows this mail."""
    app = FastAPI(title="Mailroom", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_exception_handler(UnknownFieldError, _refuse)
    _add_api(app, mail)
    _add_pages(app, mail)
    return app


async def _refuse(_request: Request, refused: Exception) -> Response:
    return JSONResponse({"Error": str(refused)}, status_code=400)


def _letter(mail: Mail, identifier: str) -> Letter:
    letter = mail.letter(identifier)
    if letter is None:
        raise HTTPException(404, "There is no such mail: it may have been thrown away.")
    return letter


def _add_api(app: FastAPI, mail: Mail) -> None:
    @app.get("/api/v1/info")
    async def info() -> JSONResponse:
        return JSONResponse({"Version": "mailroom", "Messages": len(mail.newest_first())})

    @app.get("/api/v1/messages")
    async def messages(start: Start = 0, limit: Limit = 50) -> JSONResponse:
        found = mail.newest_first()
        return JSONResponse(shapes.page(found, len(found), start, limit))

    @app.get("/api/v1/search")
    async def searched(query: str, start: Start = 0, limit: Limit = 50) -> JSONResponse:
        everything = mail.newest_first()
        return JSONResponse(shapes.page(search(everything, query), len(everything), start, limit))

    @app.get("/api/v1/message/{identifier}")
    async def message(identifier: str) -> JSONResponse:
        return JSONResponse(shapes.whole(mail, _letter(mail, identifier)))

    @app.get("/api/v1/message/{identifier}/headers")
    async def headers(identifier: str) -> JSONResponse:
        return JSONResponse(shapes.headers(mail, _letter(mail, identifier)))

    @app.get("/api/v1/message/{identifier}/raw")
    async def raw(identifier: str) -> Response:
        return Response(mail.raw(_letter(mail, identifier)), media_type="text/plain; charset=utf-8")

    @app.delete("/api/v1/messages")
    async def throw_away(chosen: Chosen | None = None) -> PlainTextResponse:
        mail.throw_away((chosen.ids if chosen else None) or None)
        return PlainTextResponse("ok")


def _add_pages(app: FastAPI, mail: Mail) -> None:
    pages = Environment(loader=FileSystemLoader(_PAGES), autoescape=select_autoescape())

    @app.get("/")
    async def inbox(to: str = "") -> HTMLResponse:
        letters = [letter for letter in mail.newest_first() if not to or to.lower() in letter.recipients]
        return HTMLResponse(pages.get_template("inbox.html").render(letters=letters, to=to))

    @app.get("/mail/{identifier}")
    async def opened(identifier: str, to: str = "") -> HTMLResponse:
        letter = _letter(mail, identifier)
        return HTMLResponse(pages.get_template("letter.html").render(letter=letter, to=to))

    @app.get("/mail/{identifier}/content")
    async def content(identifier: str) -> Response:
        message = mail.parsed(_letter(mail, identifier))
        html, text = body(message, "html"), body(message, "plain")
        shown = pages.get_template("content.html").render(html=html, text=text)
        return HTMLResponse(shown, headers={"Content-Security-Policy": _SEALED})
