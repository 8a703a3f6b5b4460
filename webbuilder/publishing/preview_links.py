"""Links to drafts: for whoever was given one, for a week at most, and nobody's to guess or to index."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Select, select

from webbuilder import clock, database, security
from webbuilder.components import service as components
from webbuilder.problems import Problem, not_found
from webbuilder.publishing import finding, headers, pages, service
from webbuilder.publishing.tables import PreviewLink
from webbuilder.sites import addresses, service as sites
from webbuilder.sites.tables import Site

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.accounts.service import Caller

LASTS = timedelta(days=7)
MOST = 20  # of a site at once
# Nothing of a draft is sent, kept, indexed, or told to where a link of it leads.
HEADERS = {
    **headers.HEADERS,
    "Content-Security-Policy": headers.policy("form-action 'none'; frame-ancestors 'none'"),
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
_OF_SITE = re.compile(r' href="/(?!/|images/)')


def of_site(site_id: str) -> Select[PreviewLink]:
    """Select the links to a site's draft, the newest first."""
    return select(PreviewLink).where(PreviewLink.site_id == site_id).order_by(PreviewLink.made_at.desc())


def with_token(token: str) -> Select[PreviewLink]:
    """Select the link that somebody was given."""
    return select(PreviewLink).where(PreviewLink.token == security.digest(token))


def make(session: Session, caller: Caller, site: Site) -> tuple[PreviewLink, str]:
    """Make a link to the draft of a site; return it, and its token, which is told this once.

    Raises:
        Problem: there are as many as there may be.
    """
    sites.refuse_put_away(site)
    now = clock.now(session, site.workspace_id)
    standing = [one for one in session.scalars(of_site(site.id)) if one.until > now]
    if len(standing) >= MOST:
        words = f"A draft has {MOST} links at most. Take one back that nobody needs any more."
        raise Problem(409, "too-many", words)
    token = security.new_token()
    made = PreviewLink(
        id=database.new_id("preview"),
        site_id=site.id,
        workspace_id=site.workspace_id,
        token=security.digest(token),
        made_by=caller.name,
        made_at=now,
        until=now + LASTS,
    )
    session.add(made)
    session.flush()
    return made, token


def take_back(session: Session, site: Site, link_id: str) -> None:
    """Let a link lead nowhere any more.

    Raises:
        Problem: the site has no such link.
    """
    found = session.get(PreviewLink, link_id)
    if found is None or found.site_id != site.id:
        raise not_found("link")
    session.delete(found)


def address_of(home: str, token: str) -> str:
    """Return where the draft is shown to whoever has a token."""
    return f"{home}{finding.PREVIEWS}/{token}"


def shown(session: Session, slug: str, token: str, path: str) -> str:
    """Return a page of a draft for whoever has a link to it; its links lead through the draft.

    Raises:
        Problem: the link is none, or not any more, or there is no such page.
    """
    link = session.scalar(with_token(token))
    site = addresses.at(session, slug) if link else None
    if link is None or site is None or site.id != link.site_id or site.put_away_at is not None:
        raise not_found("page")
    if link.until <= clock.now(session, site.workspace_id):
        words = f"This link was good for {LASTS.days} days. Ask {link.made_by} for another one."
        raise Problem(410, "over", words)
    tree = components.tree_of(session, site.id, site.workspace_id)
    page = next((one for one in tree.pages if one.properties["path"] == path), None)
    if page is None:
        raise not_found("page")
    look = service.look_of(session, site.workspace_id, tree, indexed=False)
    html = pages.render(tree, page, site.name, look)
    return _OF_SITE.sub(f' href="/{finding.PREVIEWS}/{token}/', pages.served(html, lambda _form: "preview"))
