"""Who asks for a live page, as far as a request tells: a person or a machine, and by what they come."""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Query, Request

from webbuilder import security
from webbuilder.workflows import following

if TYPE_CHECKING:
    from collections.abc import Mapping

MACHINE, AHEAD, OWN = "by a machine", "fetched ahead", "by those who work here"
OWN_WORD = "own"  # of links that those who work on a site follow
_LONGEST = 200  # characters of a source
# How those call themselves that read for search engines, previews and watchdogs.
_READS_FOR_OTHERS = re.compile(
    r"bot\b|crawl|spider|slurp|scan|monitor|externalhit|preview|feedfetcher", re.IGNORECASE
)
_BROWSERS_WISH = ("dnt", "sec-gpc")  # Do Not Track; Global Privacy Control


@dataclass(frozen=True, slots=True)
class Looker:
    """Who asks for a page, as far as the request tells: headers, method, address, and a named source.

    `own` is what the links of those who work on the site say of themselves.
    """

    headers: Mapping[str, str]
    method: str
    address: str
    named: str
    own: str = ""

    @property
    def may_be_followed(self) -> bool:
        """Whether its user's browser does not ask for the contrary."""
        return not any(self.headers.get(wish) == "1" for wish in _BROWSERS_WISH)


Named = Annotated[str, Query(description="By what link somebody comes, as its owner named it.")]


Own = Annotated[str, Query(description="By what those who work on the site are known.")]


async def looker(request: Request, utm_campaign: Named = "", utm_source: Named = "", own: Own = "") -> Looker:
    """Return who asks for a page; the campaign that a link names says more than the source that it names."""
    address = request.client.host if request.client else ""
    named = _worded(utm_campaign) or _worded(utm_source)
    return Looker(request.headers, request.method, address, named, own)


def _worded(said: str) -> str:
    """Return words as they can be stored and shown: what is none of them, a NUL among it, is left out."""
    return " ".join("".join(one if one.isprintable() else " " for one in said).split())


Looking = Annotated[Looker, Depends(looker)]


def works_here(who: Looker, form_key: str) -> bool:
    """Whether somebody comes by a link of those who work on the site."""
    return bool(who.own) and hmac.compare_digest(who.own.encode(), security.sign_own(form_key).encode())


def why_apart(who: Looker) -> str | None:
    """Return why somebody's looks are set apart; None of people."""
    if following.is_ahead(who.headers):
        return AHEAD
    reads_for_others = _READS_FOR_OTHERS.search(who.headers.get("user-agent", ""))
    return MACHINE if reads_for_others or not following.is_person(who.headers, who.method) else None


def source_of(who: Looker, host: str) -> str:
    """Return by what somebody comes: a link that says so, another site, or directly."""
    if who.named:
        return who.named[:_LONGEST]
    elsewhere = _host_of(who.headers.get("referer", ""))
    return "directly" if elsewhere in {"", host.partition(":")[0]} else elsewhere[:_LONGEST]


def _host_of(address: str) -> str:
    """Return the host of an address; nothing where a browser, or whatever asks, sent none that is one."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
