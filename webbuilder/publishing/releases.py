"""Rules of releases: which there were, which of them is live, and going back to one; none is ever changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select

from webbuilder.problems import not_found
from webbuilder.publishing.tables import Release
from webbuilder.sites import service as sites
from webbuilder.webhooks import telling

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site


def of_site(workspace_id: str, site_id: str) -> Select[Release]:
    """Select the releases of a site, the newest first."""
    mine = Release.workspace_id == workspace_id, Release.site_id == site_id
    return select(Release).where(*mine).order_by(Release.number.desc())


def last_number(site_id: str) -> Select[int]:
    """Select the highest number that a release of a site has, whichever is live; none has it again."""
    return select(func.coalesce(func.max(Release.number), 0)).where(Release.site_id == site_id)


def switch(session: Session, site: Site, number: int | None) -> None:
    """Let visitors have a release, whole and at once; None takes the site off the net.

    The site is locked before, so that two who switch wait for one another.

    Raises:
        Problem: the site has no such release, or was put away.
    """
    sites.refuse_put_away(site)
    if number is not None and session.get(Release, (site.id, number)) is None:
        raise not_found("release")
    site.live_release = number
    if number is not None:
        told = {"site": site.id, "release": number, "address": f"/api/sites/{site.id}"}
        telling.tell(session, site.workspace_id, telling.SITE_PUBLISHED, told)
