"""What goes wrong with earlier releases, and with being off the net."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.publishing.release_routes import Live
    from webbuilder.sites.tables import Site


def _the_last(original: Original, session: Session, site: Site, number: int | None) -> None:
    from webbuilder.publishing import releases

    last = session.scalars(releases.last_number(site.id)).one()
    original(session, site, number and last)


def _later_ones_go(original: Original, session: Session, site: Site, number: int | None) -> None:
    from sqlalchemy import delete

    from webbuilder.publishing.tables import Release

    original(session, site, number)
    later = Release.site_id == site.id, Release.number > (number or 0)
    session.execute(delete(Release).where(*later))


def _stays(original: Original, session: Session, site: Site, number: int | None) -> None:
    if number is not None:
        original(session, site, number)
    else:
        original.fired()


def _it_does_not_matter(original: Original, site: Site) -> None:
    return None


def _as_at_first(original: Original, site: Site) -> Live:
    shown: Live = original(site)
    return shown.model_copy(update={"release": 1})


FAULTS = (
    Fault(
        "going-back-shows-the-last",
        "Whichever release is brought back, visitors get the last.",
        "The wrong price would stand there while Maya believes that it is gone.",
        "LIVE-SITE",
        (rules.COMES_BACK_AS_IT_WAS,),
        "Live Sites",
        (Function("webbuilder.publishing.releases:switch", _the_last),),
    ),
    Fault(
        "going-back-forgets-later-releases",
        "Whoever goes back to a release loses those behind it.",
        "A mistake that is taken back would take a week's work along.",
        "CONSISTENCY",
        (rules.COMES_BACK_AS_IT_WAS,),
        "Live Sites",
        (Function("webbuilder.publishing.releases:switch", _later_ones_go),),
    ),
    Fault(
        "releases-are-switched-unseen",
        "Whoever switches a release need not have seen what a colleague switched meanwhile.",
        "Noor would take off the net what Maya has just mended.",
        "ERRORS",
        (rules.COMES_BACK_AS_IT_WAS,),
        "Live Sites",
        (Function("webbuilder.publishing.release_routes:live", _as_at_first),),
    ),
    Fault(
        "off-the-net-is-said-only",
        "A site that is taken off the net stays where it is.",
        "A competition that is over would go on taking names.",
        "LIVE-SITE",
        (rules.OFF_THE_NET,),
        "Live Sites",
        (Function("webbuilder.publishing.releases:switch", _stays, counts_itself=True),),
    ),
    Fault(
        "put-away-sites-are-switched",
        "What visitors get of a site that was put away is switched all the same.",
        "Maya would bring back a price, read that it is live, and nobody would ever see it.",
        "ERRORS",
        (rules.NOT_SWITCHED,),
        "Live Sites",
        (Function("webbuilder.sites.service:refuse_put_away", _it_does_not_matter),),
    ),
)
