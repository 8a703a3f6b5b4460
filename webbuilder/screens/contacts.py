"""The screens of contacts: all of them, and one with everything that happened."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from webbuilder.asking import Known, Store
from webbuilder.crm import routes as crm_routes, service as crm, standing
from webbuilder.screens.application import page

router = APIRouter(include_in_schema=False)


@router.get("/contacts")
def contacts_page(request: Request, known: Known, store: Store, search: str = "") -> Response:
    """Show the workspace's contacts."""
    found = [
        crm_routes.view(store, contact)
        for contact in store.scalars(crm.of_workspace(known.workspace_id, search))
    ]
    return page(request, "contacts.html", here="/contacts", known=known, contacts=found, search=search)


@router.get("/contacts/{contact_id}")
def contact_page(request: Request, contact_id: str, known: Known, store: Store) -> Response:
    """Show one contact and everything that happened."""
    contact = crm_routes.view(store, crm.one(store, known.workspace_id, contact_id))
    return page(
        request, "contact.html", here="/contacts", known=known, contact=contact, no_mails=standing.WORDS
    )
