"""An inbox, read from a server that answers in Mailpit's shapes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from support.drivers.mailbox import MailpitInbox
from support.records import Mail
from tests.support.servers import Asked, Reply, http_server

MAILS = {
    "new": {
        "Subject": "Welcome",
        "Text": "Hello Priya,",
        "HTML": "<p>Hello Priya,",
        "To": "priya@example.com",
    },
    "old": {"Subject": "Offer", "Text": "20% off", "HTML": "<p>20%", "To": "priya@example.com"},
    "other": {"Subject": "Offer", "Text": "30% off", "HTML": "<p>30%", "To": "ravi@example.com"},
}
HEADERS = {"List-Unsubscribe": ["<http://127.0.0.1/u>", "second"], "Message-ID": ["<1@example.com>"]}


def answer(asked: Asked) -> Reply:
    parts = urlsplit(asked.path)
    match parts.path.removeprefix("/api/v1/").split("/"):
        case ["search"]:
            query = parse_qs(parts.query)["query"][0]
            found = [{"ID": name} for name, mail in MAILS.items() if query == f'to:"{mail["To"]}"']
            return Reply(text=json.dumps({"total": len(MAILS), "messages": found}))
        case ["message", name]:
            return Reply(text=json.dumps({"ID": name, **MAILS[name]}))
        case ["message", _, "headers"]:
            return Reply(text=json.dumps(HEADERS))
    return Reply(404)


@pytest.fixture
def inbox() -> Iterator[MailpitInbox]:
    with http_server(answer) as address:
        yield MailpitInbox(f"{address}/")


def test_mails_to_an_address_come_in_the_order_of_the_mailbox(inbox: MailpitInbox) -> None:
    headers = {"list-unsubscribe": "<http://127.0.0.1/u>", "message-id": "<1@example.com>"}
    assert inbox.mails("priya@example.com") == [
        Mail("Welcome", "Hello Priya,", "<p>Hello Priya,", headers),
        Mail("Offer", "20% off", "<p>20%", headers),
    ]


def test_nobody_wrote(inbox: MailpitInbox) -> None:
    assert inbox.mails("zoe@example.com") == []


def test_a_mailbox_in_trouble_is_no_empty_mailbox() -> None:
    with http_server(lambda _: Reply(503)) as address, pytest.raises(httpx.HTTPStatusError, match="503"):
        MailpitInbox(address).mails("priya@example.com")
