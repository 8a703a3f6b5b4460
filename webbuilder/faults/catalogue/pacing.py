"""What goes wrong with when and how fast letters to many go out."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules, rules_of_people as of_people
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from datetime import datetime, timedelta
    from zoneinfo import ZoneInfo

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from webbuilder.mail.pace import Pace
    from webbuilder.mail.routes import BroadcastView
    from webbuilder.mail.tables import Broadcast, Mail


def _the_site_alone(original: Original, zone: str, otherwise: str) -> ZoneInfo:
    found: ZoneInfo = original("", otherwise)
    return found


def _greenwich(original: Original, zone: str, otherwise: str) -> ZoneInfo:
    found: ZoneInfo = original(zone, "Etc/GMT+12")
    return found


def _at_once(original: Original, session: Session, broadcast: Broadcast) -> None:
    return None


def _whenever_it_goes_on(original: Original, session: Session, broadcast: Broadcast) -> None:
    return None


def _keeps_waiting(original: Original, session: Session, workspace_id: str, wanted: Pace) -> None:
    from webbuilder.mail import pace

    pace.keep(session, workspace_id, wanted)


def _never_quiet(original: Original, self: Pace, now: datetime, zone: ZoneInfo) -> bool:
    return False


def _within_a_day(original: Original, self: Pace, now: datetime, zone: ZoneInfo) -> bool:
    shown = now.astimezone(zone).strftime("%H:%M")
    return self.quiet_from is not None and self.quiet_from <= shown < str(self.quiet_until)


def _nothing_falls_due(original: Original) -> Select[Broadcast]:
    from sqlalchemy import false

    found: Select[Broadcast] = original()
    return found.where(false())


def _all_at_once(original: Original, session: Session, broadcast: Broadcast, now: datetime) -> Select[Mail]:
    from sqlalchemy import select

    from webbuilder.mail.tables import Mail

    mine = Mail.broadcast_id == broadcast.id, Mail.state == "due"
    return select(Mail).where(*mine).order_by(Mail.changed_at, Mail.message_id)


def _a_second(original: Original) -> timedelta:
    whole: timedelta = original()
    return whole / 60


def _an_hour(original: Original) -> timedelta:
    whole: timedelta = original()
    return whole * 60


def _all_of_one(original: Original) -> ColumnElement[str]:
    from sqlalchemy import func

    from webbuilder.mail.tables import Mail

    return func.left(Mail.recipient, 0)


def _what_is_late_is_sent(
    original: Original, session: Session, broadcast: Broadcast, now: datetime
) -> datetime | None:
    more_at: datetime | None = original(session, broadcast, now)
    if more_at is None or more_at <= now:
        return more_at
    original.fired()
    return None


def _untold(original: Original, store: Session, broadcast: Broadcast) -> BroadcastView:
    view: BroadcastView = original(store, broadcast)
    return view.model_copy(update={"goes_on_at": None})


def _whatever_was_said(original: Original, self: Pace) -> Pace:
    return self


FAULTS = (
    Fault(
        "everybody-lives-where-the-site-is",
        "A letter for an hour goes out when clocks show that where the site is.",
        "Noor would be woken at three in the morning by a word about rye.",
        "SYS-EMAIL",
        (of_people.AT_THEIR_HOUR, rules.OWN_CLOCKS),
        "Email Automation",
        (Function("webbuilder.crm.clocks:named", _the_site_alone),),
    ),
    Fault(
        "unknown-clocks-are-anywhere",
        "Whose clocks nobody knows is written to by the clocks of some island.",
        "Half of the town would read of breakfast rolls in the evening.",
        "SYS-EMAIL",
        (of_people.AT_THEIR_HOUR,),
        "Email Automation",
        (Function("webbuilder.crm.clocks:named", _greenwich),),
    ),
    Fault(
        "an-hour-is-not-waited-for",
        "A letter for an hour goes out at once.",
        "What was for breakfast would come when Maya presses the button, at midnight.",
        "SYS-EMAIL",
        (of_people.AT_THEIR_HOUR,),
        "Email Automation",
        (Function("webbuilder.mail.hours:at_their_hour", _at_once),),
    ),
    Fault(
        "an-hour-that-passed-is-forgotten",
        "What stood still while its hour passed goes out whenever it is let go on.",
        "Maya would let a letter for breakfast go on after supper, and it would come after supper.",
        "CONSISTENCY",
        (of_people.AT_THEIR_HOUR,),
        "Email Automation",
        (Function("webbuilder.mail.hours:at_their_next_hour", _whenever_it_goes_on),),
    ),
    Fault(
        "other-hours-hold-for-the-next-letter-alone",
        "Other quiet hours say nothing to a letter that waits for the end of those before.",
        "Maya would read that letters go out now, and look at one that does not.",
        "SYS-EMAIL",
        (of_people.QUIET_HOURS,),
        "Email Automation",
        (Function("webbuilder.mail.going_on:change", _keeps_waiting),),
    ),
    Fault(
        "what-is-held-back-never-goes",
        "What was held back of a letter to many does not go out when it may.",
        "Whoever lives far away would never hear of anything, and nothing would say so.",
        "CONSISTENCY",
        (of_people.AT_THEIR_HOUR, of_people.QUIET_HOURS, of_people.NOT_TOO_FAST),
        "Email Automation",
        (Query("webbuilder.mail.pace:due", _nothing_falls_due),),
    ),
    Fault(
        "held-back-counts-as-sent",
        "A letter to many counts as sent once what may go out now has.",
        "Maya would believe that all have read it, and half of them never would.",
        "CONSISTENCY",
        (of_people.AT_THEIR_HOUR, of_people.QUIET_HOURS, of_people.NOT_TOO_FAST),
        "Email Automation",
        (Function("webbuilder.mail.pace:goes_on_at", _what_is_late_is_sent, counts_itself=True),),
    ),
    Fault(
        "when-it-goes-on-is-not-told",
        "When more of a letter to many goes out is not told.",
        "Maya would see it stand still for nine hours, and send it once more.",
        "SYS-EMAIL",
        (of_people.AT_THEIR_HOUR,),
        "Email Automation",
        (Function("webbuilder.mail.routes:view", _untold),),
    ),
    Fault(
        "quiet-hours-are-not-kept",
        "Letters to many go out in quiet hours.",
        "Two hundred telephones would light up beside two hundred beds.",
        "SYS-EMAIL",
        (of_people.QUIET_HOURS,),
        "Email Automation",
        (Function("webbuilder.mail.pace:Pace.is_quiet", _never_quiet),),
    ),
    Fault(
        "midnight-ends-quiet-hours",
        "Quiet hours that last over midnight are none.",
        "They would be kept in every test by day, and in no night.",
        "SYS-EMAIL",
        (of_people.QUIET_HOURS,),
        "Email Automation",
        (Function("webbuilder.mail.pace:Pace.is_quiet", _within_a_day),),
    ),
    Fault(
        "a-day-without-an-hour",
        "Quiet hours may be all of the day, and as many letters a minute as somebody types.",
        "Nothing would go out any more, and nobody know why.",
        "ERRORS",
        (of_people.QUIET_HOURS, of_people.NOT_TOO_FAST),
        "Email Automation",
        (Function("webbuilder.mail.pace:Pace.lets_letters_go", _whatever_was_said),),
    ),
    Fault(
        "as-fast-as-it-goes",
        "However many letters a minute were said, all go out at once.",
        "The provider would turn the bakery away for a week, welcome letters included.",
        "RELIABILITY",
        (of_people.NOT_TOO_FAST,),
        "Email Automation",
        (Query("webbuilder.mail.pace:next_of", _all_at_once),),
    ),
    Fault(
        "a-minute-is-a-second",
        "So many letters as were said for a minute go out each second.",
        "Whoever says sixty would send an hour's worth within a minute, and be turned away.",
        "RELIABILITY",
        (of_people.NOT_TOO_FAST,),
        "Email Automation",
        (Function("webbuilder.mail.pace:minute", _a_second),),
    ),
    Fault(
        "a-minute-is-an-hour",
        "So many letters as were said for a minute go out in an hour.",
        "The last of a thousand would read of Saturday's rye on Monday.",
        "RELIABILITY",
        (of_people.NOT_TOO_FAST,),
        "Email Automation",
        (Function("webbuilder.mail.pace:minute", _an_hour),),
    ),
    Fault(
        "all-providers-are-one",
        "Letters to all providers count as letters to one.",
        "A letter to a hundred companies would take as long as one to a hundred mailboxes of one.",
        "SYS-EMAIL",
        (of_people.NOT_TOO_FAST,),
        "Email Automation",
        (Function("webbuilder.mail.pace:_provider", _all_of_one),),
    ),
)
