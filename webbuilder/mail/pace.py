"""When and how fast letters to many go out: not in quiet hours, and so many a minute to one provider.

What is not to go out yet stays due; the broadcast falls due when the next may, by the workspace's clock.
Until when what is held back is: `mail.hours`.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.config import JsonDict
from sqlalchemy import ColumnElement, Select, func, or_, select

from webbuilder import database
from webbuilder.accounts.tables import Workspace
from webbuilder.mail.tables import Broadcast, Mail, MailPace

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session

TIME = r"^([01]\d|2[0-3]):[0-5]\d$"
_LEAST, _MOST_A_MINUTE = 1, 100_000
_A_MINUTE: JsonDict = {"minimum": _LEAST, "maximum": _MOST_A_MINUTE}
_MOST = 20  # broadcasts that are let go on at one look
Time = Annotated[str, Field(pattern=TIME)]


class Pace(BaseModel):
    """When and how fast letters to many go out; the hours are what the reader's clocks show.

    `a_minute` is how many within a minute may go to addresses of one provider; None is as many as there are.
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"quiet_from": "21:00", "quiet_until": "08:00", "a_minute": 600}]},
    )
    quiet_from: Time | None = None
    quiet_until: Time | None = None
    a_minute: Annotated[int, Field(strict=True, json_schema_extra=_A_MINUTE)] | None = None

    @model_validator(mode="after")
    def lets_letters_go(self) -> Self:
        """Refuse quiet hours without an end, such as are all of the day or nothing, and no letters at all.

        Raises:
            ValueError: it is so.
        """
        if self.a_minute is not None and not _LEAST <= self.a_minute <= _MOST_A_MINUTE:
            words = (
                f"Let at least one letter a minute go to a provider, at most {_MOST_A_MINUTE}, or any number."
            )
            raise ValueError(words)
        if (self.quiet_from is None) != (self.quiet_until is None):
            raise ValueError("Quiet hours have a beginning and an end. Name both times, or none.")
        if self.quiet_from is not None and self.quiet_from == self.quiet_until:
            raise ValueError("Quiet hours begin and end at different times. Name another one, or none.")
        return self

    def is_quiet(self, now: datetime, zone: ZoneInfo) -> bool:
        """Whether clocks of a zone show a quiet hour."""
        if self.quiet_from is None or self.quiet_until is None:
            return False
        shown = now.astimezone(zone).strftime("%H:%M")
        if self.quiet_from < self.quiet_until:
            return self.quiet_from <= shown < self.quiet_until
        return shown >= self.quiet_from or shown < self.quiet_until  # over midnight

    def quiet_ends(self, now: datetime, zone: ZoneInfo) -> datetime:
        """Return when clocks of a zone, which show a quiet hour, next show none.

        They are looked at minute by minute: in some nights they leave the end out, or show it twice.
        """
        minute_of = now.replace(second=0, microsecond=0)
        minutes = (minute_of + minute() * ahead for ahead in count(1))
        return next(one for one in minutes if not self.is_quiet(one, zone))


def of(session: Session, workspace_id: str) -> Pace:
    """Return the pace of a workspace; of one that never named any, one that holds nothing back."""
    found = session.get(MailPace, workspace_id)
    return Pace.model_validate(found.pace) if found else Pace()


def locked(session: Session, workspace_id: str) -> Pace:
    """Return the pace of a workspace; until the transaction ends nobody else changes it.

    Whoever writes down what belongs to the workspace is not kept waiting by that.
    """
    session.get_one(Workspace, workspace_id, with_for_update={"key_share": True})
    return of(session, workspace_id)


def keep(session: Session, workspace_id: str, pace: Pace) -> None:
    """Write down how letters to many go out from now on (`going_on.change` lets what waits know)."""
    session.merge(MailPace(workspace_id=workspace_id, pace=pace.model_dump()))
    session.flush()


def due_of(broadcast: Broadcast) -> Select[Mail]:
    """Select the mails of a broadcast that have not gone out."""
    return select(Mail).where(Mail.broadcast_id == broadcast.id, Mail.state == "due")


def may_go(now: datetime) -> ColumnElement[bool]:
    """Return whether a mail is held back until no later moment than this."""
    return or_(Mail.due_at.is_(None), Mail.due_at <= now)


def _provider() -> ColumnElement[str]:
    return func.lower(func.split_part(Mail.recipient, "@", -1))


def minute() -> timedelta:
    """Return how long what went out counts."""
    return timedelta(minutes=1)


def in_turn(session: Session, workspace_id: str) -> None:
    """Let one piece of a workspace at a time ask how many went out, until its own are told among them."""
    if of(session, workspace_id).a_minute is not None:
        number = func.hashtextextended(f"pace of {workspace_id}", 0)
        session.execute(select(func.pg_advisory_xact_lock(number)))


def _lately(workspace_id: str, now: datetime) -> Select[Mail]:
    """Select the mails of a workspace that went out within the last minute, whatever became of them.

    Those of workflows count as well, and what was refused, came back or was put off: a provider that turns
    mails away counts them, too.
    """
    return select(Mail).where(Mail.workspace_id == workspace_id, Mail.attempted_at > now - minute())


def next_of(session: Session, broadcast: Broadcast, now: datetime) -> Select[Mail]:
    """Select the mails of a broadcast that may go out now, those first that were dealt with longest ago."""
    mine = due_of(broadcast).where(may_go(now)).order_by(Mail.changed_at, Mail.message_id)
    most = of(session, broadcast.workspace_id).a_minute
    if most is None:
        return mine
    provider = _provider().label("provider")
    went = _lately(broadcast.workspace_id, now).with_only_columns(provider, func.count().label("many"))
    gone = went.group_by(provider).subquery()
    rank = func.row_number().over(partition_by=_provider(), order_by=(Mail.changed_at, Mail.message_id))
    ranked = mine.order_by(None).with_only_columns(Mail.message_id, provider, rank.label("rank")).subquery()
    left = most - func.coalesce(gone.c.many, 0)
    fitting = select(ranked.c.message_id).outerjoin(gone, gone.c.provider == ranked.c.provider)
    return mine.where(Mail.message_id.in_(fitting.where(ranked.c.rank <= left)))


def goes_on_at(session: Session, broadcast: Broadcast, now: datetime) -> datetime | None:
    """Return when the next of a broadcast may go out, `now` if something may; None if nothing is left."""
    if session.scalar(next_of(session, broadcast, now).limit(1)):
        return now
    held = session.scalar(due_of(broadcast).with_only_columns(func.min(Mail.due_at)).where(Mail.due_at > now))
    if session.scalar(due_of(broadcast).where(may_go(now)).limit(1)):  # their provider has enough for now
        there = due_of(broadcast).where(may_go(now)).with_only_columns(_provider().label("provider"))
        theirs = _provider().in_(select(there.distinct().subquery().c.provider))
        went = _lately(broadcast.workspace_id, now).where(theirs)
        first = went.with_only_columns(func.min(Mail.attempted_at))
        return min(one for one in (held, (session.scalar(first) or now) + minute()) if one)
    return held


def due() -> Select[Broadcast]:
    """Select the broadcasts of which more may go out by now, leaving aside those another worker holds."""
    return (
        select(Broadcast)
        .join(Workspace, Workspace.id == Broadcast.workspace_id)
        .where(Broadcast.state == "sending", Broadcast.goes_on_at <= database.now() + Workspace.clock_offset)
        .order_by(Broadcast.goes_on_at)
        .limit(_MOST)
        .with_for_update(of=Broadcast, skip_locked=True)
    )
