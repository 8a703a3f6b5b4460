"""What goes wrong with counting who came to a site, and what came of it."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from webbuilder.analytics.looking import Looker
    from webbuilder.sites.tables import Site


def _somebody_new(original: Original, session: Session, site: Site, who: Looker) -> str | None:
    import secrets

    return secrets.token_hex(12)


def _everybody_alike(original: Original, session: Session, site: Site, who: Looker) -> str | None:
    return "somebody"


def _home_alone(original: Original, session: Session, site: Site, who: Looker, path: str, view: str) -> None:
    original(session, site, who, "everywhere", view)


def _greenwich(original: Original, zone: str) -> ColumnElement[date]:
    day: ColumnElement[date] = original("UTC")
    return day


def _all_people(original: Original, who: Looker) -> str | None:
    return None


def _ahead_is_people(original: Original, who: Looker) -> str | None:
    from webbuilder.analytics.looking import AHEAD

    why: str | None = original(who)
    return None if why == AHEAD else why


def _followed_all_the_same(original: Original, self: Looker) -> bool:
    return True


FAULTS = (
    Fault(
        "each-look-is-somebody-new",
        "Each look at a page counts as a visitor of its own.",
        "Maya would believe in two hundred people, and bake for them; they were forty, who came back.",
        "SYS-ANALYTICS",
        (of_people.EACH_LOOK_COUNTS,),
        "Analytics",
        (Function("webbuilder.analytics.counting:visitor_of", _somebody_new),),
    ),
    Fault(
        "everybody-is-one-visitor",
        "All who come on a day count as one visitor.",
        "An advertisement that worked would be cancelled.",
        "SYS-ANALYTICS",
        (of_people.EACH_LOOK_COUNTS, of_people.CONVERSION_TOLD),
        "Analytics",
        (Function("webbuilder.analytics.counting:visitor_of", _everybody_alike),),
    ),
    Fault(
        "pages-are-not-told-apart",
        "Which page somebody looked at is not told.",
        "The menu would seem to be read as much as the imprint.",
        "SYS-ANALYTICS",
        (of_people.EACH_LOOK_COUNTS,),
        "Analytics",
        (Function("webbuilder.analytics.counting:viewed", _home_alone),),
    ),
    Fault(
        "days-are-those-of-greenwich",
        "Days begin when they do in Greenwich, wherever the site is.",
        "The evening of the market would be told as another day's.",
        "SYS-ANALYTICS",
        (of_people.DAYS_OF_THE_SITE,),
        "Analytics",
        (Function("webbuilder.analytics.reckoning:day_in", _greenwich),),
    ),
    Fault(
        "machines-are-visitors",
        "What machines look at counts as people's.",
        "Three quarters of those who came would be search engines.",
        "SYS-ANALYTICS",
        (of_people.MACHINES_APART,),
        "Analytics",
        (Function("webbuilder.analytics.looking:why_apart", _all_people),),
    ),
    Fault(
        "fetched-ahead-is-seen",
        "A page that a browser fetches before anybody asks counts as seen.",
        "Whoever typed three letters of the address would have been there.",
        "SYS-ANALYTICS",
        (of_people.MACHINES_APART,),
        "Analytics",
        (Function("webbuilder.analytics.looking:why_apart", _ahead_is_people),),
    ),
    Fault(
        "followed-all-the-same",
        "Whoever asks not to be followed is told from others all the same.",
        "A promise on the page would be broken for those who read it.",
        "SECURITY",
        (of_people.NOT_FOLLOWED,),
        "Analytics",
        (Function("webbuilder.analytics.looking:Looker.may_be_followed", _followed_all_the_same),),
    ),
)
