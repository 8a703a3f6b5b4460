"""What goes wrong with letters of which nobody knows whether they came."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.crm.tables import Contact
    from webbuilder.database import Database
    from webbuilder.mail.tables import Broadcast, Mail
    from webbuilder.mail.uncertain import Act
    from webbuilder.settings import Settings


def _taken_for(original: Original, settings: Settings, store: Database, key: str, state: str) -> str:
    from webbuilder.mail.tables import Mail

    found: str = original(settings, store, key)
    if found != "uncertain":
        return found
    original.fired()
    with store.transaction() as session:
        session.get_one(Mail, key).state = state
    return state


def _surely_there(original: Original, settings: Settings, store: Database, key: str) -> str:
    return _taken_for(original, settings, store, key, "accepted")


def _surely_not(original: Original, settings: Settings, store: Database, key: str) -> str:
    return _taken_for(original, settings, store, key, "due")


def _nobody(original: Original, broadcast: Broadcast, state: str | None = None) -> Select[Contact]:
    from sqlalchemy import false

    found: Select[Contact] = original(broadcast, state)
    return found.where(false()) if state == "uncertain" else found


def _only_said(original: Original, session: Session, broadcast: Broadcast, mail: Mail) -> None:
    mail.state = "due"


def _to_all(original: Original, session: Session, broadcast: Broadcast, mail: Mail) -> None:
    from sqlalchemy import update

    from webbuilder.mail.tables import Mail

    others = Mail.broadcast_id == broadcast.id, Mail.state == "uncertain"
    session.execute(update(Mail).where(*others).values(state="due"))
    original(session, broadcast, mail)


def _nobody_asked(original: Original, session: Session, mails: list[Mail]) -> set[str]:
    return set()


def _sent_all_the_same(
    original: Original, session: Session, broadcast: Broadcast, contact_id: str, wanted: Act
) -> Mail:
    mail: Mail = original(session, broadcast, contact_id, "send again")
    return mail


def _whatever_is_known(original: Original, mail: Mail) -> None:
    return None


FAULTS = (
    Fault(
        "uncertain-is-called-accepted",
        "A letter of which nobody knows whether it came is said to have come.",
        "Maya would wait for orders of people who never heard of the rye.",
        "SYS-EMAIL",
        (of_people.UNCERTAIN_NAMED,),
        "Email Automation",
        (Function("webbuilder.mail.ledger:found_out", _surely_there, counts_itself=True),),
    ),
    Fault(
        "uncertain-ones-are-not-named",
        "How many letters are uncertain is told, and not whose.",
        "Maya would know that two of four hundred may have heard nothing, and could ask none of them.",
        "ERRORS",
        (of_people.UNCERTAIN_NAMED,),
        "Email Automation",
        (Query("webbuilder.mail.telling:readers_of", _nobody),),
    ),
    Fault(
        "uncertain-is-sent-again",
        "A letter of which nobody knows whether it came is sent again by itself.",
        "Four hundred people would get it twice, each time the mail server has a bad day.",
        "CONSISTENCY",
        (of_people.NOT_BY_ITSELF,),
        "Email Automation",
        (Function("webbuilder.mail.ledger:found_out", _surely_not, counts_itself=True),),
    ),
    Fault(
        "once-more-is-said-only",
        "A letter is said to be sent once more, and is not.",
        "Priya would still not know, and Maya believe that she does.",
        "SYS-EMAIL",
        (of_people.SAYS_WHAT_IS_DONE,),
        "Email Automation",
        (Function("webbuilder.mail.uncertain:send_again", _only_said),),
    ),
    Fault(
        "once-more-goes-to-all",
        "What is sent once more to one reader goes to all of whom nobody knows.",
        "Whoever told Maya nothing would get the letter a second time.",
        "CONSISTENCY",
        (of_people.SAYS_WHAT_IS_DONE,),
        "Email Automation",
        (Function("webbuilder.mail.uncertain:send_again", _to_all),),
    ),
    Fault(
        "come-is-sent-again",
        "A letter of which its reader says that it has come is sent once more.",
        "Priya would have said so, and got it twice for that.",
        "CONSISTENCY",
        (of_people.SAYS_WHAT_IS_DONE,),
        "Email Automation",
        (Function("webbuilder.mail.uncertain:act", _sent_all_the_same),),
    ),
    Fault(
        "once-more-reaches-the-unsubscribed",
        "What is sent once more reaches whoever has unsubscribed meanwhile.",
        "She said no on Monday, and would be written to on Tuesday by hand.",
        "SYS-EMAIL",
        (of_people.SAYS_WHAT_IS_DONE,),
        "Email Automation",
        (Function("webbuilder.mail.pieces:withheld", _nobody_asked),),
    ),
    Fault(
        "what-is-known-is-sent-again",
        "A letter is sent once more of which it is known how it stands.",
        "A till that asks twice would write to a customer twice.",
        "SYS-EMAIL",
        (of_people.NOT_FIT_FOR,),
        "Email Automation",
        (Function("webbuilder.mail.uncertain:refuse_certain", _whatever_is_known),),
    ),
)
