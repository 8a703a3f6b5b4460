"""The screens of broadcasts: all of them, and one while it is written, counted and sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from webbuilder.accounts.tables import Workspace
from webbuilder.asking import Known, Store
from webbuilder.conventions.versions import refuse_stale, version_of
from webbuilder.mail import audience, broadcasting, letters, routes, telling, trials, uncertain
from webbuilder.mail.broadcasting import Letter
from webbuilder.problems import Problem
from webbuilder.screens.application import fits, page, told
from webbuilder.screens.preview import NOWHERE
from webbuilder.sites import service as sites
from webbuilder.sites.tables import Site

if TYPE_CHECKING:
    from webbuilder.accounts.service import Caller
    from webbuilder.mail.tables import Broadcast

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form(max_length=110_000)]
_TOO_MUCH = (
    "A subject has 200 characters at most, a paragraph 2000, the words of a button 60. "
    "There are 50 paragraphs at most. A time is written as in 09:00."
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src {}; sandbox; frame-ancestors 'self'"
_NOBODY = "https://preview.invalid"  # where a preview leads: nothing of it is counted, nobody unsubscribes
_DARK = "@media (prefers-color-scheme: dark)"
_ANSWERED = {
    "send again": "It goes to this reader once more.",
    "has come": "Marked as received; it stands in the reader's history.",
}
_DONE = {"pause": "It stands still.", "resume": "It goes on.", "cancel": "What had not gone out does not."}


def _all(request: Request, known: Caller, store: Store, status: int = 200, **said: object) -> Response:
    shown = {
        "broadcasts": [
            routes.view(store, one) for one in store.scalars(broadcasting.of_workspace(known.workspace_id))
        ],
        "sites": store.scalars(sites.of_workspace(known.workspace_id)).all(),
    }
    return page(request, "broadcasts.html", status, here="/broadcasts", known=known, **shown, **said)


@router.get("/broadcasts")
def broadcasts_page(request: Request, known: Known, store: Store) -> Response:
    """Show the workspace's broadcasts."""
    return _all(request, known, store)


def _filled_in(  # noqa: PLR0917 - what a person filled in
    site: Text = "",
    subject: Text = "",
    words: Text = "",
    button: Text = "",
    link: Text = "",
    whom: Text = "everybody",
    of: Text = "",
    at: Text = "",
) -> Callable[[], Letter]:
    """Return what reads what a person filled in, as the API takes it; reading it says what does not fit."""
    which = [] if whom == "everybody" else [one.strip() for one in of.split(",") if one.strip()]
    paragraphs = [one.strip() for one in words.replace("\r\n", "\n").split("\n\n") if one.strip()]
    audience = {"kind": whom, "of": which}
    said = {"site": site, "subject": subject, "paragraphs": paragraphs, "button": button, "link": link}
    return partial(fits, Letter, _TOO_MUCH, audience=audience, at=at.strip(), **said)


FilledIn = Annotated[Callable[[], Letter], Depends(_filled_in)]


@router.post("/broadcasts")
def write(request: Request, known: Known, store: Store, filled_in: FilledIn) -> Response:
    """Write a broadcast and lead to it, or say what was wrong."""
    try:
        broadcast = broadcasting.write(store, known.workspace_id, filled_in())
    except Problem as problem:
        return _all(request, known, store, problem.status, words=problem.detail)
    return RedirectResponse(f"/broadcasts/{broadcast.id}", 303)


def _one(
    request: Request, known: Caller, store: Store, broadcast_id: str, status: int = 200, **said: str
) -> Response:
    broadcast = broadcasting.one(store, known.workspace_id, broadcast_id)
    letter = broadcasting.letter_of(broadcast)
    site = store.get(Site, broadcast.site_id) if broadcast.site_id else None
    shown = {
        "zone": ZoneInfo(site.zone if site else "UTC"),
        "broadcast": routes.view(store, broadcast),
        "acts": broadcasting.fitting(broadcast),
        "size": audience.size(store, known.workspace_id, letter.audience),
        "seen": version_of(letter),
        "uncertain": store.scalars(telling.readers_of(broadcast, "uncertain").limit(100)).all(),
        "sites": store.scalars(sites.of_workspace(known.workspace_id)).all(),
    }
    return page(request, "broadcast.html", status, here="/broadcasts", known=known, **shown, **said)


