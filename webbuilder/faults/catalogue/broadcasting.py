"""What goes wrong with one letter to many."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from email.message import EmailMessage
    from smtplib import SMTP

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from webbuilder.crm.tables import Contact
    from webbuilder.database import Database
    from webbuilder.mail.audience import Audience, Size
    from webbuilder.mail.broadcasting import Act
    from webbuilder.mail.letters import Plate
    from webbuilder.mail.tables import Broadcast, Mail


def _twice(original: Original, connection: SMTP, message: EmailMessage) -> None:
    original(connection, message)
    original(connection, message)


def _everybody(
    original: Original, session: Session, workspace_id: str, audience: Audience
) -> Select[Contact]:
    from sqlalchemy import select

    from webbuilder.crm.tables import Contact

    return select(Contact).where(Contact.workspace_id == workspace_id, ~Contact.sample)


def _as_many_as_asked(original: Original, session: Session, workspace_id: str, audience: Audience) -> Size:
    size: Size = original(session, workspace_id, audience)
    return size.model_copy(update={"readers": size.readers + size.unsubscribed + size.did_not_agree})


def _whatever_was_counted(original: Original, session: Session, broadcast: Broadcast, counted: int) -> None:
    from webbuilder.mail import audience, broadcasting

    wanted = broadcasting.letter_of(broadcast).audience
    original(session, broadcast, audience.size(session, broadcast.workspace_id, wanted).readers)


def _nobody_said_no(original: Original) -> ColumnElement[bool]:
    from sqlalchemy import false

    return false()


def _nobody_since(original: Original, session: Session, mails: Sequence[Mail]) -> set[str]:
    return set()


def _unmarked(
    original: Original, subject: str, paragraphs: list[str], sender: str, address: str, button: str
) -> Plate:
    plate: Plate = original(subject.removeprefix("[Trial] "), paragraphs, sender, address, button)
    return plate


def _said_only(original: Original, session: Session, broadcast: Broadcast, wanted: Act) -> None:
    if wanted == "resume":
        original(session, broadcast, wanted)
    else:
        original.fired()


def _held_is_lost(original: Original, session: Session, broadcast: Broadcast, wanted: Act) -> None:
    from sqlalchemy import update

    from webbuilder.mail.tables import Mail

    original(session, broadcast, wanted)
    if wanted == "resume":
        original.fired()
        held = Mail.broadcast_id == broadcast.id, Mail.state == "due"
        session.execute(update(Mail).where(*held).values(state="cancelled"))


def _ends_at_the_first(
    original: Original, store: Database, broadcast_id: str, turn: int, met: dict[str, str], *, goes_on: bool
) -> None:
    original(store, broadcast_id, turn, met, goes_on=goes_on and "bounced" not in met.values())


def _nobody_did(original: Original, session: Session, broadcast: Broadcast) -> tuple[int, int]:
    return 0, 0


def _whoever_asks(original: Original, headers: Mapping[str, str], method: str) -> bool:
    return method == "GET"


FAULTS = (
    Fault(
        "letters-go-out-twice",
        "Each letter of a broadcast is given to the mail server twice.",
        "Four thousand people would get two letters, and a good part of them would unsubscribe.",
        "SYS-EMAIL",
        (of_people.READERS_ONCE, of_people.EACH_ONE_LETTER),
        "Email Automation",
        (Function("webbuilder.mail.smtp:give", _twice),),
    ),
    Fault(
        "lists-are-everybody",
        "A broadcast to some lists goes to everybody.",
        "Whoever orders wedding cakes would be told about the rolls of Saturday, every week.",
        "CONSISTENCY",
        (of_people.READERS_ONCE,),
        "Email Automation",
        (Query("webbuilder.mail.audience:asked_for", _everybody),),
    ),
    Fault(
        "those-who-said-no-are-counted",
        "To how many a broadcast goes includes those who get none.",
        "Maya would pay for readers whom she does not have, and wonder who reads her.",
        "SYS-EMAIL",
        (of_people.COUNTED_BEFORE,),
        "Email Automation",
        (Function("webbuilder.mail.audience:size", _as_many_as_asked),),
    ),
    Fault(
        "more-than-was-counted",
        "A broadcast goes out to more than whoever sent it was told.",
        "An import that a colleague makes meanwhile would get a letter that was for twelve regulars.",
        "CONSISTENCY",
        (of_people.COUNTED_BEFORE,),
        "Email Automation",
        (Function("webbuilder.mail.broadcasting:begin", _whatever_was_counted),),
    ),
    Fault(
        "broadcasts-reach-the-unsubscribed",
        "A broadcast goes to those as well who have unsubscribed.",
        "They would report it, and the bakery would be on a list of those who send what nobody wants.",
        "SYS-EMAIL",
        (of_people.NOBODY_WHO_SAID_NO,),
        "Email Automation",
        (
            Function("webbuilder.crm.suppressions:suppressed", _nobody_said_no),
            Function("webbuilder.mail.pieces:withheld", _nobody_since),
        ),
    ),
    Fault(
        "not-agreeing-is-no-matter",
        "A broadcast goes to those as well who did not agree when a form asked.",
        "The box on the form would be a lie, and somebody would keep a picture of it.",
        "SYS-CRM",
        (of_people.NOBODY_WHO_SAID_NO,),
        "Email Automation",
        (Function("webbuilder.crm.consents:declined", _nobody_said_no),),
    ),
    Fault(
        "trials-look-real",
        "A trial looks like the letter itself.",
        "Noor would answer it, and Maya believe that it had gone out already.",
        "SYS-EMAIL",
        (of_people.ONESELF_ALONE,),
        "Email Automation",
        (Function("webbuilder.mail.letters:engrave", _unmarked),),
    ),
    Fault(
        "stopping-is-said-only",
        "A broadcast that is paused or cancelled goes on.",
        "Maya would see the wrong date, stop it, and read it in four thousand inboxes.",
        "SYS-EMAIL",
        (of_people.STANDS_STILL, of_people.REST_REACHES_NOBODY),
        "Email Automation",
        (Function("webbuilder.mail.broadcasting:act", _said_only, counts_itself=True),),
    ),
    Fault(
        "what-was-held-up-is-lost",
        "What was held up of a broadcast does not go out when it goes on.",
        "Half of the customers would hear of the rye, and the other half of nothing.",
        "CONSISTENCY",
        (of_people.STANDS_STILL,),
        "Email Automation",
        (Function("webbuilder.mail.broadcasting:act", _held_is_lost, counts_itself=True),),
    ),
    Fault(
        "one-dead-address-stops-all",
        "A broadcast ends at the first address that is no more.",
        "Whoever comes behind it in the alphabet would never hear of anything.",
        "ERRORS",
        (of_people.KEEPS_NOBODY,),
        "Email Automation",
        (Function("webbuilder.mail.pieces:finish", _ends_at_the_first),),
    ),
    Fault(
        "followers-are-not-counted",
        "Nobody is counted who follows the button of a broadcast.",
        "Maya would write no more letters, since nobody seems to read them.",
        "SYS-EMAIL",
        (of_people.PEOPLE_COUNTED,),
        "Email Automation",
        (Function("webbuilder.mail.telling:done_by_people", _nobody_did),),
    ),
    Fault(
        "machines-count-as-followers",
        "What a mail server looks at counts as followed by a reader.",
        "Maya would bake for four hundred who never came.",
        "SYS-EMAIL",
        (of_people.PEOPLE_COUNTED,),
        "Email Automation",
        (Function("webbuilder.workflows.following:is_person", _whoever_asks),),
    ),
)
