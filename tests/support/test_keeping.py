"""Which service's promise an exchange falls under, and the headers that it promised."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.drivers.session import Answer
from support.journal import Journal
from support.keeping import Keeping, Service
from support.promised_requests import Sent

NEVER = {"required": True, "schema": {"type": "string", "const": "no-store"}}
PAGE = {"text/html": {"schema": {"type": "string", "pattern": "^<!doctype html>"}}}
FORM = {
    "type": "object",
    "required": ["view_token"],
    "properties": {"view_token": {"type": "string"}},
}
DOCUMENT = {
    "openapi": "3.1.0",
    "paths": {
        "/": {
            "get": {
                "operationId": "read",
                "responses": {"200": {"headers": {"Cache-Control": NEVER}, "content": PAGE}},
            }
        },
        "/forms/{form_id}": {
            "post": {
                "operationId": "send",
                "requestBody": {
                    "required": True,
                    "content": {"application/x-www-form-urlencoded": {"schema": FORM}},
                },
                "responses": {"200": {"content": PAGE}},
            }
        },
    },
}
SITES = "http://{slug}.localhost:81"
LIVE = "http://spring-sale.localhost:81"
WELL = {"content-type": "text/html; charset=utf-8", "cache-control": "no-store"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    written = tmp_path / "sites.json"
    written.write_text(json.dumps(DOCUMENT))
    return written


@pytest.fixture
def journal(file: Path) -> Journal:
    return Journal(promised=Keeping((Service("live sites", file, SITES),)))


@pytest.mark.parametrize(
    ("address", "path"),
    [
        (LIVE, "/"),
        (f"{LIVE}/", "/"),
        (f"{LIVE}/?x=1", "/?x=1"),
        (f"{LIVE}/forms/f_1", "/forms/f_1"),
        ("http://localhost:81/", None),
        ("http://spring-sale.localhost:814/", None),
        ("http://a.spring-sale.localhost:81/", None),
        ("http://127.0.0.1:81/", None),
    ],
)
def test_any_site_is_one_of_the_live_sites(file: Path, address: str, path: str | None) -> None:
    assert Service("live sites", file, SITES).path(address) == path


def test_a_service_promised_nothing_elsewhere(file: Path) -> None:
    mailroom = Service("mailroom", file, "http://127.0.0.1:82/", "/api/v1/")
    assert mailroom.path("http://127.0.0.1:82/api/v1/info") == "/api/v1/info"
    assert mailroom.path("http://127.0.0.1:82/") is None
    assert mailroom.path("http://127.0.0.1:821/api/v1/info") is None


def test_a_page_as_promised_is_no_deviation(journal: Journal) -> None:
    journal.exchanged("GET", LIVE, None, Answer(200, WELL, "<!doctype html>…"))
    journal.heard("GET", f"{LIVE}/", 200, "", headers=WELL)
    journal.heard("GET", f"{LIVE}/", 200, "")
    assert journal.promised.checked == 3
    assert journal.promised.met == {("live sites", "read", "200")}
    assert journal.promised.read() == ()


@pytest.mark.parametrize(
    ("headers", "text", "told"),
    [
        (
            {**WELL, "cache-control": "public"},
            "<!doctype html>",
            "with another Cache-Control than was promised",
        ),
        ({"content-type": "text/html"}, "<!doctype html>", "without Cache-Control, and that was promised"),
        (
            {**WELL, "content-type": "text/plain"},
            "<!doctype html>",
            "with text/plain, and text/html was promised",
        ),
        (WELL, "<p>", "the whole: "),
    ],
)
def test_a_page_that_deviates_is_told_with_its_service(
    journal: Journal, headers: dict[str, str], text: str, told: str
) -> None:
    journal.exchanged("GET", LIVE, None, Answer(200, headers, text))
    (found,) = journal.promised.read()
    assert found.startswith("live sites: GET / was answered 200")
    assert told in found


def test_what_a_browser_was_shown_is_told_by_its_headers(journal: Journal) -> None:
    journal.heard("GET", f"{LIVE}/", 200, "", headers={**WELL, "cache-control": "public"})
    assert "with another Cache-Control than was promised" in journal.promised.read()[0]


def test_a_form_is_sent_as_it_was_promised_to_be_taken(journal: Journal) -> None:
    done = Answer(200, WELL, "<!doctype html>", sent_as="application/x-www-form-urlencoded")
    journal.exchanged("POST", f"{LIVE}/forms/f_1", {"view_token": "v", "name": "Priya"}, done)
    journal.exchanged("POST", f"{LIVE}/forms/f_1", {"name": "Priya"}, done)
    (found,) = journal.promised.read()
    assert 'although its body does not fit: the whole: "view_token" is a required property' in found


def test_services_are_told_apart(file: Path) -> None:
    keeping = Keeping(
        (Service("one", file, here := "http://127.0.0.1:1"), Service("two", file, "http://127.0.0.1:2"))
    )
    keeping.check("GET", f"{here}/", 200, WELL, "<!doctype html>", Sent())
    assert keeping.met == {("one", "read", "200")}
