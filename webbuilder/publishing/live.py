"""Live sites: another origin than the builder, no cookie, no script; pages and the forms on them."""

from __future__ import annotations

import secrets
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, FastAPI, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from webbuilder import answering, problems, security
from webbuilder.analytics import counting, looking
from webbuilder.analytics.looking import Looking
from webbuilder.asking import Store
from webbuilder.connector import service as connector, sifting
from webbuilder.crm import consents
from webbuilder.errors.book import Book
from webbuilder.images import routes as images
from webbuilder.publishing import beside, finding, leaving, pages, promised, service
from webbuilder.publishing.beside import NOTHING, Slug
from webbuilder.publishing.headers import HEADERS
from webbuilder.sites import addresses
from webbuilder.tracing import action, log, traceparent_for
from webbuilder.workflows import following

if TYPE_CHECKING:
    from collections.abc import Callable

    from webbuilder.database import Database
    from webbuilder.errors.book import Teller
    from webbuilder.mail.tables import MailToken
    from webbuilder.parts.promising import Answers
    from webbuilder.problems import Problem

BODY_LIMIT = 64 * 1024
Via = Annotated[str, Query(description="By which mail somebody comes.")]


async def sent_fields(request: Request) -> dict[str, str]:
    """Return what a form's body says, read only as far as a form may be long.

    Raises:
        Problem: it is longer, or no form.
    """
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > BODY_LIMIT:
            raise problems.Problem(
                413, "too-long", "This is more than the form can take. Shorten it and send it again."
            )
    try:
        return dict(
            parse_qsl(
                body.decode("utf-8"), keep_blank_values=True, strict_parsing=bool(body), max_num_fields=100
            )
        )
    except ValueError as error:
        raise problems.Problem(
            400, "not-a-form", "This could not be read as a form. Load the page again."
        ) from error


def _shown(problem: Problem, request: Request) -> Response:
    if "application/json" in request.headers.get("accept", ""):
        return problems.answer(problem, request)
    back = problem.more.get("home") or ("/" if problem.status in (400, 413, 422, 429) else None)
    title = "Nothing here" if problem.status == HTTPStatus.NOT_FOUND else "That did not work"
    return HTMLResponse(
        pages.notice(title, problem.detail, back=back), problem.status, {**HEADERS, **problem.headers}
    )


def read_home(slug: Slug, store: Store, who: Looking, ways: finding.Known, via: Via = "") -> Response:
    """Show a visitor the page that a site begins with."""
    return read(slug, store, who, ways, "", via)


def read(  # noqa: PLR0917 - the framework calls it by name
    slug: Slug, store: Store, who: Looking, ways: finding.Known, path: str, via: Via = ""
) -> Response:
    """Show a visitor a live page, and count that; each form carries a token of this view.

    Whoever comes by a mail is known by it, page by page; nothing is kept on their machine. Whoever comes to
    where a page or the site was before is led to where it is.
    """
    release, site = service.live(store, slug)
    now_at = path if path in release.pages else finding.now_at(store, release, path)
    if now_at is not None and (now_at != path or site.slug != slug or ways.is_elsewhere(site)):
        return ways.moved(site, now_at)
    page, view = service.live_page(release, path), secrets.token_hex(16)

    def token(component_id: str) -> str:
        return security.sign_view(site.form_key, component_id, view)

    html = pages.served(page, token, ways.home(site))
    known = store.scalar(following.with_token(site.id, via)) if via else None
    if known is not None:
        html = following.led_on(html, known)
        if following.is_person(who.headers, who.method):
            with action("page visited"):
                following.visited(store, known, path)
    else:
        counting.without_waiting(store)
    if looking.works_here(who, site.form_key):
        html = following.carrying(html, looking.OWN_WORD, who.own)
    if who.method == "GET":
        counting.viewed(store, site, who, path, view)
    return HTMLResponse(html, headers=HEADERS)


def go(request: Request, slug: Slug, store: Store, token: str) -> RedirectResponse:
    """Lead whoever presses the button of a mail to where it leads."""
    known = _known(store, slug, token)
    if following.is_person(request.headers, request.method):
        with action("button pressed"):
            following.clicked(store, known)
    return RedirectResponse(following.leads_to(known), 303, headers={"Cache-Control": "no-store"})


