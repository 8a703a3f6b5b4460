"""Rules of sites: names, addresses, and who may touch which."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert

from webbuilder import clock, database, security
from webbuilder.problems import Problem, misfit, not_found
from webbuilder.sites import addresses
from webbuilder.sites.tables import Site

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

NAME_LENGTH = 120


def of_workspace(workspace_id: str) -> Select[Site]:
    """Select a workspace's sites that are in use, the newest first."""
    mine = select(Site).where(Site.workspace_id == workspace_id, Site.put_away_at.is_(None))
    return mine.order_by(Site.created_at.desc(), Site.id)


def names_of(workspace_id: str) -> Select[str, str]:
    """Select the id and the name of each of a workspace's sites, those that were put away included."""
    return select(Site.id, Site.name).where(Site.workspace_id == workspace_id)


def put_away_of(workspace_id: str) -> Select[Site]:
    """Select a workspace's sites that were put away, the newest first."""
    mine = select(Site).where(Site.workspace_id == workspace_id, Site.put_away_at.is_not(None))
    return mine.order_by(Site.created_at.desc(), Site.id)


def with_id(workspace_id: str, site_id: str) -> Select[Site]:
    """Select one site of a workspace."""
    return select(Site).where(Site.id == site_id, Site.workspace_id == workspace_id)


def one(session: Session, workspace_id: str, site_id: str) -> Site:
    """Return a site.

    Raises:
        Problem: the workspace has no such site.
    """
    site = session.scalar(with_id(workspace_id, site_id))
    if site is None:
        raise not_found("site")
    return site


def locked(session: Session, workspace_id: str, site_id: str) -> Site:
    """Return a site that nobody else changes until this transaction ends.

    Raises:
        Problem: the workspace has no such site.
    """
    # Read anew even where this session has read it before: meanwhile another may have changed it.
    fresh = with_id(workspace_id, site_id).with_for_update().execution_options(populate_existing=True)
    site = session.scalar(fresh)
    if site is None:
        raise not_found("site")
    return site


def seen(session: Session, workspace_id: str, site_id: str) -> Site:
    """Return a site that nobody changes while this transaction reads it; others may read it, too.

    Raises:
        Problem: the workspace has no such site.
    """
    site = session.scalar(with_id(workspace_id, site_id).with_for_update(read=True))
    if site is None:
        raise not_found("site")
    return site


def named(name: str) -> str:
    """Return a name that a site may have.

    Raises:
        Problem: it is blank or too long.
    """
    if not 0 < len(name.strip()) <= NAME_LENGTH:
        raise Problem(
            422,
            "not-valid",
            f"A site needs a name of {NAME_LENGTH} characters at most. Give it one.",
            errors=[{"pointer": "/name", "detail": "is blank or too long"}],
        )
    return name.strip()


def create(session: Session, workspace_id: str, name: str, template: str, version: int = 1) -> Site:
    """Make an empty site with an address of its own, from a version of a template.

    Raises:
        Problem: the name is blank or too long.
    """
    values = {
        "id": database.new_id("site"),
        "workspace_id": workspace_id,
        "name": named(name),
        "template": template,
        "template_version": version,
        "revision": 0,
        "form_key": security.new_token(),
        "created_at": clock.now(session, workspace_id),
    }
    for slug in addresses.free(session, name):
        made: Site | None = session.scalar(
            insert(Site)
            .values(slug=slug, **values)
            .on_conflict_do_nothing(index_elements=["slug"])
            .returning(Site)
        )
        if made is not None and not addresses.is_formers(session, slug, made.id):
            return made
        if made is not None:  # somebody has left the address just now, and keeps it
            session.delete(made)
            session.flush()
    raise RuntimeError("addresses never end")


@cache
def zones() -> frozenset[str]:
    """Return the time zones that there are, as the IANA database names them."""
    return frozenset(available_timezones())


def go_by(site: Site, zone: str) -> None:
    """Let days and times of a site's workflows be those that clocks show in another time zone.

    Raises:
        Problem: there is none of that name.
    """
    if zone not in zones():
        words = f"There is no time zone “{zone}”. Choose one such as Europe/London."
        raise misfit("zone", words)
    site.zone = zone


def in_use(session: Session, workspace_id: str, site_id: str) -> Site:
    """Return a site of which something is to be changed, `locked`.

    Raises:
        Problem: the workspace has no such site, or it was put away (409).
    """
    site = locked(session, workspace_id, site_id)
    refuse_put_away(site)
    return site


def refuse_put_away(site: Site) -> None:
    """Refuse to change what is on a site that was put away.

    Raises:
        Problem: it was (409).
    """
    if site.put_away_at is not None:
        raise Problem(
            409,
            "put-away",
            f"“{site.name}” was put away, and nothing on it is changed. Bring it back first.",
        )


def put_away(session: Session, site: Site) -> None:
    """Let nobody visit a site, and lists leave it out; nothing of it is lost."""
    site.put_away_at = site.put_away_at or clock.now(session, site.workspace_id)


def bring_back(site: Site) -> None:
    """Let a site be as it was before it was put away."""
    site.put_away_at = None


def throw_away(session: Session, site: Site) -> None:
    """Erase a site with everything in it, for good.

    Raises:
        Problem: it is in use.
    """
    if site.put_away_at is None:
        raise Problem(
            409,
            "in-use",
            f"“{site.name}” is in use, and what is thrown away is gone for good. Put it away first.",
        )
    session.delete(site)
