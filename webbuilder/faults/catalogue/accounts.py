"""What goes wrong where businesses are kept apart."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.components.tables import Component
    from webbuilder.crm.tables import Contact
    from webbuilder.sites.tables import Site


def _anybodys_site(original: Original, workspace_id: str, site_id: str) -> Select[Site]:
    from sqlalchemy import select

    from webbuilder.sites.tables import Site

    return select(Site).where(Site.id == site_id)


def _anybodys_components(original: Original, site_id: str, workspace_id: str) -> Select[Component]:
    from sqlalchemy import select

    from webbuilder.components.tables import Component

    return select(Component).where(Component.site_id == site_id).order_by(Component.position, Component.id)


def _everybodys_contacts(original: Original, workspace_id: str, search: str = "") -> Select[Contact]:
    from sqlalchemy import or_, select

    from webbuilder.crm.tables import Contact

    fits = or_(Contact.email.icontains(search.strip()), Contact.name.icontains(search.strip()))
    return select(Contact).where(fits).order_by(Contact.created_at.desc(), Contact.id)


def _anybodys_contact(original: Original, workspace_id: str, contact_id: str) -> Select[Contact]:
    from sqlalchemy import select

    from webbuilder.crm.tables import Contact

    return select(Contact).where(Contact.id == contact_id)


def _whoever_had_it_first(
    original: Original, session: Session, workspace_id: str, email: str, name: str, *, sample: bool = False
) -> Contact:
    from sqlalchemy import select

    from webbuilder.crm import service
    from webbuilder.crm.tables import Contact

    known = select(Contact).where(Contact.address_key == service.address_key(email))
    first: Contact | None = session.scalar(known.order_by(Contact.created_at, Contact.id).limit(1))
    if first is not None and first.workspace_id != workspace_id:
        original.fired()
        return first
    made: Contact = original(session, workspace_id, email, name, sample=sample)
    return made


FAULTS = (
    Fault(
        "draft-opens-for-a-competitor",
        "Whoever knows the address of a draft can open it in the builder, whatever business they belong to.",
        "Ravi would read Maya's prices before she announces them, and could change them.",
        "SECURITY",
        (rules.NOBODY_OPENS,),
        "Backend APIs",
        (
            Query("webbuilder.sites.service:with_id", _anybodys_site),
            Query("webbuilder.components.service:components_of", _anybodys_components),
        ),
    ),
    Fault(
        "contacts-of-every-business",
        "The list of contacts shows those of every business on the platform.",
        "Ravi would write to Maya's customers, and Maya would have to tell them how he could.",
        "SECURITY",
        (rules.NOBODY_MEETS,),
        "CRM System",
        (Query("webbuilder.crm.service:of_workspace", _everybodys_contacts),),
    ),
    Fault(
        "contact-opens-for-a-competitor",
        "Whoever knows the address of a contact's page can open it, whatever business they belong to.",
        "Ravi would read who Priya is and what she did, one address after the other.",
        "SECURITY",
        (rules.NOBODY_MEETS,),
        "CRM System",
        (Query("webbuilder.crm.service:with_id", _anybodys_contact),),
    ),
    Fault(
        "contact-of-whoever-came-first",
        "Who is known to one business and signs up with another is written into the first one's contact.",
        "Maya would read what her customers do at Ravi's, and Ravi would know nothing of them.",
        "SECURITY",
        (rules.NOBODY_MEETS,),
        "CRM System",
        (Function("webbuilder.crm.service:add", _whoever_had_it_first, counts_itself=True),),
    ),
)
