"""How visitors and search engines find their way on a live site: what there is, and what has moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from xml.sax.saxutils import escape

from fastapi import Depends, Request
from sqlalchemy import Select, select
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from webbuilder.publishing.tables import Release
from webbuilder.sites import addresses

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site

PREVIEWS = "preview"  # below this, drafts are shown to whoever was given a link
_KEPT_BY_NOBODY = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def home(address: str) -> str:
    """Return the address at which a site begins, with a slash at its end."""
    return address.rstrip("/") + "/"


def host_of(request: Request) -> str:
    """Return the name that a visitor's browser asks for."""
    return request.headers.get("host", "").partition(":")[0].rstrip(".").lower()


class Ways:
    """How addresses of a live site are made for whoever asks."""

    def __init__(self, sites: str, asked: str, host: str) -> None:
        """Take the pattern of the addresses of sites, what follows a question mark, and the host."""
        self._sites, self._asked, self._host = sites, asked, host

    def home(self, site: Site) -> str:
        """Return the address at which a site begins, with a slash at its end."""
        return home(addresses.address_of(self._sites, site))

    def is_elsewhere(self, site: Site) -> bool:
        """Whether a site has a domain of its own, and somebody comes by another."""
        return site.domain is not None and self._host != site.domain

    def moved(self, site: Site, path: str) -> Response:
        """Lead to where something is now; what was said of whence somebody comes goes along."""
        asked = f"?{self._asked}" if self._asked else ""
        return RedirectResponse(f"{self.home(site)}{path}{asked}", 301, headers=dict(_KEPT_BY_NOBODY))


async def ways(request: Request) -> Ways:
    """Return how addresses are made in an answer to a request."""
    return Ways(request.app.state.sites, request.url.query, host_of(request))


Known = Annotated[Ways, Depends(ways)]


def last_at(site_id: str, path: str) -> Select[str]:
    """Select which page visitors found last at a path of a site, whichever release that was."""
    found = select(Release.places[path].astext).where(Release.site_id == site_id)
    return found.where(Release.places.has_key(path)).order_by(Release.number.desc()).limit(1)


def now_at(session: Session, release: Release, path: str) -> str | None:
    """Return at which path of a release the page is that was at another before; None where there is none."""
    page = session.scalar(last_at(release.site_id, path))
    return next((at for at, one in release.places.items() if one == page), None)


def site_map(release: Release, home: str) -> Response:
    """Return the map of a site for search engines (the protocol of sitemaps.org, 0.9)."""
    day = f"<lastmod>{release.created_at:%Y-%m-%d}</lastmod>"
    pages = "".join(f"<url><loc>{escape(home + path)}</loc>{day}</url>\n" for path in sorted(release.pages))
    listed = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{pages}</urlset>\n'
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n{listed}'
    return Response(text, media_type="application/xml", headers=dict(_KEPT_BY_NOBODY))


def for_robots(home: str) -> Response:
    """Return what search engines may read (RFC 9309), and where the map is."""
    text = f"User-agent: *\nDisallow: /{PREVIEWS}/\nDisallow: /thanks/\n\nSitemap: {home}sitemap.xml\n"
    return PlainTextResponse(text, headers=dict(_KEPT_BY_NOBODY))
