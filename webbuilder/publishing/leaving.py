"""Where mails are ended or confirmed: pages on which opening changes nothing, and one go (RFC 8058)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import HTMLResponse
from sqlalchemy import Select, select

from webbuilder import problems
from webbuilder.accounts.tables import Workspace
from webbuilder.asking import Store
from webbuilder.crm import standing
from webbuilder.crm.tables import Contact
from webbuilder.mail.tables import MailToken
from webbuilder.publishing import pages, promised
from webbuilder.publishing.headers import HEADERS
from webbuilder.tracing import action
from webbuilder.workflows import following

if TYPE_CHECKING:
    from fastapi import FastAPI
    from sqlalchemy.orm import Session

UNSUBSCRIBE, SUBSCRIBE, CONFIRM = "/unsubscribe/{token}", "/subscribe/{token}", "/confirm/{token}"


def known_by(token: str) -> Select[Contact, str]:
    """Select the contact that got a mail, and who wrote it; a site that is gone is not asked for."""
    return (
        select(Contact, Workspace.name)
        .join(MailToken, MailToken.contact_id == Contact.id)
        .join(Workspace, Workspace.id == Contact.workspace_id)
        .where(MailToken.token == token)
    )


def _known(session: Session, token: str) -> tuple[Contact, str]:
    found = session.execute(known_by(token)).one_or_none()
    if found is None:
        raise problems.not_found("mail")
    return found[0], found[1]


def ask(token: str, store: Store) -> HTMLResponse:
    """Ask whoever follows the link of a mail whether mails are to end; looking changes nothing."""
    contact, sender = _known(store, token)
    if standing.is_unsubscribed(store, contact):
        return _ended(token, sender)
    words = f"If you unsubscribe, {sender} writes to you no more."
    return _page("Unsubscribe?", words, UNSUBSCRIBE.format(token=token), "Unsubscribe")


def unsubscribe(token: str, store: Store) -> HTMLResponse:
    """End the mails, for a person on the page above or for a mail program in one go."""
    contact, sender = _known(store, token)
    with action("unsubscribed"):
        standing.unsubscribe(store, contact)
    return _ended(token, sender)


def subscribe(token: str, store: Store) -> HTMLResponse:
    """Let mails come again to whoever had unsubscribed."""
    contact, sender = _known(store, token)
    with action("subscribed"):
        standing.subscribe(store, contact)
    return _page("Subscribed again", f"{sender} may write to you again.")


def ask_to_confirm(token: str, store: Store) -> HTMLResponse:
    """Ask whoever follows the button of a mail whether the address is theirs; looking says nothing."""
    _, sender = _known(store, token)
    words = f"{sender} would like to write to you. Is this your address, and do you want that?"
    return _page("One more step", words, CONFIRM.format(token=token), "Yes, write to me")


def confirm(token: str, store: Store) -> HTMLResponse:
    """Take down that the address is theirs; said again, they are thanked again."""
    _, sender = _known(store, token)
    with action("confirmed"):
        following.confirmed(store, store.scalars(following.known_by(token)).one())
    return _page("Thank you", f"{sender} knows that this is your address.")


def _ended(token: str, sender: str) -> HTMLResponse:
    words = f"{sender} writes to you no more. Was that a mistake?"
    return _page("You are unsubscribed", words, SUBSCRIBE.format(token=token), "Subscribe again")


def _page(title: str, words: str, to: str | None = None, label: str = "") -> HTMLResponse:
    return HTMLResponse(pages.notice(title, words, act=(to, label) if to else None), headers=HEADERS)


def install(app: FastAPI) -> None:
    """Let live sites answer here; what a mail program sends in its one go is not read."""
    for path, method, act in (
        (UNSUBSCRIBE, "GET", ask),
        (UNSUBSCRIBE, "POST", unsubscribe),
        (SUBSCRIBE, "POST", subscribe),
        (CONFIRM, "GET", ask_to_confirm),
        (CONFIRM, "POST", confirm),
    ):
        app.add_api_route(
            path,
            act,
            methods=[method],
            response_model=None,
            response_class=HTMLResponse,
            responses=promised.LEAVING,
            openapi_extra=promised.ONE_GO if method == "POST" else None,
        )
