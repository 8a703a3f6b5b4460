"""The line to a site, asked for as nobody should, and heard from any revision on."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.webbuilder.marketers import Owner, Site

WITHIN = 15.0  # s; who does not read is let go of after ten
MORE_THAN_FITS = 12  # of 0.6 MB each; a kernel keeps 4 MB for a reader who is slow


def line(
    site: Site, query: str = "client=desk-1", **headers: str
) -> AbstractContextManager[ClientConnection]:
    app = str(site.owner.http.base_url).rstrip("/").replace("http", "ws", 1)
    cookies = "; ".join(f"{one.name}={one.value}" for one in site.owner.http.cookies.jar)
    sent = {"Cookie": cookies, **headers}
    return connect(f"{app}{site.path}/live?{query}", additional_headers=sent, proxy=None)


@contextmanager
def unread(site: Site, client: str) -> Iterator[None]:
    """Have a line of which nothing is read, on a machine that has little room for what comes."""
    address = urlsplit(str(site.owner.http.base_url))
    with socket.socket() as narrow:
        narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        narrow.connect((address.hostname, address.port))
        cookies = "; ".join(f"{one.name}={one.value}" for one in site.owner.http.cookies.jar)
        asks = {
            "Host": address.netloc,
            "Cookie": cookies,
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "cnllIGFuZCBzcGVsdCAxMg==",
        }
        told = "".join(f"{name}: {value}\r\n" for name, value in asks.items())
        narrow.sendall(f"GET {site.path}/live?client={client} HTTP/1.1\r\n{told}\r\n".encode())
        yield


def heard(opened: ClientConnection, kind: str) -> dict[str, Any]:
    while True:
        said: dict[str, Any] = json.loads(opened.recv(WITHIN))
        if said["type"] == kind:
            return said


def named(opened: ClientConnection, wanted: Callable[[set[str]], bool]) -> None:
    """Read what a line says of who is there until it is as wanted; a silent one times out."""
    while True:
        said = json.loads(opened.recv(WITHIN))
        if wanted({one["client"] for one in said.get("people", ())}) and "people" in said:
            return


def refused(asked: AbstractContextManager[ClientConnection]) -> tuple[int, str]:
    with asked as opened, pytest.raises(ConnectionClosed) as closed:
        opened.recv(WITHIN)
    assert closed.value.rcvd
    return closed.value.rcvd.code, closed.value.rcvd.reason


def test_who_comes_back_hears_what_was_missed_and_nothing_else(site: Site) -> None:
    known = site.page()["revision"]
    heading = site.section()["children"][0]["id"]
    site.operate({"kind": "set", "id": heading, "properties": {"text": "Rye at five"}}).raise_for_status()
    with line(site, f"client=desk-1&since={known}") as opened:
        assert heard(opened, "welcome")["revision"] == known + 1
        (missed,) = heard(opened, "operations")["operations"]
    assert (missed["revision"], missed["properties"]) == (known + 1, {"text": "Rye at five"})


def test_a_machine_knows_its_own_operations(site: Site) -> None:
    heading = site.section()["children"][0]["id"]
    known = site.page()["revision"]
    changed = {"operations": [{"kind": "set", "id": heading, "properties": {"text": "Spelt"}}]}
    with line(site, f"client=desk-2&since={known}") as opened:
        heard(opened, "welcome")
        asked = site.owner.http.post(f"{site.path}/operations", json=changed, headers={"X-Client": "desk-2"})
        asked.raise_for_status()
        (own,) = heard(opened, "operations")["operations"]
    assert own["client"] == "desk-2"


def test_who_hangs_up_is_there_no_more(site: Site) -> None:
    with line(site, "client=desk-1") as stays:
        with line(site, "client=desk-2"):
            while {one["client"] for one in heard(stays, "people")["people"]} != {"desk-1", "desk-2"}:
                pass
        while {one["client"] for one in heard(stays, "people")["people"]} != {"desk-1"}:
            pass


@pytest.mark.parametrize("query", ["", "client=", "client=two%20words", f"client={'x' * 65}"])
def test_bad_input_a_machine_without_a_fitting_name(site: Site, query: str) -> None:
    code, reason = refused(line(site, query))
    assert code == 4400
    assert reason == "Name this machine by `client`: letters, digits and hyphens, 64 at most."


def test_bad_input_a_page_of_another_house(site: Site) -> None:
    code, reason = refused(line(site, Origin="http://elsewhere.example"))
    assert (code, reason) == (4401, "This line was asked for by a page of another site.")


def test_bad_input_nobody_in_particular(site: Site) -> None:
    code, reason = refused(line(site, Cookie=""))
    assert code == 4401
    assert reason.startswith("You are not signed in")


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("{rye", "the message"),
        ('{"type": "look"}', "page"),
        ('{"type": "look", "page": "c-1", "wish": 1}', "wish"),
        (json.dumps({"type": "look", "page": "x" * 65}), "page"),
    ],
)
def test_bad_input_what_is_not_understood(site: Site, said: str, place: str) -> None:
    with line(site) as opened:
        opened.send(said)
        told = heard(opened, "refused")
        assert told["title"] == "not-understood"
        assert f"since {place}: " in told["detail"]
        opened.send(json.dumps({"type": "look", "page": "c-1", "component": None}))
        while heard(opened, "people")["people"][0]["page"] != "c-1":
            pass


def test_bad_input_what_is_no_text_is_refused_and_the_line_stays(site: Site) -> None:
    with line(site) as opened:
        for said in (b"\x00\xff", json.dumps({"type": "look", "page": "\u0000"})):
            opened.send(said)
            assert heard(opened, "refused")["title"] == "not-understood"
        opened.send(json.dumps({"type": "look", "page": "c-1", "component": None}))
        while heard(opened, "people")["people"][0]["page"] != "c-1":
            pass


def test_who_was_away_for_long_hears_all_of_it_in_order_and_in_messages_that_a_program_takes(
    site: Site,
) -> None:
    (text,) = (one["id"] for one in site.section()["children"] if one["type"] == "text")
    many = [{"kind": "set", "id": text, "properties": {"text": f"{one:04} " * 900}} for one in range(400)]
    known = site.page()["revision"]
    site.operate(*many).raise_for_status()
    with line(site, f"client=awake-1&since={known + 380}") as awake, line(site, "client=late-1") as late:
        heard_then: list[int] = []
        while not heard_then or heard_then[-1] < known + 400:
            heard_then += [one["revision"] for one in heard(late, "operations")["operations"]]
        (last, *_) = reversed(heard(awake, "operations")["operations"])
        site.operate(many[0]).raise_for_status()
        assert [heard(one, "operations")["revision"] for one in (awake, late)] == [known + 401] * 2
    assert heard_then == [*range(1, known + 401)]
    assert last["revision"] == known + 400


def test_bad_input_who_never_reads_is_let_go_of_and_waited_for_by_nobody(site: Site) -> None:
    (text,) = (one["id"] for one in site.section()["children"] if one["type"] == "text")
    many = [{"kind": "set", "id": text, "properties": {"text": f"{one:04} " * 300}} for one in range(400)]
    with unread(site, "asleep-1"), line(site, "client=awake-1") as awake:
        named(awake, lambda there: "asleep-1" in there)
        for _ in range(MORE_THAN_FITS):
            site.operate(*many).raise_for_status()
            assert heard(awake, "operations")["operations"]
        with line(site, "client=late-1") as late:
            named(late, lambda there: "asleep-1" not in there)


def test_who_uses_the_name_of_somebody_elses_machine_takes_nothing_from_them(site: Site, noah: Owner) -> None:
    with line(site, "client=desk-1"):
        with line(noah.start_site(), "client=desk-1") as stranger:
            stranger.send(json.dumps({"type": "look", "page": "c-of-noah"}))
            while heard(stranger, "people")["people"][0]["page"] != "c-of-noah":
                pass
        with line(site, "client=desk-2") as late:
            here = {one["client"]: one["page"] for one in heard(late, "welcome")["people"]}
    assert here == {"desk-1": None}
