"""What goes wrong between the draft and the live page."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules, rules_of_qualities as of_qualities
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script, Template

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.publishing.checking import Warned
    from webbuilder.publishing.tables import Release
    from webbuilder.sites.tables import Site


def _as_drafted(original: Original, session: Session, slug: str) -> tuple[Release, Site]:
    from webbuilder.components import service as components
    from webbuilder.publishing import service

    release, site = original(session, slug)
    session.expunge(release)  # what is shown is another page; what is stored stays
    release.pages = service.pages_of(components.tree_of(session, site.id, site.workspace_id), site.name)
    return release, site


class _KeepsTheFirstVisit:
    """What was served first at an address is served there from then on."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, str]] = {}

    def __call__(self, original: Original, session: Session, slug: str) -> tuple[Release, Site]:
        release, site = original(session, slug)
        first = self.kept.setdefault(slug, release.pages)
        if release.pages != first:
            original.fired()
            session.expunge(release)  # what is shown is another page; what is stored stays
            release.pages = first
        return release, site


def _draft_where_nothing_is(original: Original, session: Session, slug: str) -> tuple[Release, Site]:
    from webbuilder.components import service as components
    from webbuilder.problems import Problem
    from webbuilder.publishing import service
    from webbuilder.publishing.tables import Release
    from webbuilder.sites import addresses

    try:
        return original(session, slug)  # type: ignore[no-any-return]  # as its target
    except Problem:
        site = session.scalar(addresses.with_slug(slug))
        if site is None:
            raise
        original.fired()
        tree = components.tree_of(session, site.id, site.workspace_id)
        drafted = service.pages_of(tree, site.name)
        return Release(number=0, pages=drafted, forms=service.forms_of(tree)), site


def _whoever_comes(original: Original, session: Session, workspace_id: str, site_id: str) -> Site:
    from webbuilder.sites import service as sites

    return sites.one(session, workspace_id, site_id)


