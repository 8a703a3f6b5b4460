"""What goes wrong where contacts are written down by hand, copied and forgotten."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.accounts.service import Caller
    from webbuilder.connector.tables import Submission
    from webbuilder.crm.by_hand import NewContact
    from webbuilder.crm.copying import Everything
    from webbuilder.crm.tables import Contact
    from webbuilder.workflows.tables import Run


def _by_nobody(original: Original, session: Session, contact: Contact, kind: str, words: str) -> None:
    said = words.partition(" — ")[0].partition(", by ")[0].partition(" by ")[0]
    original(session, contact, kind, said)


def _over_the_known(original: Original, session: Session, known: Caller, wanted: NewContact) -> Contact:
    from webbuilder.crm import service

    return service.add(session, known.workspace_id, wanted.email, wanted.name)


def _anything(original: Original, email: str) -> str:
    return email


def _set_aside(original: Original, session: Session, known: Caller, wanted: NewContact) -> Contact:
    contact: Contact = original(session, known, wanted)
    contact.sample = True
    return contact


def _quietly(
    original: Original, session: Session, known: Caller, contact: Contact, tag: str, *, wanted: bool
) -> None:
    from webbuilder.crm import service

    if wanted and service.add_tag(session, contact, tag):
        original.fired()


def _whatever_was_seen(original: Original, seen: str | None, view: BaseModel) -> None:
    return None


def _nothing_sent(original: Original, contact: Contact, keys: list[str]) -> Select[Submission]:
    from sqlalchemy import false, select

    from webbuilder.connector.tables import Submission

    return select(Submission).where(false())


def _no_runs(original: Original, contact: Contact, sent: list[str]) -> Select[Run]:
    from sqlalchemy import false, select

    from webbuilder.workflows.tables import Run

    return select(Run).where(false())


def _only_hidden(original: Original, session: Session, contact: Contact) -> None:
    contact.sample = True


def _whoever_names_them(original: Original, session: Session, sent: Submission, keys: list[str]) -> bool:
    return True


def _with_the_no(original: Original, session: Session, contact: Contact) -> None:
    from webbuilder.crm import suppressions

    suppressions.lift(session, contact.workspace_id, contact.email, "unsubscribed")
    original(session, contact)


def _nobody_among(original: Original, session: Session, workspace_id: str, keys: Sequence[str]) -> set[str]:
    return set()


def _without_notes(original: Original, session: Session, contact: Contact) -> Everything:
    everything: Everything = original(session, contact)
    everything.contact.history = [one for one in everything.contact.history if one.kind != "note"]
    return everything


FAULTS = (
    Fault(
        "written-by-nobody",
        "What is written down by hand does not say who wrote it.",
        "Noor would read “likes the crust dark”, and not know whom to ask.",
        "SYS-CRM",
        (of_people.SAYS_WHO,),
        "CRM System",
        (Function("webbuilder.crm.by_hand:_note", _by_nobody),),
    ),
    Fault(
        "adding-overwrites-the-known",
        "Whoever adds somebody who is a contact is not told so.",
        "Maya would believe that she has a new customer, and greet an old one as a stranger.",
        "CONSISTENCY",
        (of_people.LIKE_ANY_OTHER,),
        "CRM System",
        (Function("webbuilder.crm.by_hand:add", _over_the_known),),
    ),
    Fault(
        "adding-takes-any-address",
        "What is no address is taken for one when somebody is added by hand.",
        "Maya would write to nobody, and wonder why nobody comes.",
        "ERRORS",
        (of_people.LIKE_ANY_OTHER,),
        "CRM System",
        (Function("webbuilder.crm.by_hand:_address", _anything),),
    ),
    Fault(
        "added-by-hand-is-set-aside",
        "Whoever is added by hand is found nowhere among the contacts.",
        "Maya would add the same customer every morning.",
        "SYS-CRM",
        (of_people.LIKE_ANY_OTHER,),
        "CRM System",
        (Function("webbuilder.crm.by_hand:add", _set_aside),),
    ),
    Fault(
        "by-hand-starts-nothing",
        "A tag that somebody puts on a contact by hand starts no workflow.",
        "Maya would tag her regulars, and none of them would be thanked.",
        "IP-CRM-WORKFLOW",
        (of_people.BY_HAND_TOO,),
        "Workflow Engine",
        (Function("webbuilder.crm.by_hand:_tag", _quietly, counts_itself=True),),
    ),
    Fault(
        "colleagues-are-written-over",
        "Whoever writes something down of a contact writes over what a colleague wrote meanwhile.",
        "What Noor heard across the counter would be gone, and nobody would know.",
        "CONSISTENCY",
        (of_people.NOT_OVER_COLLEAGUES,),
        "CRM System",
        (Function("webbuilder.conventions.versions:refuse_stale", _whatever_was_seen),),
    ),
    Fault(
        "forgetting-leaves-submissions",
        "What somebody sent stays when they are forgotten.",
        "Priya would read her own name on the screen of the bakery that had promised to forget her.",
        "CONSISTENCY",
        (of_people.NOWHERE,),
        "CRM System",
        (Function("webbuilder.crm.forgetting:submissions_of", _nothing_sent),),
    ),
    Fault(
        "forgetting-leaves-runs",
        "The runs of workflows name somebody who was forgotten.",
        "An officer would find the address in a list that nobody thought of.",
        "SECURITY",
        (of_people.NOWHERE,),
        "Workflow Engine",
        (Function("webbuilder.crm.forgetting:runs_of", _no_runs),),
    ),
    Fault(
        "forgetting-takes-others-along",
        "What others sent goes with somebody whom they named in it.",
        "Noor had written down a friend, and would be forgotten for her.",
        "CONSISTENCY",
        (of_people.OTHERS_STAY,),
        "CRM System",
        (Function("webbuilder.crm.forgetting:_is_from", _whoever_names_them),),
    ),
    Fault(
        "forgetting-only-hides",
        "Whoever is forgotten is only no longer shown.",
        "Priya would get a letter from those who had forgotten her.",
        "CONSISTENCY",
        (of_people.NOWHERE, of_people.SOMEBODY_NEW),
        "CRM System",
        (Function("webbuilder.crm.forgetting:forget", _only_hidden),),
    ),
    Fault(
        "a-no-is-forgotten",
        "With a person it is forgotten that they had unsubscribed.",
        "Whoever asks to be forgotten would be written to for it.",
        "SYS-EMAIL",
        (of_people.NO_OUTLIVES,),
        "CRM System",
        (Function("webbuilder.crm.forgetting:forget", _with_the_no),),
    ),
    Fault(
        "files-bring-back-the-forgotten",
        "A file that was saved before brings back somebody who was forgotten.",
        "Priya would get a letter from a list that Maya had found on an old computer.",
        "CONSISTENCY",
        (of_people.STAYS_FORGOTTEN,),
        "CRM System",
        (Function("webbuilder.crm.suppressions:forgotten_among", _nobody_among),),
    ),
    Fault(
        "copies-leave-out-notes",
        "A copy leaves out what was noted about somebody.",
        "Priya would get half of what the law gives her, and find out about the other half.",
        "SYS-CRM",
        (of_people.TELLS_EVERYTHING,),
        "CRM System",
        (Function("webbuilder.crm.copying:copy_of", _without_notes),),
    ),
)
