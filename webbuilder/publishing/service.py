"""Rules of publishing: a release never changes, and visitors get one whole release, never half of two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select
from sqlalchemy.orm import defer
from sqlalchemy.orm.attributes import set_committed_value

from webbuilder import clock
from webbuilder.brands import service as brands
from webbuilder.components import service as components
from webbuilder.images import sizes
from webbuilder.problems import Problem, not_found
from webbuilder.publishing import checking, pages, releases
from webbuilder.publishing.tables import Release
from webbuilder.sites import addresses, service as sites
from webbuilder.sites.tables import Site
from webbuilder.webhooks import telling

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.components.tree import Tree


# The pages of releases that visitors asked for, which never change, by site and number.
_READ: dict[tuple[str, int], dict[str, Any]] = {}
_MOST_READ = 64


def live_release(slug: str) -> Select[Release, Site]:
    """Select what visitors of an address get now; its pages and forms are read when they are asked for."""
    return (
        select(Release, Site)
        .join(Site, (Site.id == Release.site_id) & (Site.live_release == Release.number))
        .where(Site.slug == slug, Site.put_away_at.is_(None))
        .options(defer(Release.pages), defer(Release.forms))
    )


def _with_pages(release: Release) -> Release:
    """Return a release with its pages, read once: they never change, and all of them are much to read."""
    key = release.site_id, release.number
    if key not in _READ:
        if len(_READ) >= _MOST_READ:
            _READ.clear()
        _READ[key] = release.pages
    pages = _READ.get(key)  # another thread may have made room just now
    if pages is not None:
        set_committed_value(release, "pages", pages)
    return release


def look_of(session: Session, workspace_id: str, tree: Tree, *, indexed: bool = True) -> pages.Look:
    """Return what the pages of a site have in common."""
    addresses_of_pictures = {one.properties["address"] for one in tree.of_type("image")}
    known = sizes.at(session, workspace_id, addresses_of_pictures)
    return pages.Look(brands.of(session, workspace_id).colour, indexed, known)


def pages_of(tree: Tree, name: str, look: pages.Look | None = None) -> dict[str, str]:
    """Return what a release keeps of a site's pages: each as it is served, by its path."""
    return {page.properties["path"]: pages.render(tree, page, name, look) for page in tree.pages}


def places_of(tree: Tree) -> dict[str, str]:
    """Return which page is at which path, as a release keeps it."""
    return {page.properties["path"]: page.id for page in tree.pages}


def forms_of(tree: Tree) -> dict[str, Any]:
    """Return what a release keeps of its forms, whatever becomes of the draft: fields, thanks, path."""
    return {
        form.id: {
            "thanks": form.properties["thanks"],
            "path": tree.page_of(form.id).properties["path"],
            "fields": [field.properties for field in tree.children(form.id)],
        }
        for form in tree.of_type("form")
    }


def refuse_unseen(session: Session, site: Site, *, despite: bool) -> None:
    """Refuse to publish what an owner should look at first, unless it may stand.

    Raises:
        LookFirst: there are warnings.
    """
    found = checking.warnings(session, site)
    if found and not despite:
        raise checking.LookFirst(found)


def publish(session: Session, workspace_id: str, site_id: str, *, despite_warnings: bool = False) -> Release:
    """Make a release of the draft as it is now and let visitors have it.

    Raises:
        LookFirst: there are warnings, and the owner has not said that they may stand.
        Problem: the site was put away (409).
    """
    site = sites.in_use(session, workspace_id, site_id)
    refuse_unseen(session, site, despite=despite_warnings)
    tree = components.tree_of(session, site.id, workspace_id)
    release = Release(
        site_id=site.id,
        number=session.scalars(releases.last_number(site.id)).one() + 1,
        workspace_id=workspace_id,
        revision=site.revision,
        pages=pages_of(tree, site.name, look_of(session, workspace_id, tree)),
        forms=forms_of(tree),
        places=places_of(tree),
        created_at=clock.now(session, workspace_id),
    )
    session.add(release)
    session.flush()
    site.live_release = release.number
    told = {"site": site.id, "release": release.number, "address": f"/api/sites/{site.id}"}
    telling.tell(session, workspace_id, telling.SITE_PUBLISHED, told)
    return release


def live(session: Session, slug: str) -> tuple[Release, Site]:
    """Return what visitors of an address get, be it one that the site had before.

    Raises:
        Problem: no site is live there.
    """
    found = session.execute(live_release(slug)).one_or_none()
    if found is None and (moved := session.scalar(addresses.formerly_at(slug))):
        found = session.execute(live_release(moved.slug)).one_or_none()
    if found is None:
        raise not_found("page")
    return _with_pages(found[0]), found[1]


def no_page_here() -> Problem:
    """Return what is said where a live site has no such page: there is a way back."""
    words = "This page does not exist here, or not any more. The first page leads on."
    return Problem(404, "not-found", words, home="/")


def live_page(release: Release, path: str) -> str:
    """Return the page that visitors find at a path of a live site.

    Raises:
        Problem: there is none.
    """
    if path not in release.pages:
        raise no_page_here()
    page: str = release.pages[path]
    return page


def live_form(release: Release, form_id: str) -> dict[str, Any]:
    """Return a form as visitors have it, whatever became of it in the draft.

    Raises:
        Problem: the live page has no such form.
    """
    if form_id not in release.forms:
        raise not_found("form")
    form: dict[str, Any] = release.forms[form_id]
    return form
