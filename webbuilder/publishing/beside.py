"""What a live site answers beside its pages: what machines may read, drafts by a link, and begun forms."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse, Response

from webbuilder import problems, security
from webbuilder.analytics import counting
from webbuilder.asking import Store
from webbuilder.publishing import finding, preview_links, promised, service
from webbuilder.sites import addresses

if TYPE_CHECKING:
    from collections.abc import Callable

    from fastapi import FastAPI
    from sqlalchemy.orm import Session

    from webbuilder.parts.promising import Answers

# A picture of one pixel that cannot be seen (GIF 89a).
NOTHING = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


async def slug_of(request: Request, store: Store) -> str:
    """Return the label of the site that a visitor asks for: before our host name, or by a domain of its own.

    Only a domain is asked the database for; where none leads here, no site has the label.
    """
    host = finding.host_of(request)
    label = addresses.label_in(request.app.state.sites, host)
    return await run_in_threadpool(slug_at, store, host) if label is None else label


def slug_at(session: Session, host: str) -> str:
    """Return the label of the site that a domain of its own leads to; an empty one where it leads to none."""
    return session.scalar(addresses.at_domain(host)) or ""


Slug = Annotated[str, Depends(slug_of)]


def begin(slug: Slug, store: Store, form_id: str, token: str) -> Response:
    """Show nothing to whoever begins to fill in a form, and count that; the page needs no script for it."""
    _, site = service.live(store, slug)
    view = security.trace_of_view(site.form_key, form_id, token)
    if view is None:
        raise problems.not_found("form")
    counting.without_waiting(store)
    counting.began(store, site, form_id, view)
    return Response(NOTHING, media_type="image/gif", headers={"Cache-Control": "no-store"})


def read_draft(slug: Slug, store: Store, token: str, path: str = "") -> HTMLResponse:
    """Show a draft to whoever was given a link to it; it is counted nowhere, and its forms send nothing."""
    return HTMLResponse(preview_links.shown(store, slug, token, path), headers=preview_links.HEADERS)


def read_map(slug: Slug, store: Store, ways: finding.Known) -> Response:
    """Show search engines which pages there are."""
    release, site = service.live(store, slug)
    return finding.site_map(release, ways.home(site))


def read_robots(slug: Slug, store: Store, ways: finding.Known) -> Response:
    """Tell machines what they may read."""
    _, site = service.live(store, slug)
    return finding.for_robots(ways.home(site))


# How it is called, where it is, what shows it, as what, and what it may answer.
_SHOWN: tuple[tuple[str, str, Callable[..., Response], type[Response], Answers], ...] = (
    ("read_robots", "/robots.txt", read_robots, PlainTextResponse, promised.ROBOTS),
    ("read_map", "/sitemap.xml", read_map, Response, promised.MAP),
    ("read_draft", "/preview/{token}", read_draft, HTMLResponse, promised.DRAFT),
    ("read_draft_page", "/preview/{token}/{path}", read_draft, HTMLResponse, promised.DRAFT),
    ("begin", "/began/{form_id}/{token}", begin, Response, promised.SEEN),
)


def install(app: FastAPI) -> None:
    """Let live sites answer here."""
    for name, path, act, kind, answers in _SHOWN:
        app.add_api_route(
            path,
            act,
            name=name,
            methods=["GET"],
            response_model=None,
            response_class=kind,
            responses=answers,
        )
