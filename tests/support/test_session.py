"""A session of the API side: where it goes, what it keeps, what it writes down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx
import pytest

from support.drivers.session import HttpxSession
from support.journal import Journal
from tests.support.servers import Asked, Reply, closed_port, http_server


@dataclass
class Site:
    """A server, and what it was asked."""

    address: str = ""
    asked: list[Asked] = field(default_factory=list)

    def answer(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        replies = {
            "/moved": Reply(303, "", {"Location": "/there"}),
            "/sign-in": Reply(
                200, '{"token": "t0ken-bread"}', {"X-Trace-Id": "t1", "Set-Cookie": "mm=c00kie"}
            ),
        }
        return replies.get(asked.path, Reply(200, '{"ok": true}'))

    @property
    def port(self) -> str:
        return self.address.rpartition(":")[2]


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    with http_server(made.answer) as address:
        made.address = address
        yield made


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
def session(journal: Journal) -> Iterator[HttpxSession]:
    made = HttpxSession(journal, timeout=5.0)
    yield made
    made.close()


def test_a_name_below_localhost_is_asked_for_at_loopback_by_its_name(
    site: Site, session: HttpxSession
) -> None:
    answer = session.send("GET", f"http://spring-sale.localhost:{site.port}/offer?a=1")
    assert answer.body() == {"ok": True}
    assert site.asked[0].headers["host"] == f"spring-sale.localhost:{site.port}"
    assert site.asked[0].path == "/offer?a=1"


def test_another_name_is_asked_for_as_it_stands(site: Site, session: HttpxSession) -> None:
    session.send("GET", f"{site.address}/a", headers={"X-Key": "1"})
    assert site.asked[0].headers["host"] == f"127.0.0.1:{site.port}"
    assert site.asked[0].headers["x-key"] == "1"


def test_redirects_are_not_followed(site: Site, session: HttpxSession) -> None:
    answer = session.send("POST", f"{site.address}/moved", form={"name": "Priya"})
    assert (answer.status, answer.headers["location"]) == (303, "/there")
    assert [one.path for one in site.asked] == ["/moved"]
    assert site.asked[0].body == "name=Priya"


def test_what_is_sent_as_json_arrives_as_json(site: Site, session: HttpxSession) -> None:
    session.send("PUT", f"{site.address}/a", json={"headline": "30% off"})
    assert site.asked[0].headers["content-type"] == "application/json"
    assert '"30% off"' in site.asked[0].body


def test_cookies_stay_with_their_conversation(site: Site, session: HttpxSession) -> None:
    with pytest.raises(LookupError, match="got no cookie mm; sign in first"):
        session.cookie("mm")
    session.send("POST", f"{site.address}/sign-in", json={})
    session.send("GET", f"{site.address}/a")
    assert session.cookie("mm") == "c00kie"
    assert site.asked[1].headers["cookie"] == "mm=c00kie"
    other = HttpxSession(Journal(), cookies={"mm": "other"})
    other.send("GET", f"{site.address}/a")
    other.close()
    assert site.asked[2].headers["cookie"] == "mm=other"


def test_the_journal_gets_the_exchange_redacted_with_its_trace(
    site: Site, session: HttpxSession, journal: Journal
) -> None:
    address = f"http://maya.localhost:{site.port}/sign-in"
    session.send("POST", address, json={"email": "maya@example.com", "password": "s3cret-bread"})
    kept = journal.exchanges[0]
    assert (kept.method, kept.address, kept.status, kept.trace_id) == ("POST", address, 200, "t1")
    assert "maya@example.com" in kept.sent
    assert "s3cret-bread" not in str(kept)
    assert "t0ken-bread" not in str(kept)
    session.send("POST", f"{site.address}/a", form={"password": "s3cret-bread", "name": "Maya"})
    assert "Maya" in journal.exchanges[1].sent
    assert "s3cret-bread" not in str(journal.exchanges[1])


def test_what_is_no_json_is_still_text(session: HttpxSession) -> None:
    with http_server(lambda _: Reply(404, "<h1>Nothing here</h1>")) as address:
        answer = session.send("GET", address)
    assert (answer.status, answer.text) == (404, "<h1>Nothing here</h1>")
    with pytest.raises(ValueError, match="Expecting value"):
        answer.body()


def test_a_line_that_is_dead_raises(session: HttpxSession, journal: Journal) -> None:
    with pytest.raises(httpx.ConnectError):
        session.send("GET", f"http://maya.localhost:{closed_port()}/")
    assert not journal.exchanges


def test_what_opens_doors_is_known_as_a_secret(site: Site, journal: Journal) -> None:
    session = HttpxSession(journal, cookies={"mm": "c00kie-given"})
    session.send("POST", f"{site.address}/sign-in", json={}, headers={"Authorization": "Bearer 0perat0r"})
    session.close()
    assert set(journal.secrets.named) == {"c00kie-given", "c00kie", "0perat0r"}
    session = HttpxSession(journal)
    session.send("GET", f"{site.address}/a?seen=0perat0r")
    session.close()
    assert "0perat0r" not in journal.exchanges[-1].address
