"""What goes wrong where something is refused of letters, or should be."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.accounts.service import Caller
    from webbuilder.crm.tables import Contact
    from webbuilder.mail.broadcasting import Act, Letter
    from webbuilder.mail.tables import Broadcast
    from webbuilder.sites.tables import Site


def _whatever_has_gone_out(
    original: Original,
    session: Session,
    workspace_id: str,
    letter: Letter,
    broadcast: Broadcast | None = None,
) -> Broadcast:
    if broadcast is not None and broadcast.state != "draft":
        original.fired()
        broadcast.subject = letter.subject
        return broadcast
    written: Broadcast = original(session, workspace_id, letter, broadcast)
    return written


def _let_go(
    original: Original,
    session: Session,
    workspace_id: str,
    letter: Letter,
    broadcast: Broadcast | None = None,
) -> Broadcast:
    written: Broadcast = original(session, workspace_id, letter, broadcast)
    if broadcast is not None:
        original.fired()
        written.state = "sending"
    return written


def _anything(original: Original, broadcast: Broadcast) -> tuple[Act, ...]:
    return ("pause", "resume", "cancel")


def _put_away_or_not(original: Original, session: Session, workspace_id: str, site_id: str) -> Site:
    from webbuilder.sites.tables import Site

    return session.get_one(Site, site_id)


def _into_itself(original: Original, session: Session, known: Caller, kept: Contact, other: Contact) -> None:
    if kept.id == other.id:
        original.fired()
        return
    original(session, known, kept, other)


def _without_words(original: Original, session: Session, token: str) -> tuple[Contact, str]:
    from webbuilder.problems import Problem

    try:
        known: tuple[Contact, str] = original(session, token)
    except Problem as problem:
        original.fired()
        raise Problem(404, "not-found", "No.") from problem
    return known


FAULTS = (
    Fault(
        "sent-letters-are-rewritten",
        "A broadcast that has gone out can be written otherwise.",
        "Maya would mend a date that four hundred have read, and believe that they read the mended one.",
        "SYS-EMAIL",
        (of_people.NOT_FIT_FOR,),
        "Email Automation",
        (Function("webbuilder.mail.broadcasting:write", _whatever_has_gone_out, counts_itself=True),),
    ),
    Fault(
        "rewriting-lets-letters-go",
        "A broadcast goes out when it is written otherwise.",
        "Half a sentence would go to everybody.",
        "SYS-EMAIL",
        (of_people.NOT_FIT_FOR,),
        "Email Automation",
        (Function("webbuilder.mail.broadcasting:write", _let_go, counts_itself=True),),
    ),
    Fault(
        "drafts-are-paused",
        "A broadcast that nobody has let go out is paused when somebody asks.",
        "It would go on one day when somebody presses the wrong button.",
        "ERRORS",
        (of_people.NOT_FIT_FOR,),
        "Email Automation",
        (Function("webbuilder.mail.broadcasting:fitting", _anything),),
    ),
    Fault(
        "put-away-sites-write-letters",
        "A broadcast is written from a site that was put away.",
        "Its button would lead four hundred readers to a page that is not there.",
        "SYS-EMAIL",
        (of_people.NOT_FIT_FOR,),
        "Email Automation",
        (Function("webbuilder.sites.service:in_use", _put_away_or_not),),
    ),
    Fault(
        "contacts-are-taken-into-themselves",
        "A contact is taken into itself, and nobody is told that this is nothing.",
        "A till would take two customers for one, and never ask again.",
        "SYS-CRM",
        (of_people.NOT_FIT_FOR,),
        "CRM System",
        (Function("webbuilder.crm.merging:merge", _into_itself, counts_itself=True),),
    ),
    Fault(
        "no-letters-links-are-refused-without-words",
        "A link that is no letter's is refused without a word that says why.",
        "Whoever copied half a link would not know that the other half is missing.",
        "ERRORS",
        (of_people.NO_LETTERS_LINK,),
        "Live Sites",
        (Function("webbuilder.publishing.leaving:_known", _without_words, counts_itself=True),),
    ),
)
