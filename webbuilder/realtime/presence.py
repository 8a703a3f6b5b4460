"""Rules of presence: who is here, as long as their line is open, whichever web process holds it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Delete, Select, Update, delete, func, select, update

from webbuilder import database
from webbuilder.realtime.messages import Here
from webbuilder.realtime.tables import Presence

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from webbuilder.accounts.service import Caller

CHANNEL = "live"  # of NOTIFY: what happened, and to which site
LASTS = timedelta(seconds=8)  # of a presence that nobody renews: its web process is gone


def at_site(site_id: str) -> Select[Presence]:
    """Select who has a site open, in the order of their coming."""
    lately = Presence.at > database.now() - LASTS
    return select(Presence).where(Presence.site_id == site_id, lately).order_by(Presence.client)


def renewed(clients: Collection[str]) -> Update:
    """Renew the presence of some clients."""
    return update(Presence).where(Presence.client.in_(clients)).values(at=database.now())


def forgotten() -> Delete:
    """Delete those whose web process is gone."""
    return delete(Presence).where(Presence.at < database.now() - LASTS)


def come(session: Session, client: str, site_id: str, who: Caller) -> None:
    """Let somebody be here."""
    session.merge(
        Presence(
            client=client,
            site_id=site_id,
            workspace_id=who.workspace_id,
            person_id=who.person_id,
            name=who.name,
            page=None,
            component=None,
            at=database.now(),
        )
    )
    say(session, "people", site_id)


def look(session: Session, client: str, page: str, component: str | None) -> None:
    """Let others know what somebody has selected."""
    here = session.get(Presence, client)
    if here is not None and (here.page, here.component) != (page, component):
        here.page, here.component = page, component
        say(session, "people", here.site_id)


def leave(session: Session, client: str, site_id: str) -> None:
    """Let somebody be here no more."""
    session.execute(delete(Presence).where(Presence.client == client))
    say(session, "people", site_id)


def people(session: Session, site_id: str) -> list[Here]:
    """Return who is here."""
    return [
        Here(client=one.client, name=one.name, page=one.page, component=one.component)
        for one in session.scalars(at_site(site_id))
    ]


def say(session: Session, what: str, site_id: str) -> None:
    """Let every web process know once this is committed (PostgreSQL: NOTIFY)."""
    session.execute(select(func.pg_notify(CHANNEL, f"{what}:{site_id}")))
