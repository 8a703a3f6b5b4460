"""Rules of presence: who is here, as long as their line is open, whichever web process holds it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Delete, Select, Update, delete, func, select, update

from webbuilder.realtime.messages import Here
from webbuilder.realtime.tables import Presence

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from webbuilder.realtime.line import Line

CHANNEL = "live"  # of NOTIFY: what happened, and to which site
LASTS = timedelta(seconds=8)  # of a presence that nobody renews: its web process is gone


def at_site(site_id: str, workspace_id: str) -> Select[Presence]:
    """Select who has a site open, in the order of their coming; the time is the database's, one for all."""
    return (
        select(Presence)
        .where(Presence.site_id == site_id, Presence.workspace_id == workspace_id)
        .where(Presence.at > func.now() - LASTS)
        .order_by(Presence.came_at, Presence.id)
    )


def of_line(line: Line) -> Select[Presence]:
    """Select whoever holds a line."""
    return select(Presence).where(Presence.id == line.id, Presence.workspace_id == line.who.workspace_id)


def renewed(lines: Collection[str]) -> Update:
    """Renew whoever holds these lines, and return whose are still there."""
    return update(Presence).where(Presence.id.in_(lines)).values(at=func.now()).returning(Presence.id)


def forgotten() -> Delete:
    """Delete those whose web process is gone."""
    return delete(Presence).where(Presence.at < func.now() - LASTS)


def come(session: Session, line: Line) -> None:
    """Let somebody be here, looking at what they look at."""
    session.add(
        Presence(
            id=line.id,
            client=line.client,
            site_id=line.site_id,
            workspace_id=line.who.workspace_id,
            person_id=line.who.person_id,
            name=line.who.name,
            page=line.page,
            component=line.component,
            came_at=func.now(),
            at=func.now(),
        )
    )
    session.flush()
    say(session, "people", line.site_id)


def look(session: Session, line: Line, page: str, component: str | None) -> None:
    """Let others know what somebody has selected."""
    here = session.scalar(of_line(line))
    if here is not None and (here.page, here.component) != (page, component):
        here.page, here.component = page, component
        say(session, "people", here.site_id)


def leave(session: Session, line: Line) -> None:
    """Let whoever held a line be here no more."""
    for here in session.scalars(of_line(line)):
        session.delete(here)
    say(session, "people", line.site_id)


def people(session: Session, site_id: str, workspace_id: str) -> list[Here]:
    """Return who is here; a machine whose old line has not been noticed to be gone is here once."""
    here = {one.client: one for one in session.scalars(at_site(site_id, workspace_id))}
    return [
        Here(client=one.client, name=one.name, page=one.page, component=one.component)
        for one in here.values()
    ]


def say(session: Session, what: str, site_id: str) -> None:
    """Let every web process know once this is committed (PostgreSQL: NOTIFY)."""
    session.execute(select(func.pg_notify(CHANNEL, f"{what}:{site_id}")))
