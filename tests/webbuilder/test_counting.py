"""Who is a person, whence they come, and what of a stretch of days may be asked."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest
from starlette.requests import Request

from webbuilder.analytics import looking
from webbuilder.analytics.figures import Day
from webbuilder.analytics.looking import Looker
from webbuilder.screens.insights import HEIGHT, WIDTH, bars

HOST = "spring-sale.localhost:8080"
BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36"


def asks(named: str = "", method: str = "GET", **headers: str) -> Looker:
    """Somebody who asks for a page, with these headers."""
    said = {name.replace("_", "-"): value for name, value in headers.items()}
    return Looker({"user-agent": BROWSER, "sec-fetch-dest": "document", **said}, method, "203.0.113.7", named)


@pytest.mark.parametrize(
    ("who", "apart"),
    [
        (asks(), None),
        (asks(sec_fetch_dest=""), None),
        (asks(user_agent="curl/8.5.0", sec_fetch_dest=""), looking.MACHINE),
        (asks(user_agent=f"{BROWSER} (compatible; Findbot/2.1)"), looking.MACHINE),
        (asks(user_agent="facebookexternalhit/1.1", sec_fetch_dest=""), looking.MACHINE),
        (asks(sec_fetch_dest="image"), looking.MACHINE),
        (asks(sec_purpose="prefetch;prerender"), looking.AHEAD),
        (asks(x_moz="prefetch"), looking.AHEAD),
    ],
)
def test_machines_and_what_is_fetched_ahead_are_told_from_people(who: Looker, apart: str | None) -> None:
    assert looking.why_apart(who) == apart


@pytest.mark.parametrize(
    ("who", "source"),
    [
        (asks(), "directly"),
        (asks(named="spring-letter", referer="https://gazette.example/weekend"), "spring-letter"),
        (asks(referer="https://gazette.example/weekend"), "gazette.example"),
        (asks(referer=f"http://{HOST}/menu"), "directly"),
        (asks(referer="no address at all"), "directly"),
        (asks(referer="https://[broken"), "directly"),
        (asks(named="x" * 300), "x" * 200),
    ],
)
def test_a_name_says_more_than_the_site_that_led_here(who: Looker, source: str) -> None:
    assert looking.source_of(who, HOST) == source


@pytest.mark.parametrize("wish", ["dnt", "sec_gpc"])
def test_whoever_asks_not_to_be_followed_is_not(wish: str) -> None:
    assert not asks(**{wish: "1"}).may_be_followed
    assert asks(**{wish: "0"}).may_be_followed


@pytest.mark.parametrize("many", [1, 30, 366])
def test_a_chart_stays_within_its_frame(many: int) -> None:
    days = [
        Day(day=date(2026, 3, 1) + timedelta(days=one), views=one * 7, visitors=one) for one in range(many)
    ]
    drawn = bars(days)
    assert len(drawn) == many
    assert all(0 <= bar.visitors <= bar.views <= HEIGHT and bar.left + bar.width <= WIDTH for bar in drawn)


def test_words_of_a_link_are_kept_as_they_can_be_stored() -> None:
    scope: dict[str, Any] = {"type": "http", "method": "GET", "headers": [], "client": None}
    who = asyncio.run(looking.looker(Request(scope), utm_source="spring\x00 letter\n"))
    assert who.named == "spring letter"
