"""What goes wrong between the books of the systems: lost, doubled, or under another trace."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.connector.tables import Submission
    from webbuilder.crm.forgetting import Theirs
    from webbuilder.crm.tables import Contact
    from webbuilder.events import Event
    from webbuilder.mail.letters import Letter
    from webbuilder.mail.tables import Mail
    from webbuilder.sites.tables import Site
    from webbuilder.workflows.deeds import Did
    from webbuilder.workflows.happening import Whence

_FIRST_LOOK: dict[int, datetime] = {}  # of each process
_ELSEWHERE = "0123456789abcdef" * 2


def _not_counted(original: Original, session: Session, stored: Submission, view: str) -> None:
    return


def _noted_twice(  # noqa: PLR0917 - as its target
    original: Original, session: Session, contact: Contact, key: str, kind: str, words: str, *, trace_id: str
) -> None:
    original(session, contact, key, kind, words, trace_id=trace_id)
    original(session, contact, f"{key}:again", kind, words, trace_id=trace_id)


def _under_another_trace(original: Original, session: Session, mail: Mail, letter: Letter) -> None:
    mail.trace_id = _ELSEWHERE
    original(session, mail, letter)


def _sent_alone(original: Original, workspace_id: str) -> Select[Mail]:
    from webbuilder.mail.tables import Mail

    mails: Select[Mail] = original(workspace_id)
    return mails.where(Mail.state != "withheld")


def _told_twice(  # noqa: PLR0917 - as its target
    original: Original, session: Session, contact: Contact, what: Did, of: str, whence: Whence
) -> None:
    original(session, contact, what, of, whence)
    original(session, contact, what, of, whence)


def _as_its_owner(original: Original, session: Session, workspace_id: str, kind: str, body: Any) -> None:
    from webbuilder.tracing import action

    if kind != "form.sent":
        original(session, workspace_id, kind, body)
        return
    with action("whoever acts", f"00-{_ELSEWHERE}-{_ELSEWHERE[:16]}-01"):
        original(session, workspace_id, kind, body)


def _of_this_worker(original: Original, full: Collection[str] = (), most: int = 100) -> Select[Event]:
    from webbuilder.database import now
    from webbuilder.events import Event

    found: Select[Event] = original(full, most)
    return found.where(Event.at >= _FIRST_LOOK.setdefault(os.getpid(), now()))


def _samples_count(original: Original, session: Session, sent: Submission) -> None:
    from webbuilder.analytics import counting

    original(session, sent)
    counting.sent(session, sent, "")


def _traces_stay(original: Original, session: Session, theirs: Theirs) -> None:
    return


def _held_ones_start(  # noqa: PLR0917 - as its target
    original: Original,
    session: Session,
    site: Site,
    form_id: str,
    view_token: str,
    values: dict[str, str],
    held_because: str | None = None,
) -> Submission:
    from webbuilder.connector import sifting

    stored: Submission = original(session, site, form_id, view_token, values, held_because)
    if held_because:
        sifting.announce(session, stored)
    return stored


FAULTS = (
    Fault(
        "sign-ups-are-not-counted",
        "A form that was sent is not counted in the figures.",
        "By the figures nobody would ever have signed up, and Maya would take the form away.",
        "CONSISTENCY",
        (of_people.ONCE_IN_EVERY_BOOK, of_people.LEADS_TO_STAYS_TOGETHER),
        "Analytics",
        (Function("webbuilder.analytics.counting:sent", _not_counted),),
    ),
    Fault(
        "sign-ups-are-noted-twice",
        "What happens to a contact is written down twice.",
        "Each friend of the bakery would have signed up twice as often as she did.",
        "CONSISTENCY",
        (of_people.ONCE_IN_EVERY_BOOK,),
        "CRM System",
        (Function("webbuilder.crm.service:note", _noted_twice),),
    ),
    Fault(
        "mails-go-their-own-way",
        "A mail does not bear the trace of what it comes of.",
        "Nobody could say by which form somebody came to be written to.",
        "X-COORDINATION",
        (of_people.ONCE_IN_EVERY_BOOK,),
        "Email Automation",
        (Function("webbuilder.mail.ledger:enter", _under_another_trace),),
    ),
    Fault(
        "withheld-mails-are-not-told",
        "Of mails those that were withheld are not told.",
        "Maya would look in vain for why somebody was not welcomed.",
        "CONSISTENCY",
        (of_people.ONCE_IN_EVERY_BOOK,),
        "Email Automation",
        (Query("webbuilder.mail.ledger:of_workspace", _sent_alone),),
    ),
    Fault(
        "a-tag-starts-twice",
        "A tag that somebody gets starts what waits for it twice.",
        "New friends would get the letter for friends twice.",
        "CONSISTENCY",
        (of_people.LEADS_TO_STAYS_TOGETHER,),
        "Workflow Engine",
        (Function("webbuilder.workflows.happening:happened", _told_twice),),
    ),
    Fault(
        "what-starts-late-is-its-owners",
        "What follows of a form bears the trace of something else than of whoever sent it.",
        "Of whoever signed up before the form was joined, nobody could say what came.",
        "X-COORDINATION",
        (of_people.LEADS_TO_STAYS_TOGETHER, of_people.NO_VISITOR_IN_NO_BOOK),
        "Magic Connector",
        (Function("webbuilder.events:announce", _as_its_owner),),
    ),
    Fault(
        "what-waits-is-not-taken-up",
        "A worker takes up what was sent since it began, and nothing that waits.",
        "Whoever signed up over lunch would never hear of the bakery.",
        "SYS-JOBS",
        (of_people.FOUND_AGAIN_ONCE,),
        "Background Jobs",
        (Query("webbuilder.events:waiting", _of_this_worker),),
    ),
    Fault(
        "samples-are-counted",
        "A sample counts as a form that was sent.",
        "The more often Maya tries her form out, the better it would seem to do.",
        "CONSISTENCY",
        (of_people.NO_VISITOR_IN_NO_BOOK,),
        "Analytics",
        (Function("webbuilder.connector.samples:announce", _samples_count),),
    ),
    Fault(
        "events-still-lead-to-the-forgotten",
        "What was counted of somebody who was forgotten still leads to them.",
        "Priya would still be found by her trace, a year after Maya promised that she was nowhere.",
        "SECURITY",
        (of_people.NO_VISITOR_IN_NO_BOOK,),
        "Analytics",
        (Function("webbuilder.crm.forgetting:_forget_traces", _traces_stay),),
    ),
    Fault(
        "what-is-held-back-starts",
        "What a program filled in starts a workflow, held back or not.",
        "A hundred programs would be welcomed each night.",
        "CONSISTENCY",
        (of_people.NO_VISITOR_IN_NO_BOOK,),
        "Magic Connector",
        (Function("webbuilder.connector.service:take_in", _held_ones_start),),
    ),
)
