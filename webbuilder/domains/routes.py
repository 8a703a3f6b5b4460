"""A domain of one's own over HTTP: say which, read what was found, look again, take it away."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from webbuilder.asking import Known, Store, database_of, settings_of
from webbuilder.conventions.bounded import Bounded
from webbuilder.conventions.versions import SHOWN, IfMatch, refuse_stale, tell
from webbuilder.domains import asking, service, states
from webbuilder.domains.states import State
from webbuilder.problems import refused
from webbuilder.settings import Settings
from webbuilder.sites import addresses, service as sites
from webbuilder.sites.tables import Site

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.domains.tables import SiteDomain

router = APIRouter(prefix="/api/sites/{site_id}/domain", tags=["publishing"], route_class=Bounded)
Told = Annotated[Settings, Depends(settings_of)]


class RecordView(BaseModel):
    """A record to set, and what was found in its place."""

    name: str
    kind: str
    value: str
    found: list[str]
    stands: str


class DomainView(BaseModel):
    """The domain of a site: how it stands, in a word and in words, and the two records that make it live.

    `host` is the name as name servers know it, and `typed` as its owner writes it; None where there is none.
    """

    host: str | None = None
    typed: str | None = None
    state: State | None = None
    words: str = "This site has no domain of its own."
    address: str | None = None
    proof: RecordView | None = None
    lead: RecordView | None = None
    looked_at: datetime | None = None
    looks_again_at: datetime | None = None


class Wanted(BaseModel):
    """The name of a domain."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"host": "bakery.example"}]})
    host: Annotated[str, Field(min_length=1, max_length=1000)]


def _records(domain: SiteDomain, target: str) -> tuple[RecordView, RecordView]:
    proof, lead = service.verdicts(domain)
    return (
        RecordView(
            name=asking.proof_name(domain.host),
            kind="TXT",
            value=asking.proof_value(domain.token),
            found=domain.proof_said,
            stands=states.words_of(proof, tuple(domain.proof_said)),
        ),
        RecordView(
            name=domain.host,
            kind="CNAME",
            value=target,
            found=domain.lead_said,
            stands=states.words_of(lead, tuple(domain.lead_said)),
        ),
    )


def view(store: Session, site: Site, told: Settings) -> DomainView:
    """Return what is shown of the domain of a site."""
    domain = service.of(store, site)
    if domain is None:
        return DomainView()
    proof, lead = _records(domain, service.target_of(site, told.where))
    shown = DomainView.model_validate(
        {
            "host": domain.host,
            "typed": domain.typed,
            "state": domain.state,
            "address": addresses.address_of(told.where.sites, site) if site.domain else None,
            "looked_at": domain.looked_at,
            "looks_again_at": domain.look_at,
        }
    )
    shown.proof, shown.lead = proof, lead
    shown.words = states.words(shown.state or "pending", *service.verdicts(domain), taken=domain.taken)
    return shown


@router.get("", responses={200: SHOWN})
def read_domain(site_id: str, known: Known, store: Store, told: Told, response: Response) -> DomainView:
    """Say which domain of its own a site has, and how it stands."""
    shown = view(store, sites.one(store, known.workspace_id, site_id), told)
    tell(response, shown)
    return shown


@router.put("", responses={**refused(412, 428), 200: SHOWN})
def bring_domain(  # noqa: PLR0917 - the framework calls it by name
    site_id: str,
    wanted: Wanted,
    known: Known,
    store: Store,
    told: Told,
    response: Response,
    if_match: IfMatch = None,
) -> DomainView:
    """Say which domain is to be a site's, instead of the one that it may have; nothing is looked for yet."""
    site = sites.locked(store, known.workspace_id, site_id)
    refuse_stale(if_match, view(store, site, told))
    service.bring(store, site, wanted.host, told.where)
    shown = view(store, site, told)
    tell(response, shown)
    return shown


@router.delete("", status_code=204)
def take_domain_away(site_id: str, known: Known, store: Store) -> None:
    """Let a site have no domain of its own any more; visitors find it below ours."""
    service.take_away(store, sites.locked(store, known.workspace_id, site_id))


@router.post("/look", responses={200: SHOWN})
def look_at_domain(
    request: Request, site_id: str, known: Known, store: Store, response: Response
) -> DomainView:
    """Ask the name servers now how the domain of a site stands; one that is silent changes nothing."""
    told = settings_of(request)
    service.look_again(told, database_of(request), known.workspace_id, site_id, asked=True)
    shown = view(store, sites.one(store, known.workspace_id, site_id), told)
    tell(response, shown)
    return shown
