"""Who follows a mail, and who is a machine."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from webbuilder.mail.tables import MailToken
from webbuilder.workflows import following

CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"


@pytest.mark.parametrize(
    ("headers", "method", "expected"),
    [
        ({"sec-fetch-dest": "document", "user-agent": CHROME}, "GET", True),
        ({"user-agent": CHROME}, "GET", True),
        ({"sec-fetch-dest": "document"}, "HEAD", False),
        ({"sec-fetch-dest": "image", "user-agent": CHROME}, "GET", False),
        ({"sec-fetch-dest": "document", "sec-purpose": "prefetch;prerender"}, "GET", False),
        ({"sec-fetch-dest": "document", "purpose": "prefetch"}, "GET", False),
        ({"user-agent": "LinkScanner/1.0"}, "GET", False),
        ({"user-agent": "Mozilla/5.0"}, "GET", False),
        ({"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"}, "GET", False),
        ({}, "GET", False),
    ],
)
def test_who_is_a_person(headers: dict[str, str], method: str, *, expected: bool) -> None:
    assert following.is_person(headers, method) == expected


def known(address: str) -> MailToken:
    return MailToken(token="a-token", address=address, made_at=datetime(2027, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/order", "/order?via=a-token"),
        ("/", "/?via=a-token"),
        ("/order?x=1", "/order?x=1&via=a-token"),
        ("/order#cakes", "/order?via=a-token#cakes"),
        ("https://elsewhere.example/a?b=c", "https://elsewhere.example/a?b=c"),
    ],
)
def test_nobody_else_hears_by_which_mail_somebody_comes(address: str, expected: str) -> None:
    assert following.leads_to(known(address)) == expected


def test_links_to_pages_of_the_site_lead_on_and_others_stay() -> None:
    html = (
        '<a href="/order">a</a><a href="/">b</a><a href="//evil.example/x">c</a>'
        '<a href="https://elsewhere.example">d</a><a href="/order#top">e</a><img src="/images/1">'
    )
    assert following.led_on(html, known("/")) == (
        '<a href="/order?via=a-token">a</a><a href="/?via=a-token">b</a><a href="//evil.example/x">c</a>'
        '<a href="https://elsewhere.example">d</a><a href="/order#top">e</a><img src="/images/1">'
    )