class _Remembers:
    """What was served at an address is served there for a second, whatever is published meanwhile."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[float, dict[str, str]]] = {}

    def __call__(self, original: Original, session: Session, slug: str) -> tuple[Release, Site]:
        release, site = original(session, slug)
        until, pages = self.kept.get(slug, (0.0, {}))
        if time.monotonic() > until:
            self.kept[slug] = time.monotonic() + 1, release.pages
        elif pages != release.pages:
            original.fired()
            session.expunge(release)  # what is shown is another page; what is stored stays
            release.pages = pages
        return release, site


def _stays_at_the_first(
    original: Original, session: Session, workspace_id: str, site_id: str, *, despite_warnings: bool = False
) -> Release:
    from webbuilder.sites import service as sites

    release: Release = original(session, workspace_id, site_id, despite_warnings=despite_warnings)
    if release.number > 1:
        original.fired()
        sites.one(session, workspace_id, site_id).live_release = release.number - 1
    return release


def _without_warnings(original: Original, session: Session, site: Site) -> list[Warned]:
    return []


def _warned_too_late(
    original: Original, session: Session, workspace_id: str, site_id: str, *, despite_warnings: bool = False
) -> Release:
    from webbuilder.publishing import checking

    try:
        return original(  # type: ignore[no-any-return]  # as its target
            session, workspace_id, site_id, despite_warnings=despite_warnings
        )
    except checking.LookFirst:
        original.fired()
        original(session, workspace_id, site_id, despite_warnings=True)
        raise


# From where words begin to wait to where publishing waits for them, as it stands in the script.
_SAVED_SOON = """this.timer = setTimeout(() => this.send(), PAUSE)
  }

  // Resolve once everything taken in so far is stored; reject when it cannot be.
  async flush() {
    clearTimeout(this.timer)
    """

FAULTS = (
    Fault(
        "draft-shown-live",
        "Visitors of a live site get the draft as it is being edited.",
        "Customers would hold Maya to a price that she was only trying out.",
        "LIVE-SITE",
        (rules.LAST_PUBLISHED,),
        "Live Sites",
        (Function("webbuilder.publishing.service:live", _as_drafted),),
    ),
    Fault(
        "second-publishing-changes-nothing",
        "Publishing again stores a new version, and visitors go on reading the old one.",
        "Maya's spring prices would stay up all summer while the builder calls the new ones live.",
        "LIVE-SITE",
        (rules.LAST_PUBLISHED,),
        "Live Sites",
        (Function("webbuilder.publishing.service:publish", _stays_at_the_first, counts_itself=True),),
    ),
    Fault(
        "visited-page-stays-as-it-was",
        "A live page that was visited once is never served newer, however often it is published.",
        "Maya's first visitor would fix her prices: whoever comes after is shown the same ones.",
        "LIVE-SITE",
        (rules.LAST_PUBLISHED,),
        "Live Sites",
        (Function("webbuilder.publishing.service:live", _KeepsTheFirstVisit(), counts_itself=True),),
    ),
    Fault(
        "publishers-do-not-wait-for-each-other",
        "Two who publish in one moment make one release, and one of them fails.",
        "Noor would be told that it failed, publish yesterday's draft once more, and Maya would wonder.",
        "CONSISTENCY",
        (rules.NEWEST_STANDS,),
        "Live Sites",
        (Function("webbuilder.sites.service:in_use", _whoever_comes),),
    ),
    Fault(
        "visitors-get-what-was-live-a-moment-ago",
        "For a second visitors get what they got before, whatever is published.",
        "Who is told on the telephone that it is live would look, and read the old price.",
        "LIVE-SITE",
        (rules.NEWEST_STANDS, of_qualities.PUBLISHED_THROUGH),
        "Live Sites",
        (Function("webbuilder.publishing.service:live", _Remembers(), counts_itself=True),),
    ),
    Fault(
        "publishing-forgets-the-last-words",
        "Publishing does not wait for words that are still on their way, and drops them.",
        "Maya would correct a price, publish, and sell at the wrong one.",
        "IP-BUILDER-BACKEND",
        (rules.LAST_PUBLISHED,),
        "Frontend Builder",
        (
            Script(
                "/static/operations.js",
                _SAVED_SOON + "while (this.unstored) {",
                # ten times as late, so that words wait to be forgotten on a slow machine too
                _SAVED_SOON.replace("PAUSE", "PAUSE * 10") + "this.waiting = []\n    while (this.flying) {",
            ),
        ),
    ),
    Fault(
        "draft-is-public",
        "A site that was never published can be read at the address that it will have.",
        "Whoever guesses the address would read Maya's offer weeks before she makes it.",
        "SECURITY",
        (rules.NEVER_PUBLISHED,),
        "Live Sites",
        (Function("webbuilder.publishing.service:live", _draft_where_nothing_is, counts_itself=True),),
    ),
    Fault(
        "unconnected-form-unnoticed",
        "A site whose form leads nowhere is published without a word.",
        "Maya would collect addresses for a week before she notices that nobody was answered.",
        "IP-WORKFLOW-COMPONENT",
        (rules.LEADS_NOWHERE,),
        "Magic Connector",
        (Function("webbuilder.publishing.checking:warnings", _without_warnings),),
    ),
    Fault(
        "warned-and-published",
        "The builder warns that a form leads nowhere, and has published the site already.",
        "The first visitors would use the form while Maya still reads the warning.",
        "LIVE-SITE",
        (rules.LEADS_NOWHERE,),
        "Live Sites",
        (Function("webbuilder.publishing.service:publish", _warned_too_late, counts_itself=True),),
    ),
    Fault(
        "warning-without-words",
        "Before publishing the builder warns of something and does not say of what.",
        "Maya would press “Publish anyway”, as everybody does.",
        "ERRORS",
        (rules.LEADS_NOWHERE,),
        "Frontend Builder",
        (Template("published.html", "{{ warned.words }}", "Please check your page."),),
    ),
)
