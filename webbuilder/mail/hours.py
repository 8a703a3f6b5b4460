"""Until when letters to many are held back: the hour that they are for, and the end of quiet hours.

Moments are reckoned once for each zone that readers have, and not for each reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, select, update

from webbuilder import clock
from webbuilder.crm import clocks
from webbuilder.crm.tables import Contact
from webbuilder.mail import pace
from webbuilder.mail.tables import Broadcast, Mail
from webbuilder.sites.tables import Site
from webbuilder.workflows.moments import next_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session


def _zones(
    session: Session, broadcast: Broadcast, which: ColumnElement[bool]
) -> Iterator[tuple[str, ZoneInfo]]:
    """Yield where the clocks are of those to whom mails are due: as written down, and what that is."""
    site = session.get(Site, broadcast.site_id) if broadcast.site_id else None
    of_site = site.zone if site else "UTC"
    there = pace.due_of(broadcast).where(which).join(Contact, Contact.id == Mail.contact_id)
    for zone in session.scalars(there.with_only_columns(clocks.written_down()).distinct()):
        yield zone, clocks.named(zone, of_site)


def _hold(
    session: Session, broadcast: Broadcast, which: ColumnElement[bool], until: Mapping[str, datetime]
) -> None:
    """Hold mails back until a moment that is named for where their readers' clocks are."""
    for moment in set(until.values()):
        zones = [zone for zone, one in until.items() if one == moment]
        there = Contact.workspace_id == broadcast.workspace_id, clocks.written_down().in_(zones)
        theirs = Mail.contact_id.in_(select(Contact.id).where(*there))
        _put(session, broadcast, moment, which, theirs)


def _put(
    session: Session, broadcast: Broadcast, moment: datetime | None, *which: ColumnElement[bool]
) -> None:
    mine = Mail.broadcast_id == broadcast.id, Mail.state == "due"
    held = update(Mail).where(*mine, *which).values(due_at=moment)
    session.execute(held.execution_options(synchronize_session=False))


def at_their_hour(session: Session, broadcast: Broadcast) -> None:
    """Hold each mail of a broadcast back until its reader's clocks show the hour that it is for, if it is."""
    now = clock.now(session, broadcast.workspace_id)
    _until_shown(session, broadcast, now, pace.may_go(now))


def stand_still(session: Session, broadcast: Broadcast, reason: str | None = None) -> None:
    """Pause a broadcast; mails whose hour had come by then go when it goes on, whatever clocks show."""
    broadcast.state, broadcast.reason, broadcast.goes_on_at = "paused", reason, None
    now = clock.now(session, broadcast.workspace_id)
    _put(session, broadcast, None, Mail.due_at <= now)


def at_their_next_hour(session: Session, broadcast: Broadcast) -> None:
    """Hold those mails of a broadcast back whose hour came and went while it stood still."""
    now = clock.now(session, broadcast.workspace_id)
    _until_shown(session, broadcast, now, Mail.due_at <= now)


def _until_shown(session: Session, broadcast: Broadcast, now: datetime, which: ColumnElement[bool]) -> None:
    if broadcast.at:
        there = _zones(session, broadcast, which)
        until = {zone: next_moment("any day", broadcast.at, now, at) for zone, at in there}
        _hold(session, broadcast, which, until)


def not_in_quiet_hours(session: Session, broadcast: Broadcast, now: datetime) -> None:
    """Hold mails of a broadcast back until the quiet hours of their readers are over."""
    kept = pace.of(session, broadcast.workspace_id)
    if kept.quiet_until is not None:
        which = pace.may_go(now)
        there = _zones(session, broadcast, which)
        over = {zone: kept.quiet_ends(now, at) for zone, at in there if kept.is_quiet(now, at)}
        _hold(session, broadcast, which, over)


def let_wait_anew(session: Session, broadcast: Broadcast) -> None:
    """Hold nothing of a broadcast back for quiet hours that were; what is for an hour keeps to that."""
    if not broadcast.at:
        _put(session, broadcast, None)
