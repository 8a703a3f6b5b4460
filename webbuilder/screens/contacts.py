"""The screens of contacts: all of them, and one with everything that happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from webbuilder.accounts.roles import asks
from webbuilder.asking import Known, Store
from webbuilder.conventions.lists import USUAL, Part, Wanted
from webbuilder.conventions.versions import refuse_stale, version_of
from webbuilder.crm import by_hand, forgetting, routes as crm_routes, service as crm, standing
from webbuilder.screens.application import fits, page, told

if TYPE_CHECKING:
    from webbuilder.accounts.service import Caller

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form(max_length=60_000)]
_OWNERS = asks(role="owner")
_TOO_MUCH = (
    "A name or a detail has 500 characters at most; a tag, a list or what a detail is called has 50. "
    "There are 50 details at most."
)


@router.get("/contacts")
def contacts_page(
    request: Request,
    known: Known,
    store: Store,
    part: Wanted,
    search: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Show the workspace's contacts, or those looked for, a part at a time."""
    return _part(request, known, store, part, search)


def _part(  # noqa: PLR0917 - which part is shown, and what is said beside it
    request: Request,
    known: Caller,
    store: Store,
    part: Part,
    search: str = "",
    status: int = 200,
    **said: str,
) -> Response:
    found = crm_routes.find(known, store, part, search)
    shown: dict[str, Any] = {
        "contacts": found.items,
        "next": found.next_cursor,
        "later": part.behind,
        "search": search,
    }
    return page(request, "contacts.html", status, here="/contacts", known=known, **shown, **said)


@router.post("/contacts")
def add(request: Request, known: Known, store: Store, email: Text = "", name: Text = "") -> Response:
    """Make somebody a contact, or say why not."""

    def act() -> str:
        words = f"“{email}” is no e-mail address. Correct it, such as priya@example.org."
        contact = by_hand.add(store, known, fits(by_hand.NewContact, words, email=email.strip(), name=name))
        return f"{contact.email} is one of your contacts."

    return told(store, act, partial(_part, request, known, store, Part(USUAL, None)))


@router.get("/contacts/{contact_id}")
def contact_page(request: Request, contact_id: str, known: Known, store: Store) -> Response:
    """Show one contact and everything that happened."""
    return _one(request, known, store, contact_id)


def _one(
    request: Request, known: Caller, store: Store, contact_id: str, status: int = 200, **said: str
) -> Response:
    contact = crm.one(store, known.workspace_id, contact_id)
    written = by_hand.of(store, contact)
    shown = {
        "contact": crm_routes.view(store, contact),
        "no_mails": standing.WORDS,
        "seen": version_of(written),
        "owner": known.role == "owner",
    }
    return page(request, "contact.html", status, here="/contacts", known=known, **shown, **said)


@router.post("/contacts/{contact_id}")
def write(  # noqa: PLR0917 - the framework calls it by name
    request: Request,
    contact_id: str,
    known: Known,
    store: Store,
    seen: Text = "",
    name: Text = "",
    tags: Text = "",
    lists: Text = "",
    details: Text = "",
) -> Response:
    """Write down what is known of a contact, or say why not."""

    def act() -> str:
        contact = crm.one(store, known.workspace_id, contact_id, lock=True)
        refuse_stale(seen, by_hand.of(store, contact))
        wanted = fits(
            by_hand.Written,
            _TOO_MUCH,
            name=name,
            tags=tags.split(","),
            lists=lists.split(","),
            details=_details(details),
        )
        by_hand.write(store, known, contact, wanted)
        return "This is written down."

    return told(store, act, partial(_one, request, known, store, contact_id))


def _details(written: str) -> dict[str, str]:
    """Return what is written one detail a line, such as `favourite bread: rye`."""
    lines = (line.partition(":") for line in written.splitlines())
    return {name.strip(): value.strip() for name, _, value in lines if name.strip() and value.strip()}


@router.post("/contacts/{contact_id}/notes")
def remember(request: Request, contact_id: str, known: Known, store: Store, words: Text = "") -> Response:
    """Write a note into the history of a contact, or say why not."""

    def act() -> str:
        contact = crm.one(store, known.workspace_id, contact_id)
        note = fits(by_hand.Note, "Write a note of 2000 characters at most.", words=words)
        by_hand.remember(store, known, contact, note)
        return "The note stands in the history."

    return told(store, act, partial(_one, request, known, store, contact_id))


@router.post("/contacts/{contact_id}/forgetting", openapi_extra=_OWNERS)
def forget(contact_id: str, known: Known, store: Store) -> Response:
    """Forget a person, and go back to the others."""
    forgetting.forget(store, crm.one(store, known.workspace_id, contact_id))
    return RedirectResponse("/contacts", 303)
