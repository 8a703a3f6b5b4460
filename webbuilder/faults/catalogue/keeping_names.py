"""What goes wrong where a domain is lost, kept, or wanted by several."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_domains as of_domains
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.domains.states import Found, State
    from webbuilder.domains.tables import SiteDomain
    from webbuilder.sites.tables import Site


def _silence_is_none(original: Original, state: State, found: Found, *, taken: bool = False) -> State:
    from webbuilder.domains.states import Finding

    heard = {
        name: Finding("none")
        for name, one in (("proof", found.proof), ("lead", found.lead))
        if one.verdict == "silent"
    }
    after: State = original(state, replace(found, **heard), taken=taken)
    return after


def _once_and_for_all(original: Original, state: State, found: Found, *, taken: bool = False) -> State:
    after: State = original(state, found, taken=taken)
    return state if state == "live" else after


def _whoever_said_it_first(original: Original, session: Session, domain: SiteDomain) -> bool:
    from sqlalchemy import select

    from webbuilder.domains.tables import SiteDomain

    others = SiteDomain.host == domain.host, SiteDomain.site_id != domain.site_id
    return session.scalar(select(SiteDomain.site_id).where(*others).limit(1)) is not None


def _whoever_proves_it_last(original: Original, session: Session, domain: SiteDomain) -> bool:
    from webbuilder.domains import service
    from webbuilder.sites.tables import Site

    for held in session.scalars(service.holder(domain.host, domain.site_id)):
        session.get_one(Site, held.site_id).domain = None
        session.delete(held)
    session.flush()
    return False


def _when_it_is_due(original: Original, session: Session, domain: SiteDomain, *, holders: bool) -> None:
    return


def _stays_there(original: Original, session: Session, site: Site) -> None:
    here = site.domain
    original(session, site)
    site.domain = here


FAULTS = (
    Fault(
        "silence-is-a-no",
        "A name server that does not answer counts as one that says no.",
        "An hour's trouble at somebody else's would take the site from its visitors.",
        "LIVE-SITE",
        (of_domains.SILENCE_CHANGES_NOTHING,),
        "Live Sites",
        (Function("webbuilder.domains.states:state_after", _silence_is_none),),
    ),
    Fault(
        "proven-once-and-for-all",
        "A domain stays live, whatever becomes of its records.",
        "Whoever buys the name would find somebody else's bread there, and could not have it.",
        "LIVE-SITE",
        (of_domains.GONE_LEADS_NOWHERE,),
        "Live Sites",
        (Function("webbuilder.domains.states:state_after", _once_and_for_all),),
    ),
    Fault(
        "saying-a-name-keeps-it",
        "A name belongs to whoever says it first.",
        "Anybody could keep Maya from her own domain by writing its name down.",
        "LIVE-SITE",
        (of_domains.OF_WHOEVER_PROVED,),
        "Live Sites",
        (Function("webbuilder.domains.service:is_taken", _whoever_said_it_first),),
    ),
    Fault(
        "the-last-one-gets-the-domain",
        "A domain that is live on one site goes to another that proves it, too.",
        "Two who manage one domain would take it from each other, look by look.",
        "CONSISTENCY",
        (of_domains.OF_WHOEVER_PROVED,),
        "Live Sites",
        (Function("webbuilder.domains.service:is_taken", _whoever_proves_it_last),),
    ),
    Fault(
        "the-seller-is-not-looked-at",
        "A domain that was sold stays with whoever had it until the next day.",
        "Maya would have bought the name, set all that she was told, and see somebody else's rolls there.",
        "LIVE-SITE",
        (of_domains.OF_WHOEVER_PROVED,),
        "Background Jobs",
        (Function("webbuilder.domains.service:have_looked_at", _when_it_is_due),),
    ),
    Fault(
        "domains-that-stay",
        "A domain that its owner took away leads to the site all the same.",
        "Nobody else could have it, and she would not get rid of it.",
        "LIVE-SITE",
        (of_domains.TAKEN_AWAY_IS_FREE,),
        "Live Sites",
        (Function("webbuilder.domains.service:take_away", _stays_there),),
    ),
)
