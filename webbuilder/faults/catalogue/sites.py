"""What goes wrong where sites are kept in order."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.publishing.tables import Release
    from webbuilder.sites.tables import Site


def _with_the_first_words(original: Original, tree: Any, name: str, ids: Any) -> Any:
    """Copy each call to action with the words that any new one has."""
    return [
        one.model_copy(update={"properties": {**one.properties, "text": "Find out more"}})
        if one.type == "call_to_action"
        else one
        for one in original(tree, name, ids)
    ]


def _joined_to_none(
    original: Original, session: Session, site: Site, made: Site, ids: Any, copied: Any
) -> None:
    return None


def _one_act(original: Original, session: Session, site: Site, person_id: str, changes: Any) -> int:
    from webbuilder.components import service

    return service.apply(session, site.workspace_id, site.id, person_id, changes).revision


def _still_live(original: Original, slug: str) -> Select[Release, Site]:
    from sqlalchemy import select

    from webbuilder.publishing.tables import Release
    from webbuilder.sites.tables import Site

    return (
        select(Release, Site)
        .join(Site, (Site.id == Release.site_id) & (Site.live_release == Release.number))
        .where(Site.slug == slug)
    )


def _back_as_a_draft(original: Original, site: Site) -> None:
    original(site)
    site.live_release = None


def _at_once(original: Original, session: Session, site: Site) -> None:
    session.delete(site)


def _put_away_again(original: Original, session: Session, site: Site) -> None:
    return None


def _taken_over(original: Original, session: Session, site: Site, slug: str) -> None:
    from webbuilder.sites import addresses

    owner = session.scalar(addresses.with_slug(slug))
    if owner is not None and owner.id != site.id:
        owner.slug = f"{slug}-before"
        session.flush()
    site.slug = slug


FAULTS = (
    Fault(
        "the-builder-hides-why-it-does-not-publish",
        "Whatever speaks against publishing, the builder shows “Something went wrong” in its place.",
        "Maya would try again and again what her colleague has put away.",
        "ERRORS",
        (rules.PUT_AWAY,),
        "Frontend Builder",
        (
            Script(
                "/static/builder.js",
                "document.body.addEventListener('htmx:sendError',",
                "document.body.addEventListener('htmx:afterSwap', event => {\n"
                "  if (event.detail.target?.id === 'told') tell('Something went wrong.')\n"
                "})\n"
                "document.body.addEventListener('htmx:sendError',",
            ),
        ),
    ),
    Fault(
        "copies-lose-their-words",
        "A copy of a site has the words of a new one.",
        "Maya would write last year's site once more.",
        "SYS-BACKEND",
        (rules.COPY_SHARES_NOTHING,),
        "Backend APIs",
        (Function("webbuilder.sites.copying:_inserts_of", _with_the_first_words),),
    ),
    Fault(
        "copies-start-no-workflow",
        "The form of a copy leads nowhere, though that of its original did not.",
        "Maya would copy her best site, and nobody who signs up there would hear from her.",
        "SYS-BACKEND",
        (rules.COPY_SHARES_NOTHING,),
        "Backend APIs",
        (Function("webbuilder.sites.copying:_join", _joined_to_none),),
    ),
    Fault(
        "copies-are-undone-as-a-whole",
        "What a copy began with is taken back by the first undo.",
        "Maya would take back one word, and have an empty page.",
        "SYS-BACKEND",
        (rules.COPY_BEGINS,),
        "Component APIs",
        (Function("webbuilder.components.service:begin", _one_act),),
    ),
    Fault(
        "what-is-put-away-stays-live",
        "Visitors read a site that was put away.",
        "Customers would order what Maya no longer bakes.",
        "SYS-BACKEND",
        (rules.PUT_AWAY,),
        "Live Sites",
        (Query("webbuilder.publishing.service:live_release", _still_live),),
    ),
    Fault(
        "what-is-brought-back-is-a-draft",
        "A site that is brought back is live no more.",
        "Maya would bring her spring site back, and customers would find nothing.",
        "SYS-BACKEND",
        (rules.PUT_AWAY,),
        "Backend APIs",
        (Function("webbuilder.sites.service:bring_back", _back_as_a_draft),),
    ),
    Fault(
        "sites-in-use-are-thrown-away",
        "A site that is live is erased at a word.",
        "One slip would cost Maya her site and everybody who signed up there.",
        "SYS-BACKEND",
        (rules.THROWN_AWAY,),
        "Backend APIs",
        (Function("webbuilder.sites.service:throw_away", _at_once),),
    ),
    Fault(
        "what-is-thrown-away-stays",
        "A site that was thrown away is among those put away still.",
        "Maya would be asked for years what to do with it, and it would be found by whoever comes after her.",
        "SYS-BACKEND",
        (rules.THROWN_AWAY,),
        "Backend APIs",
        (Function("webbuilder.sites.service:throw_away", _put_away_again),),
    ),
    Fault(
        "addresses-are-taken-over",
        "Whoever asks for an address gets it, whosever it was.",
        "Maya's customers would land in Ravi's shop.",
        "SYS-BACKEND",
        (rules.ADDRESS_OF_ONE,),
        "Backend APIs",
        (Function("webbuilder.sites.addresses:move_to", _taken_over),),
    ),
)
