"""What goes wrong where a site has several pages."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.publishing.tables import Release
    from webbuilder.sites.tables import Site


def _the_home_page(original: Original, release: Release, path: str) -> str:
    return original(release, "")  # type: ignore[no-any-return]  # as its target


def _pages_may_be_twins(original: Original, tree: Any, component: Any) -> None:
    if component.type != "page":
        original(tree, component)
        return
    original.fired()


def _pages_stay(original: Original, _session: Session, tree: Any, site: Site, change: Any) -> None:
    if change.parent is None:
        original.fired()
        return
    original(_session, tree, site, change)


def _on_all_pages(
    original: Original,
    session: Session,
    workspace_id: str,
    site_id: str,
    person_id: str,
    changes: Any,
    *,
    client: str | None = None,
    continues: int | None = None,
) -> int:
    from webbuilder.components import service

    revision: int = original(
        session, workspace_id, site_id, person_id, changes, client=client, continues=continues
    )
    said = [one.properties["text"] for one in changes if one.kind == "set" and "text" in one.properties]
    for one in session.scalars(service.components_of(site_id, workspace_id)) if said else ():
        if one.properties.get("level") == 1:
            original.fired()
            one.properties = {**one.properties, "text": said[-1]}
    return revision


def _only_itself(original: Original, tree: Any, identifier: str) -> Any:
    found = original(tree, identifier)
    if found[0].type == "page":
        original.fired()
        return found[:1]
    return found


def _nothing_stays(original: Original, component: Any, change: Any) -> None:
    return None


def _drafted(session: Session, site: Site) -> dict[str, str]:
    from webbuilder.components import service as components
    from webbuilder.publishing import service

    return service.pages_of(components.tree_of(session, site.id, site.workspace_id), site.name)


def _with_new_pages(original: Original, session: Session, slug: str) -> tuple[Release, Site]:
    release, site = original(session, slug)
    session.expunge(release)  # what is shown is another; what is stored stays
    release.pages = {**_drafted(session, site), **release.pages}
    return release, site


def _without_gone_pages(original: Original, session: Session, slug: str) -> tuple[Release, Site]:
    release, site = original(session, slug)
    session.expunge(release)  # what is shown is another; what is stored stays
    left = _drafted(session, site)
    release.pages = {path: html for path, html in release.pages.items() if path in left}
    return release, site


def _nothing_noticed(original: Original, tree: Any) -> list[Any]:
    return []


def _whatever_is_there(original: Original, tree: Any) -> list[Any]:
    from webbuilder.publishing.checking import Warned

    links = [one for one in tree.of_type("link", "call_to_action") if one.properties["address"][:1] == "/"]
    return [
        Warned(kind="link-leads-nowhere", component=one.id, words="A link leads nowhere.") for one in links
    ]


def _leading_nowhere(original: Original, tree: Any, page: Any, name: str, look: Any = None) -> str:
    html: str = original(tree, page, name, look)
    return html.replace('class="action" href="/', 'class="action" href="#')


def _of_the_home_page(original: Original, tree: Any) -> dict[str, Any]:
    forms: dict[str, Any] = original(tree)
    return {name: form for name, form in forms.items() if not form["path"]}


def _copies_home(original: Original, tree: Any, name: str, ids: Any) -> Any:
    of_home = {ids[one.id] for one in tree.below(tree.home.id)}
    return [one for one in original(tree, name, ids) if one.id in of_home]


FAULTS = (
    Fault(
        "every-page-is-the-home-page",
        "Whichever page of a site a visitor asks for, she gets the home page.",
        "Maya's bags would promise a menu, and show her opening hours.",
        "LIVE-SITE",
        (rules.PAGE_ADDRESS,),
        "Live Sites",
        (Function("webbuilder.publishing.service:live_page", _the_home_page),),
    ),
    Fault(
        "two-pages-at-one-address",
        "Two pages of a site may have one address, and one of them is never seen.",
        "Maya would lose a page to another, and learn of it from a customer.",
        "SYS-BACKEND",
        (rules.PAGE_ADDRESS,),
        "Backend APIs",
        (
            Function(
                "webbuilder.components.placing:refuse_namesakes", _pages_may_be_twins, counts_itself=True
            ),
        ),
    ),
    Fault(
        "pages-are-never-moved",
        "Moving a page is acknowledged, and it stands where it stood.",
        "Maya would press a button again and again, and wonder what she does wrong.",
        "SYS-COMPONENT",
        (rules.PAGE_ORDER,),
        "Component APIs",
        (Function("webbuilder.components.service:_move", _pages_stay, counts_itself=True),),
    ),
    Fault(
        "headline-of-all-pages",
        "A headline that is written on one page stands on every page.",
        "Maya would correct her menu, and her home page would speak of rye.",
        "SYS-COMPONENT",
        (rules.PAGES_APART,),
        "Component APIs",
        (Function("webbuilder.components.service:apply", _on_all_pages, counts_itself=True),),
    ),
    Fault(
        "page-comes-back-empty",
        "Of a page that was removed, undoing brings back the page and nothing that was on it.",
        "Maya would write her menu a second time.",
        "SYS-COMPONENT",
        (rules.PAGES_APART,),
        "Component APIs",
        (Function("webbuilder.components.history:again", _only_itself, counts_itself=True),),
    ),
    Fault(
        "home-page-goes",
        "The home page of a site can be removed like any other.",
        "One slip, and whoever types Maya's address finds nothing.",
        "SYS-BACKEND",
        (rules.PAGES_APART,),
        "Backend APIs",
        (Function("webbuilder.components.placing:refuse_homeless", _nothing_stays),),
    ),
    Fault(
        "added-page-shown-live",
        "A page that was added after publishing is live at once.",
        "Customers would read next week's menu before there is one.",
        "LIVE-SITE",
        (rules.PAGES_TOGETHER,),
        "Live Sites",
        (Function("webbuilder.publishing.service:live", _with_new_pages),),
    ),
    Fault(
        "removed-page-gone-live",
        "A page that is removed from the draft is gone for visitors at once.",
        "A link on Maya's bags would lead nowhere while she still rearranges her site.",
        "LIVE-SITE",
        (rules.PAGES_TOGETHER,),
        "Live Sites",
        (Function("webbuilder.publishing.service:live", _without_gone_pages),),
    ),
    Fault(
        "dead-link-unnoticed",
        "A link to a page that is not there is published without a word.",
        "The first to notice would be a customer who wanted to order.",
        "LIVE-SITE",
        (rules.NO_PAGE_THERE,),
        "Live Sites",
        (Function("webbuilder.publishing.checking:_leading_nowhere", _nothing_noticed),),
    ),
    Fault(
        "live-link-warned-of",
        "Publishing warns of links to pages that are there.",
        "Maya would learn to press “Publish anyway”, whatever is said.",
        "LIVE-SITE",
        (rules.NO_PAGE_THERE,),
        "Live Sites",
        (Function("webbuilder.publishing.checking:_leading_nowhere", _whatever_is_there),),
    ),
    Fault(
        "call-to-action-leads-nowhere",
        "A call to action is shown, and whoever presses it stays where she is.",
        "Maya's customers would press “Order” and nothing would happen.",
        "LIVE-SITE",
        (rules.NO_PAGE_THERE,),
        "Live Sites",
        (Function("webbuilder.publishing.pages:render", _leading_nowhere),),
    ),
    Fault(
        "forms-on-the-first-page-only",
        "A form on any but the home page is shown, and what is sent by it is not taken in.",
        "Maya's course would stay empty while people believe that they have signed up.",
        "LIVE-SITE",
        (rules.FORM_ANYWHERE,),
        "Magic Connector",
        (Function("webbuilder.publishing.service:forms_of", _of_the_home_page),),
    ),
    Fault(
        "copy-of-the-home-page-only",
        "A copy of a site has its home page and none of the others.",
        "Maya's autumn would begin with writing the way to her shop again.",
        "SYS-BACKEND",
        (rules.COPY_OF_ALL_PAGES,),
        "Backend APIs",
        (Function("webbuilder.sites.copying:_inserts_of", _copies_home),),
    ),
)
