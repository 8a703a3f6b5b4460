"""What somebody who works here writes down of contacts, copies or forgets, over HTTP."""

from __future__ import annotations

from fastapi import APIRouter, Response

from webbuilder.accounts.roles import asks
from webbuilder.asking import Known, Store
from webbuilder.conventions.kept import Keeping
from webbuilder.conventions.versions import MADE, SHOWN, IfMatch, refuse_stale, tell, tell_made
from webbuilder.crm import by_hand, copying, forgetting, service
from webbuilder.crm.by_hand import NewContact, Note, Written
from webbuilder.crm.copying import Everything
from webbuilder.crm.routes import ContactView, view
from webbuilder.problems import refused

router = APIRouter(prefix="/api/contacts", tags=["contacts"], route_class=Keeping)
OWNERS = asks(role="owner")


@router.post("", status_code=201, responses={**refused(409), 201: MADE})
def add(wanted: NewContact, known: Known, store: Store, response: Response) -> ContactView:
    """Make somebody a contact whom one knows otherwise; of one who is, the refusal names the contact."""
    told = view(store, by_hand.add(store, known, wanted))
    tell_made(response, told, f"/api/contacts/{told.id}")
    return told


@router.get("/{contact_id}/written", responses={200: SHOWN})
def read_written(contact_id: str, known: Known, store: Store, response: Response) -> Written:
    """Return what is written down of a contact, and in which version."""
    written = by_hand.of(store, service.one(store, known.workspace_id, contact_id))
    tell(response, written)
    return written


@router.put("/{contact_id}/written", responses={**refused(412, 428), 200: SHOWN})
def write(  # noqa: PLR0917 - the framework calls it by name
    contact_id: str, wanted: Written, known: Known, store: Store, response: Response, if_match: IfMatch = None
) -> Written:
    """Write down what is known of a contact in the place of what stood there; workflows hear of it."""
    contact = service.one(store, known.workspace_id, contact_id, lock=True)
    refuse_stale(if_match, by_hand.of(store, contact))
    by_hand.write(store, known, contact, wanted)
    tell(response, wanted)
    return wanted


@router.post("/{contact_id}/notes", status_code=201)
def remember(contact_id: str, note: Note, known: Known, store: Store) -> ContactView:
    """Write a note into the history of a contact."""
    contact = service.one(store, known.workspace_id, contact_id)
    by_hand.remember(store, known, contact, note)
    return view(store, contact)


@router.get("/{contact_id}/copy", openapi_extra=OWNERS)
def copy(contact_id: str, known: Known, store: Store, response: Response) -> Everything:
    """Return a copy of everything that is known of a person, to be handed to them."""
    response.headers["Content-Disposition"] = 'attachment; filename="contact.json"'
    return copying.copy_of(store, service.one(store, known.workspace_id, contact_id))


@router.delete("/{contact_id}", status_code=204, openapi_extra=OWNERS)
def forget(contact_id: str, known: Known, store: Store) -> None:
    """Forget a person: what names them is gone from everywhere, and cannot be brought back."""
    forgetting.forget(store, service.one(store, known.workspace_id, contact_id))
