"""What goes wrong on the ways to a site: maps, shared links, old addresses, and what is said beforehand."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules, rules_of_ways as of_ways
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session
    from starlette.responses import Response

    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree
    from webbuilder.problems import Problem
    from webbuilder.publishing.cards import Card
    from webbuilder.publishing.checking import Warned
    from webbuilder.publishing.tables import Release
    from webbuilder.sites.tables import Site


def _first_page_alone(original: Original, release: Release, home: str) -> Response:
    from webbuilder.publishing.tables import Release as Made

    kept: dict[str, Any] = {"pages": {"": ""}, "created_at": release.created_at}
    return original(Made(**kept), home)  # type: ignore[no-any-return]  # as its target


def _drafts_too(original: Original, slug: str, store: Session, ways: Any) -> Response:
    from webbuilder.components import service as components
    from webbuilder.publishing import finding, service
    from webbuilder.publishing.tables import Release as Made

    release, site = service.live(store, slug)
    drafted = {
        page.properties["path"]: "" for page in components.tree_of(store, site.id, site.workspace_id).pages
    }
    return finding.site_map(Made(pages=drafted, created_at=release.created_at), ways.home(site))


def _nothing_to_read(original: Original, home: str) -> Response:
    from starlette.responses import PlainTextResponse

    return PlainTextResponse("User-agent: *\nDisallow: /\n", headers={"Cache-Control": "no-store"})


def _says_nothing(original: Original, tree: Tree, page: Component) -> Card:
    from dataclasses import replace

    card: Card = original(tree, page)
    return replace(card, words="")


def _nowhere(original: Original, session: Session, release: Release, path: str) -> str | None:
    return None


def _nobody_was_there(original: Original, slug: str) -> Select[Site]:
    from sqlalchemy import false

    found: Select[Site] = original(slug)
    return found.where(false())


def _as_drafted(original: Original, session: Session, slug: str) -> tuple[Release, Site]:
    from webbuilder.components import service as components
    from webbuilder.publishing.tables import Release as Made

    release, site = original(session, slug)
    tree = components.tree_of(session, site.id, site.workspace_id)
    now = {page.id: page.properties["path"] for page in tree.pages}
    pages = {now.get(release.places.get(path, ""), path): html for path, html in release.pages.items()}
    said = {"site_id": site.id, "number": release.number, "forms": release.forms, "places": {}}
    return Made(**said, pages=pages, created_at=release.created_at), site


def _whoever_asks(original: Original, session: Session, site: Site, slug: str) -> None:
    site.slug = slug
    session.flush()


def _no_way_back(original: Original) -> Problem:
    from webbuilder.problems import not_found

    return not_found("page")


def _nothing_noticed(original: Original, tree: Tree) -> list[Warned]:
    return []


def _nothing_heavy(original: Original, tree: Tree, name: str) -> list[Warned]:
    return []


def _nothing_may_stand(original: Original, session: Session, site: Site, *, despite: bool) -> None:
    original(session, site, despite=False)


FAULTS = (
    Fault(
        "maps-name-the-first-page-alone",
        "The map of a site names its first page alone.",
        "Search engines would never learn that there is a menu.",
        "LIVE-SITE",
        (of_ways.TOLD_WHAT_THERE_IS,),
        "Live Sites",
        (Function("webbuilder.publishing.finding:site_map", _first_page_alone),),
    ),
    Fault(
        "maps-name-drafts",
        "The map of a site names pages that nobody has published.",
        "Whoever searches would find the sale a week before it begins, and then nothing behind the link.",
        "LIVE-SITE",
        (of_ways.TOLD_WHAT_THERE_IS,),
        "Live Sites",
        (Function("webbuilder.publishing.beside:read_map", _drafts_too),),
    ),
    Fault(
        "machines-are-shut-out",
        "Machines are told to read nothing.",
        "By next month no search engine would know the bakery any more.",
        "LIVE-SITE",
        (of_ways.TOLD_WHAT_THERE_IS,),
        "Live Sites",
        (Function("webbuilder.publishing.finding:for_robots", _nothing_to_read),),
    ),
    Fault(
        "shared-links-say-nothing",
        "A link that somebody shares says nothing of the page.",
        "Friends of friends would see a bare address, and go on.",
        "LIVE-SITE",
        (of_ways.SAYS_WHAT_IT_IS_ABOUT,),
        "Live Sites",
        (Function("webbuilder.publishing.cards:of", _says_nothing),),
    ),
    Fault(
        "moved-pages-are-gone",
        "Whoever comes to where a page was before finds nothing.",
        "The address on ten thousand paper bags would lead nowhere.",
        "LIVE-SITE",
        (of_ways.OLD_ADDRESS_LEADS_ON,),
        "Live Sites",
        (Function("webbuilder.publishing.finding:now_at", _nowhere),),
    ),
    Fault(
        "moved-sites-are-gone",
        "Whoever comes to where a site was before finds nothing, and anybody may take the address.",
        "A competitor would greet those who noted Maya's address.",
        "LIVE-SITE",
        (of_ways.OLD_ADDRESS_LEADS_ON, rules.KNOWN_ON_PAGES),
        "Live Sites",
        (Query("webbuilder.sites.addresses:formerly_at", _nobody_was_there),),
    ),
    Fault(
        "pages-move-before-they-are-published",
        "A page is at its new address as soon as the draft says so.",
        "Visitors would follow a link of a minute ago to nothing.",
        "LIVE-SITE",
        (of_ways.OLD_ADDRESS_LEADS_ON,),
        "Live Sites",
        (Function("webbuilder.publishing.service:live", _as_drafted),),
    ),
    Fault(
        "any-address-is-given-away",
        "Whoever wants an address gets it, be it another's or the platform's own.",
        "Somebody would ask for passwords at an address that looks like the platform's.",
        "SECURITY",
        (of_ways.OLD_ADDRESS_LEADS_ON,),
        "Backend APIs",
        (Function("webbuilder.sites.addresses:move_to", _whoever_asks),),
    ),
    Fault(
        "the-lost-stay-lost",
        "Whoever comes to a page that is not there is shown no way on.",
        "Each mistyped letter would be a customer less.",
        "LIVE-SITE",
        (of_ways.LOST_LED_BACK,),
        "Live Sites",
        (Function("webbuilder.publishing.service:no_page_here", _no_way_back),),
    ),
    Fault(
        "wordless-pictures-pass",
        "That a picture says nothing to who cannot see it is not told.",
        "Whoever has pages read aloud would hear “image” where the price stands.",
        "ACCESSIBILITY",
        (of_ways.SAID_BEFORE_THEY_COME,),
        "Live Sites",
        (Function("webbuilder.publishing.checking:_without_words", _nothing_noticed),),
    ),
    Fault(
        "empty-pages-pass",
        "That there is nothing on a page is not told.",
        "The way to the shop would be a white page for a week.",
        "LIVE-SITE",
        (of_ways.SAID_BEFORE_THEY_COME,),
        "Live Sites",
        (Function("webbuilder.publishing.checking:_empty", _nothing_noticed),),
    ),
    Fault(
        "heavy-pages-pass",
        "That a page is too heavy for a slow line is not told.",
        "Half of those on a train would be gone before the bread comes.",
        "PERF-LOAD",
        (of_ways.SAID_BEFORE_THEY_COME,),
        "Live Sites",
        (Function("webbuilder.publishing.checking:_heavy", _nothing_heavy),),
    ),
    Fault(
        "nothing-may-stand",
        "What is warned of keeps a site from being published, whatever its owner says.",
        "A picture of no matter would keep the sale off the net.",
        "LIVE-SITE",
        (of_ways.WHAT_STANDS_IS_PUBLISHED,),
        "Live Sites",
        (Function("webbuilder.publishing.service:refuse_unseen", _nothing_may_stand),),
    ),
)
