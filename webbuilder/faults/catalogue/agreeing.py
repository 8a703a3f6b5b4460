"""What goes wrong with what somebody agreed to."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from webbuilder.connector.tables import Submission
    from webbuilder.crm.routes import ContactView
    from webbuilder.crm.tables import Contact


def _taken_for_agreed(
    original: Original, asked: Iterable[Mapping[str, Any]], sent: Mapping[str, str]
) -> dict[str, Any] | None:
    told: dict[str, Any] | None = original(asked, sent)
    return {name: {**said, "agreed": True} for name, said in (told or {}).items()} or None


def _not_kept(_original: Original, session: Session, contact: Contact, sent: Submission, site: str) -> None:
    return None


def _as_it_reads_now(
    original: Original, store: Session, contacts: Sequence[Contact]
) -> Sequence[ContactView]:
    from sqlalchemy import select

    from webbuilder.components.tables import Component

    views: Sequence[ContactView] = original(store, contacts)
    consent = Component.properties["kind"].astext == "consent"
    for view, contact in zip(views, contacts, strict=True):
        here = Component.workspace_id == contact.workspace_id
        found = store.scalar(select(Component).where(here, consent))
        for said in view.consents:
            original.fired()
            said.words = found.properties["label"] if found else said.words
    return views


FAULTS = (
    Fault(
        "not-ticked-is-agreed",
        "Whoever leaves a consent open counts as having agreed.",
        "Maya would swear to an officer that Priya agreed, and be shown the form.",
        "SYS-CRM",
        (of_people.WORD_FOR_WORD,),
        "CRM System",
        (Function("webbuilder.crm.consents:said", _taken_for_agreed),),
    ),
    Fault(
        "consents-are-not-kept",
        "What somebody agreed to is not kept with the contact.",
        "Maya could not say which words Priya agreed to, or when.",
        "SYS-CRM",
        (of_people.WORD_FOR_WORD, of_people.LATER_WORDS),
        "CRM System",
        (Function("webbuilder.crm.consents:write_down", _not_kept),),
    ),
    Fault(
        "agreed-to-todays-words",
        "What somebody agreed to is shown as the form reads today.",
        "Priya would have agreed to a letter each day, which she never read.",
        "CONSISTENCY",
        (of_people.LATER_WORDS,),
        "CRM System",
        (Function("webbuilder.crm.routes:views", _as_it_reads_now, counts_itself=True),),
    ),
)
