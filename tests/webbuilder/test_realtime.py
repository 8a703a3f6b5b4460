"""The line to a site, asked for as nobody should, and heard from any revision on."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.webbuilder.marketers import Owner, Site

WITHIN = 10.0  # s


def line(
    site: Site, query: str = "client=desk-1", **headers: str
) -> AbstractContextManager[ClientConnection]:
    app = str(site.owner.http.base_url).rstrip("/").replace("http", "ws", 1)
    cookies = "; ".join(f"{one.name}={one.value}" for one in site.owner.http.cookies.jar)
    sent = {"Cookie": cookies, **headers}
    return connect(f"{app}{site.path}/live?{query}", additional_headers=sent, proxy=None)


def heard(opened: ClientConnection, kind: str) -> dict[str, Any]:
    while True:
        said: dict[str, Any] = json.loads(opened.recv(WITHIN))
        if said["type"] == kind:
            return said


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


def test_who_uses_the_name_of_somebody_elses_machine_takes_nothing_from_them(site: Site, noah: Owner) -> None:
    with line(site, "client=desk-1"):
        with line(noah.start_site(), "client=desk-1") as stranger:
            stranger.send(json.dumps({"type": "look", "page": "c-of-noah"}))
            while heard(stranger, "people")["people"][0]["page"] != "c-of-noah":
                pass
        with line(site, "client=desk-2") as late:
            here = {one["client"]: one["page"] for one in heard(late, "welcome")["people"]}
    assert here == {"desk-1": None}
