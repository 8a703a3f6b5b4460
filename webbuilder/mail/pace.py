"""When and how fast letters to many go out: at the reader's hour, not in quiet hours, so many a minute.

What is not to go out yet stays due; the broadcast falls due when the next may, by the workspace's clock.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.config import JsonDict
from sqlalchemy import ColumnElement, Select, func, or_, select, update

from webbuilder import clock, database
from webbuilder.accounts.tables import Workspace
from webbuilder.crm import clocks
from webbuilder.crm.tables import Contact
from webbuilder.mail.tables import Broadcast, Mail, MailPace
from webbuilder.sites.tables import Site
from webbuilder.workflows.moments import next_moment

if TYPE_CHECKING:
    from collections.abc import Iterator
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


def of(session: Session, workspace_id: str) -> Pace:
    """Return the pace of a workspace; of one that never named any, one that holds nothing back."""
    found = session.get(MailPace, workspace_id)
    return Pace.model_validate(found.pace) if found else Pace()


def locked(session: Session, workspace_id: str) -> Pace:
    """Return the pace of a workspace; until the transaction ends nobody else changes it."""
    session.get_one(Workspace, workspace_id, with_for_update=True)
    return of(session, workspace_id)


def keep(session: Session, workspace_id: str, pace: Pace) -> None:
    """Let letters to many go out so from now on; what was held back for an hour keeps to that."""
    session.merge(MailPace(workspace_id=workspace_id, pace=pace.model_dump()))
    session.flush()


def _due(broadcast: Broadcast) -> Select[Mail]:
    return select(Mail).where(Mail.broadcast_id == broadcast.id, Mail.state == "due")


def _may_go(now: datetime) -> ColumnElement[bool]:
    return or_(Mail.due_at.is_(None), Mail.due_at <= now)


def _zones(session: Session, broadcast: Broadcast, now: datetime) -> Iterator[tuple[str, ZoneInfo]]:
    """Yield where the clocks are of those whose mails might go out: as written down, and what that is."""
    site = session.get(Site, broadcast.site_id) if broadcast.site_id else None
    of_site = site.zone if site else "UTC"
    there = _due(broadcast).where(_may_go(now)).join(Contact, Contact.id == Mail.contact_id)
    for zone in session.scalars(there.with_only_columns(clocks.written_down()).distinct()):
        yield zone, clocks.named(zone, of_site)


def _hold(session: Session, broadcast: Broadcast, now: datetime, until: dict[str, datetime]) -> None:
    """Hold mails back until a moment that is named for where their readers' clocks are."""
    for moment in set(until.values()):
        zones = [zone for zone, one in until.items() if one == moment]
        there = Contact.workspace_id == broadcast.workspace_id, clocks.written_down().in_(zones)
        theirs = select(Contact.id).where(*there)
        mine = (
            Mail.broadcast_id == broadcast.id,
            Mail.state == "due",
            _may_go(now),
            Mail.contact_id.in_(theirs),
        )
        session.execute(
            update(Mail).where(*mine).values(due_at=moment).execution_options(synchronize_session=False)
        )


def at_their_hour(session: Session, broadcast: Broadcast) -> None:
    """Hold each mail of a broadcast back until its reader's clocks show the hour that it is for, if it is."""
    if broadcast.at:
        now = clock.now(session, broadcast.workspace_id)
        there = _zones(session, broadcast, now)
        _hold(
            session,
            broadcast,
            now,
            {zone: next_moment("any day", broadcast.at, now, at) for zone, at in there},
        )


def not_in_quiet_hours(session: Session, broadcast: Broadcast, now: datetime) -> None:
    """Hold mails of a broadcast back until the quiet hours of their readers are over."""
    pace = of(session, broadcast.workspace_id)
    if pace.quiet_until is not None:
        quiet = [(zone, at) for zone, at in _zones(session, broadcast, now) if pace.is_quiet(now, at)]
        over = {zone: next_moment("any day", pace.quiet_until, now, at) for zone, at in quiet}
        _hold(session, broadcast, now, over)


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
    mine = _due(broadcast).where(_may_go(now)).order_by(Mail.changed_at, Mail.message_id)
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
    held = session.scalar(_due(broadcast).with_only_columns(func.min(Mail.due_at)).where(Mail.due_at > now))
    if session.scalar(_due(broadcast).where(_may_go(now)).limit(1)):  # their provider has enough for now
        first = _lately(broadcast.workspace_id, now).with_only_columns(func.min(Mail.attempted_at))
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