@router.get("/broadcasts/{broadcast_id}")
def broadcast_page(request: Request, broadcast_id: str, known: Known, store: Store) -> Response:
    """Show a broadcast: what it says, to how many it goes, and how far it is."""
    return _one(request, known, store, broadcast_id)


@router.get("/broadcasts/{broadcast_id}/letter")
def letter_page(
    broadcast_id: str, known: Known, store: Store, *, dark: bool = False, pictures: bool = True
) -> HTMLResponse:
    """Show a broadcast as a reader of one's own name would get it, in the dark or without pictures."""
    broadcast = broadcasting.one(store, known.workspace_id, broadcast_id)
    html = _printed(store, broadcast, known.name)
    shown = html.replace(_DARK, "@media all") if dark else html
    return HTMLResponse(shown, headers={"Content-Security-Policy": policy(pictures=pictures)})


def policy(*, pictures: bool) -> str:
    """Return what a preview may do: be looked at; without pictures nothing is fetched from anywhere."""
    return _POLICY.format("https: http:" if pictures else "'none'")


def _printed(store: Store, broadcast: Broadcast, name: str) -> str:
    sender = store.get_one(Workspace, broadcast.workspace_id).name
    plate = letters.engrave(broadcast.subject, broadcast.paragraphs, sender, _NOBODY, broadcast.button)
    html = plate.printed(name, "preview").html
    return html.replace("<head>", f"<head>{NOWHERE}", 1)


@router.post("/broadcasts/{broadcast_id}")
def rewrite(  # noqa: PLR0917 - the framework calls it by name
    request: Request,
    broadcast_id: str,
    known: Known,
    store: Store,
    filled_in: FilledIn,
    seen: Text = "",
) -> Response:
    """Write a broadcast otherwise, or say why not."""

    def act() -> str:
        broadcast = broadcasting.one(store, known.workspace_id, broadcast_id, lock=True)
        refuse_stale(seen, broadcasting.letter_of(broadcast))
        broadcasting.write(store, known.workspace_id, filled_in(), broadcast)
        return "The draft is kept."

    return told(store, act, partial(_one, request, known, store, broadcast_id))


@router.post("/broadcasts/{broadcast_id}/sending")
def send(request: Request, broadcast_id: str, known: Known, store: Store, readers: Text = "0") -> Response:
    """Let a broadcast go out to as many as the page told, or say why not."""

    def act() -> str:
        broadcast = broadcasting.one(store, known.workspace_id, broadcast_id, lock=True)
        broadcasting.begin(store, broadcast, int(readers) if readers.isdecimal() else 0)
        return "It goes out."

    return told(store, act, partial(_one, request, known, store, broadcast_id))


@router.post("/broadcasts/{broadcast_id}/acts")
def act_on(request: Request, broadcast_id: str, known: Known, store: Store, wish: Text = "") -> Response:
    """Pause a broadcast, let it go on, or cancel it, or say why not."""

    def act() -> str:
        broadcast = broadcasting.one(store, known.workspace_id, broadcast_id, lock=True)
        wanted = fits(routes.Wish, "It can be paused, resumed or cancelled.", act=wish).act
        broadcasting.act(store, broadcast, wanted)
        return _DONE[wanted]

    return told(store, act, partial(_one, request, known, store, broadcast_id))


@router.post("/broadcasts/{broadcast_id}/uncertain")
def answer(  # noqa: PLR0917 - the framework calls it by name
    request: Request, broadcast_id: str, known: Known, store: Store, reader: Text = "", wish: Text = ""
) -> Response:
    """Say what is done about an uncertain letter, or say why not."""

    def act() -> str:
        broadcast = broadcasting.one(store, known.workspace_id, broadcast_id, lock=True)
        said = fits(routes.Answer, "It can be sent again, or have come.", reader=reader, act=wish)
        whose = uncertain.reader_of(store, broadcast, said.reader)
        uncertain.act(store, broadcast, whose.id, said.act)
        return _ANSWERED[said.act]

    return told(store, act, partial(_one, request, known, store, broadcast_id))


@router.post("/broadcasts/{broadcast_id}/trials")
def try_out(request: Request, broadcast_id: str, known: Known, store: Store) -> Response:
    """Send a broadcast to oneself alone."""

    def act() -> str:
        trials.send(store, known, broadcasting.one(store, known.workspace_id, broadcast_id))
        return "A trial is on its way to you, and to nobody else."

    return told(store, act, partial(_one, request, known, store, broadcast_id))
