"""A message to a partner is held against the contract: what it tells of, its headers, its body."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from support.contract import Contract
from support.keeping import Keeping, Service
from support.promised_messages import Message

COMMITTED = Path(__file__).parents[2] / "contracts/openapi.json"
HEADERS = {
    "content-type": "application/json",
    "webhook-id": "msg_1",
    "webhook-timestamp": "1795873998",
    "webhook-signature": "v1,yKex9ch8sAPYbUt5WBlLabd+fLePUyIW2mFZ7g6utAM=",
    "traceparent": "00-ed24f59855969883a9f538ebdeb74ae2-2ba7c852d552c812-03",
}
BODY: dict[str, Any] = {
    "type": "contact.created",
    "timestamp": "2026-03-01T08:00:00+00:00",
    "data": {"contact": "contact_1", "address": "https://app.example/api/contacts/contact_1"},
}


def deviation(headers: dict[str, str], body: object) -> str:
    said = body if isinstance(body, str) else json.dumps(body)
    return Contract(COMMITTED).messages.deviation(Message(headers, said))


def test_a_message_as_promised_deviates_in_nothing() -> None:
    assert deviation(HEADERS, BODY) == ""


@pytest.mark.parametrize(
    ("headers", "body", "told"),
    [
        ({}, "<p>", "is no JSON"),
        ({}, [], "promised nowhere"),
        ({}, {**BODY, "type": "contact.lost"}, "contact.lost, which is promised nowhere"),
        ({}, {**BODY, "data": {"contact": "contact_1"}}, "/data"),
        ({}, {**BODY, "data": {**BODY["data"], "email": "priya@example.org"}}, "/data"),
        ({}, {**BODY, "timestamp": "yesterday"}, "/timestamp"),
        ({"webhook-id": None}, BODY, "the header webhook-id is missing"),
        ({"webhook-timestamp": "noon"}, BODY, "the header webhook-timestamp is not as promised"),
        ({"webhook-signature": "v2,x"}, BODY, "the header webhook-signature is not as promised"),
        ({"content-type": "text/plain"}, BODY, "text/plain"),
    ],
)
def test_what_differs_is_named(headers: dict[str, Any], body: object, told: str) -> None:
    sent = {name: value for name, value in {**HEADERS, **headers}.items() if value is not None}
    found = deviation(sent, body)
    assert told in found
    assert "priya" not in found


def test_a_message_that_differs_fails_a_scenario_like_an_answer() -> None:
    keeping = Keeping((Service("API", COMMITTED, "http://app", "/api/"),))
    keeping.check_message(Message(HEADERS, "<p>"), ("POST", "http://app/api/webhooks"))
    assert keeping.checked == 1
    assert keeping.read() == ("API: a message to a partner is no JSON",)
    assert keeping.judged == ("POST", "http://app/api/webhooks")
