"""What goes wrong with domains of one's own."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules_of_domains as of_domains
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from webbuilder.domains.states import Found, State, Verdict
    from webbuilder.publishing.finding import Ways
    from webbuilder.settings import Addresses
    from webbuilder.sites.tables import Site


def _without_its_label(original: Original, host: str) -> str:
    return host


def _nothing_else(original: Original, verdict: Verdict | None, said: tuple[str, ...]) -> str:
    told: str = original(verdict, ())
    return told


def _never(original: Original, state: State, found: Found, *, taken: bool = False) -> State:
    after: State = original(state, found, taken=taken)
    return "verified" if after == "live" else after


def _once_it_is_hers(original: Original, state: State, found: Found, *, taken: bool = False) -> State:
    after: State = original(state, found, taken=taken)
    return "live" if after == "verified" else after


def _nobody_looks(original: Original, session: Session) -> int:
    return 0


def _as_they_come(original: Original, self: Ways, site: Site) -> bool:
    return False


def _to_the_first_page(original: Original, self: Ways, site: Site, path: str) -> Any:
    return original(self, site, "")


def _no_site(original: Original, host: str) -> Any:
    from sqlalchemy import false

    return original(host).where(false())


def _anything(original: Original, typed: str, own: Collection[str]) -> str:
    return typed.strip().lower()


def _as_was_typed(original: Original, typed: str, own: Collection[str]) -> str:
    host: str = original(typed, own)
    return host if typed.isascii() else typed


def _still_by_its_name(original: Original, site: Site, where: Addresses) -> str:
    return ""


FAULTS = (
    Fault(
        "proof-at-the-name-itself",
        "An owner is told to prove her domain at its very name.",
        "Other records stand there, of mail and of whoever else wants proofs, and a CNAME bears none.",
        "LIVE-SITE",
        (of_domains.TOLD_WHAT_TO_SET,),
        "Live Sites",
        (Function("webbuilder.domains.asking:proof_name", _without_its_label),),
    ),
    Fault(
        "nobody-says-where-it-leads",
        "An owner is not told what to let her domain lead to.",
        "Maya would stand before her provider's form and know no value.",
        "LIVE-SITE",
        (of_domains.TOLD_WHAT_TO_SET,),
        "Live Sites",
        (Function("webbuilder.domains.service:target_of", _still_by_its_name),),
    ),
    Fault(
        "nobody-says-what-is-there-instead",
        "An owner is told that a record lacks, and not what stands in its place.",
        "She would look at her provider's page, see a record, and believe that it is the right one.",
        "LIVE-SITE",
        (of_domains.TOLD_WHAT_TO_SET,),
        "Live Sites",
        (Function("webbuilder.domains.states:words_of", _nothing_else),),
    ),
    Fault(
        "domains-never-go-live",
        "A domain that is proven and leads here is not served.",
        "Visitors of bakery.test would find nothing, although its owner did all that she was told.",
        "LIVE-SITE",
        (of_domains.LIVE_ONCE_PROVEN,),
        "Live Sites",
        (Function("webbuilder.domains.states:state_after", _never),),
    ),
    Fault(
        "live-before-it-leads-here",
        "A domain is live as soon as it is proven.",
        "Everybody who comes by the address below ours would be led to whoever was at the domain before.",
        "LIVE-SITE",
        (of_domains.LIVE_ONCE_PROVEN, of_domains.GONE_LEADS_NOWHERE),
        "Live Sites",
        (Function("webbuilder.domains.states:state_after", _once_it_is_hers),),
    ),
    Fault(
        "domains-are-looked-at-by-nobody",
        "A domain is looked at only when its owner asks.",
        "Records take a night to be seen everywhere; she would have to sit up for them.",
        "LIVE-SITE",
        (of_domains.LIVE_ONCE_PROVEN, of_domains.GONE_LEADS_NOWHERE),
        "Background Jobs",
        (Function("webbuilder.domains.service:by_now", _nobody_looks),),
    ),
    Fault(
        "two-addresses-for-one-page",
        "The address below ours shows the site as well as its domain.",
        "Search engines would know each page twice, and show whichever they like.",
        "LIVE-SITE",
        (of_domains.LED_TO_THE_DOMAIN,),
        "Live Sites",
        (Function("webbuilder.publishing.finding:Ways.is_elsewhere", _as_they_come),),
    ),
    Fault(
        "all-notes-lead-to-the-first-page",
        "Whoever comes by the address below ours is led to the first page of the domain.",
        "Somebody who noted the menu would look for it anew.",
        "LIVE-SITE",
        (of_domains.LED_TO_THE_DOMAIN,),
        "Live Sites",
        (Function("webbuilder.publishing.finding:Ways.moved", _to_the_first_page),),
    ),
    Fault(
        "domains-lead-to-no-site",
        "A domain that is live leads to no site.",
        "Its visitors would find nothing, and send no form.",
        "LIVE-SITE",
        (of_domains.LED_TO_THE_DOMAIN, of_domains.LIVE_ONCE_PROVEN),
        "Live Sites",
        (Function("webbuilder.sites.addresses:at_domain", _no_site),),
    ),
    Fault(
        "domains-are-kept-as-typed",
        "A name in other letters is asked for as it was typed.",
        "No browser asks for bäckerei.test in these letters, so nobody would find it.",
        "LIVE-SITE",
        (of_domains.LIVE_ONCE_PROVEN,),
        "Live Sites",
        (Function("webbuilder.domains.hosts:read", _as_was_typed),),
    ),
    Fault(
        "any-name-will-do",
        "What cannot be a domain is taken for one.",
        "Whoever pastes a whole address would wait for three days, and not learn what was wrong.",
        "ERRORS",
        (of_domains.NO_DOMAIN_IS_REFUSED,),
        "Live Sites",
        (Function("webbuilder.domains.hosts:read", _anything),),
    ),
)
