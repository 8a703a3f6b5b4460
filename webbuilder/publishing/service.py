"""Rules of publishing: a release never changes, and visitors get one whole release, never half of two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import BaseModel
from sqlalchemy import Select, select

from webbuilder import clock
from webbuilder.brands import service as brands
from webbuilder.components import service as components
from webbuilder.connector import standing
from webbuilder.problems import Problem, not_found
from webbuilder.publishing import pages, releases
from webbuilder.publishing.tables import Release
from webbuilder.sites import service as sites
from webbuilder.sites.tables import Site
from webbuilder.webhooks import telling

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.components.tree import Tree


class Warned(BaseModel):
    """Something to look at before visitors do."""

    kind: str
    component: str
    words: str


class LookFirst(Problem):
    """There are warnings, and the owner has not said that they may stand."""

    def __init__(self, warnings: list[Warned]) -> None:
        words = " ".join(warned.words for warned in warnings)
        super().__init__(409, "look-first", words, warnings=[warned.model_dump() for warned in warnings])
        self.warnings = warnings


def live_release(slug: str) -> Select[Release, Site]:
    """Select what visitors of an address get now."""
    return (
        select(Release, Site)
        .join(Site, (Site.id == Release.site_id) & (Site.live_release == Release.number))
        .where(Site.slug == slug, Site.put_away_at.is_(None))
    )


def warnings(session: Session, site: Site) -> list[Warned]:
    """Return what an owner should look at before publishing; none of it forbids publishing."""
    tree = components.tree_of(session, site.id, site.workspace_id)
    unconnected = [
        Warned(
            kind="form-not-connected",
            component=form.id,
            words=(
                f"The form “{form.properties['label']}” is not connected to a workflow: "
                "what visitors send is kept, but nothing follows."
            ),
        )
        for form in standing.unconnected(session, site, tree)
    ]
    waiting = [
        Warned(
            kind="workflow-not-published",
            component=form.id,
            words=(
                f"The form “{form.properties['label']}” is connected to “{workflow}”, which is not published:"
                " what visitors send is kept, but nothing follows."
            ),
        )
        for form, workflow in standing.waiting(session, site, tree)
    ]
    return unconnected + waiting + _leading_nowhere(tree)


def _leading_nowhere(tree: Tree) -> list[Warned]:
    paths = {f"/{page.properties['path']}" for page in tree.pages}
    return [
        Warned(
            kind="link-leads-nowhere",
            component=link.id,
            words=f"“{link.properties['text']}” leads to {link.properties['address']}, where no page is.",
        )
        for link in tree.of_type("link", "call_to_action")
        if (to := _page_meant(link.properties["address"])) and to not in paths
    ]


def _page_meant(address: str) -> str | None:
    """Return the path of the page of this site that an address leads to; None where it leads elsewhere."""
    path = urlsplit(address).path
    is_of_site = address.startswith("/") and not address.startswith(("//", "/images/"))
    return f"/{path.strip('/')}" if is_of_site else None


def pages_of(tree: Tree, name: str, accent: str | None = None) -> dict[str, str]:
    """Return what a release keeps of a site's pages: each as it is served, by its path."""
    return {page.properties["path"]: pages.render(tree, page, name, accent=accent) for page in tree.pages}


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
    found = warnings(session, site)
    if found and not despite:
        raise LookFirst(found)


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
        pages=pages_of(tree, site.name, brands.of(session, workspace_id).colour),
        forms=forms_of(tree),
        created_at=clock.now(session, workspace_id),
    )
    session.add(release)
    session.flush()
    site.live_release = release.number
    told = {"site": site.id, "release": release.number, "address": f"/api/sites/{site.id}"}
    telling.tell(session, workspace_id, telling.SITE_PUBLISHED, told)
    return release


def live(session: Session, slug: str) -> tuple[Release, Site]:
    """Return what visitors of an address get.

    Raises:
        Problem: no site is live there.
    """
    found = session.execute(live_release(slug)).one_or_none()
    if found is None:
        raise not_found("page")
    return found[0], found[1]


def live_page(release: Release, path: str) -> str:
    """Return the page that visitors find at a path of a live site.

    Raises:
        Problem: there is none.
    """
    if path not in release.pages:
        raise not_found("page")
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