def seen(request: Request, slug: Slug, store: Store, token: str) -> Response:
    """Show nothing to whoever opens a mail."""
    known = _known(store, slug, token)
    if request.method == "GET" and not following.is_ahead(request.headers):
        with action("mail opened"):
            following.opened(store, known)
    return Response(NOTHING, media_type="image/gif", headers={"Cache-Control": "no-store"})


def _known(store: Store, slug: str, token: str) -> MailToken:
    site = addresses.at(store, slug)  # a letter leads to where the site was as it was written
    known = store.scalar(following.with_token(site.id, token)) if site else None
    if known is None:
        raise problems.not_found("mail")
    return known


def send(
    form_id: str, slug: Slug, sent: Annotated[dict[str, str], Depends(sent_fields)], store: Store
) -> RedirectResponse:
    """Take in what a visitor sent and thank them; sent twice as it was served, it is taken in once."""
    release, site = service.live(store, slug)
    view_token = sent.get("view_token", "")
    trace_id = security.trace_of_view(site.form_key, form_id, view_token)
    asked = service.live_form(release, form_id)["fields"]
    fields = connector.checked_fields(asked, sent)
    sifting.refuse_too_often(store, site, asked, fields, view_token)
    held = sifting.HELD if sifting.looks_like_machine(sent) else None
    with action("form sent", traceparent_for(trace_id) if trace_id else None):
        stored = connector.take_in(store, site, form_id, view_token, fields, held)
        stored.consents = consents.said(asked, fields)
        counting.sent(store, stored, trace_id or "")
        log().info("form sent", submission=stored.id, times=stored.times_sent)
    return RedirectResponse(f"/thanks/{form_id}", 303, headers={"Cache-Control": "no-store"})


def thank(form_id: str, slug: Slug, store: Store) -> HTMLResponse:
    """Thank a visitor in the owner's words."""
    release, _ = service.live(store, slug)
    form = service.live_form(release, form_id)
    return HTMLResponse(
        pages.notice("Thank you", form["thanks"], back=f"/{form.get('path', '')}"), headers=HEADERS
    )


# What visitors are shown: how it is called, where it is, what shows it, as what, and what it may answer.
_SHOWN: tuple[tuple[str, str, Callable[..., Response], type[Response], Answers], ...] = (
    ("read", "/", read_home, HTMLResponse, promised.PAGE),
    ("read_page", "/{path}", read, HTMLResponse, promised.PAGE),
    ("thank", "/thanks/{form_id}", thank, HTMLResponse, promised.THANKS),
    ("show", images.PATH, images.show, Response, promised.PICTURE),
    ("go", "/go/{token}", go, RedirectResponse, promised.BUTTON),
    ("seen", "/seen/{token}", seen, Response, promised.SEEN),
)


def live_sites(
    database: Database, pattern: str = "http://{slug}.localhost/", tell: Teller | None = None
) -> FastAPI:
    """Return the application that visitors talk to at addresses of a `pattern`; `tell` hears of errors."""
    app = FastAPI(
        title="Live sites",
        version="1.0.0",
        openapi_url=None,
        generate_unique_id_function=lambda route: f"live_{route.name}",
    )
    app.state.database, app.state.sites = database, pattern
    app.state.errors = Book(database, "live sites", tell)
    beside.install(app)  # before pages, one of which would stand at whatever address there is
    for name, path, act, kind, answers in _SHOWN:
        app.add_api_route(
            path,
            act,
            name=name,
            methods=["GET"],
            response_model=None,
            response_class=kind,
            status_code=303 if kind is RedirectResponse else 200,
            responses=answers,
        )
    app.add_api_route(
        "/forms/{form_id}",
        send,
        methods=["POST"],
        response_model=None,
        response_class=RedirectResponse,
        status_code=303,
        responses=promised.SENT,
        openapi_extra=promised.FORM,
    )
    leaving.install(app)
    for path, act in (("/", read_home), ("/{path}", read), (images.PATH, images.show), ("/go/{token}", go)):
        app.add_api_route(path, act, methods=["HEAD"], response_model=None, include_in_schema=False)
    answering.install(app, _shown)
    return app
