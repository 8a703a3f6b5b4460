"""The screen of a site's releases: which there were, which is live, and going back to one."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from webbuilder.asking import Known, Store, settings_of
from webbuilder.conventions.versions import refuse_stale, version_of
from webbuilder.domains import routes as domain_routes
from webbuilder.problems import Problem
from webbuilder.publishing import (
    finding,
    preview_links,
    release_routes,
    releases,
    timetable_routes,
    timetables,
)
from webbuilder.screens.application import fits, page, told
from webbuilder.sites import service as sites

if TYPE_CHECKING:
    from webbuilder.accounts.service import Caller

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form(max_length=100)]
_MOST = 100
_FIELD = "%Y-%m-%d %H:%M"


class _Times(NamedTuple):
    """When a site goes live and off the net, as its owner writes it."""

    live_at: str
    off_at: str


def shown(
    request: Request, known: Caller, store: Store, site_id: str, status: int = 200, **said: Any
) -> Response:
    """Return the screen of a site's releases, with what was just done or refused."""
    site = sites.one(store, known.workspace_id, site_id)
    found = store.scalars(releases.of_site(known.workspace_id, site_id).limit(_MOST))
    zone, times = ZoneInfo(site.zone), timetable_routes.view(timetables.of(store, site))
    here = {
        "site": site,
        "releases": [release_routes.line(one, site) for one in found],
        "seen": version_of(release_routes.live(site)),
        "zone": zone,
        "times": _Times(_local(times.live_at, zone), _local(times.off_at, zone)),
        "times_seen": version_of(times),
        "links": store.scalars(preview_links.of_site(site.id)).all(),
        "link_days": preview_links.LASTS.days,
        "domain": domain_routes.view(store, site, settings_of(request)),
    }
    return page(request, "releases.html", status, here="/sites", known=known, **{**here, **said})


@router.get("/sites/{site_id}/releases")
def releases_page(request: Request, site_id: str, known: Known, store: Store) -> Response:
    """Show the releases of a site."""
    return shown(request, known, store, site_id)


@router.post("/sites/{site_id}/releases")
def switch(  # noqa: PLR0917 - the framework calls it by name
    request: Request, site_id: str, known: Known, store: Store, number: Text = "", seen: Text = ""
) -> Response:
    """Let visitors have an earlier release, or nothing, or say why not."""

    def act() -> str:
        site = sites.locked(store, known.workspace_id, site_id)
        refuse_stale(seen, release_routes.live(site))
        asked = int(number) if number.isdecimal() else None
        wanted = fits(release_routes.Live, "A release has a number from 1.", release=asked)
        releases.switch(store, site, wanted.release)
        return f"Visitors have release {wanted.release} now." if wanted.release else "It is off the net."

    return told(store, act, partial(shown, request, known, store, site_id))


@router.post("/sites/{site_id}/timetable")
def keep_times(  # noqa: PLR0917 - the framework calls it by name
    request: Request,
    site_id: str,
    known: Known,
    store: Store,
    live_at: Text = "",
    off_at: Text = "",
    seen: Text = "",
    despite: Text = "",
) -> Response:
    """Let a site go live and off the net by itself, or say why not, or what to look at first."""

    def act() -> str:
        site = sites.locked(store, known.workspace_id, site_id)
        refuse_stale(seen, timetable_routes.view(timetables.of(store, site)))
        live, off = (_moment(said, ZoneInfo(site.zone)) for said in (live_at, off_at))
        timetables.keep(store, site, live, off, despite=bool(despite))
        return "These times are kept." if live or off else "Nothing happens by itself any more."

    def show(status: int = 200, **said: Any) -> Response:
        """Keep what was filled in before whoever is refused, with a way on where something may stand."""
        typed = {"times": _Times(live_at, off_at), "anyway": status == HTTPStatus.CONFLICT}
        return shown(request, known, store, site_id, status, **said, **(typed if "words" in said else {}))

    return told(store, act, show)


def _local(at: datetime | None, zone: ZoneInfo) -> str:
    return at.astimezone(zone).strftime(_FIELD) if at else ""


def _moment(said: str, zone: ZoneInfo) -> datetime | None:
    """Return the moment that somebody filled in, by clocks of a zone; None where nothing stands there."""
    try:
        return (
            datetime.strptime(said.strip().replace("T", " "), _FIELD).replace(tzinfo=zone).astimezone(UTC)
            if said
            else None
        )
    except ValueError as error:
        raise Problem(422, "not-valid", "Say a day and a time, such as 2040-05-01 08:00.") from error


@router.post("/sites/{site_id}/preview-links")
def make_link(request: Request, site_id: str, known: Known, store: Store) -> Response:
    """Make a link to the draft, and show it this once."""
    made: list[str] = []

    def act() -> str:
        site = sites.locked(store, known.workspace_id, site_id)
        _, token = preview_links.make(store, known, site)
        home = finding.home(settings_of(request).where.sites.format(slug=site.slug))
        made.append(preview_links.address_of(home, token))
        return "The link is made."

    def show(**said: Any) -> Response:
        return shown(request, known, store, site_id, **said, made="".join(made))

    return told(store, act, show)


@router.post("/sites/{site_id}/preview-links/{link_id}/end")
def take_back(request: Request, site_id: str, link_id: str, known: Known, store: Store) -> Response:
    """Let a link lead nowhere any more."""

    def act() -> str:
        preview_links.take_back(store, sites.one(store, known.workspace_id, site_id), link_id)
        return "The link leads nowhere any more."

    return told(store, act, partial(shown, request, known, store, site_id))
