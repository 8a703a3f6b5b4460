"""Requests that fit no schema, or hold what cannot be stored: each place is named, and nothing changes."""

from __future__ import annotations

import html
import json
from typing import Any

import httpx
import pytest

from tests.webbuilder.marketers import Owner, Site, insert
from tests.webbuilder.refusals import on_a_screen, pointers, problem

GONE = {"kind": "remove", "id": "some"}
UNSTORABLE = "Part of this request cannot be stored as text or number. Correct it and send it again."


def does_not_fit(answer: httpx.Response, place: str) -> None:
    where = place or "the whole of it"
    sentence = f"Part of this request does not fit: {where}. Correct it and send it again."
    assert pointers(problem(answer, 422, "not-valid", sentence)) == [place]


@pytest.mark.parametrize(
    ("wish", "body", "place"),
    [
        ("POST /api/sessions", {"email": "a@b.co", "password": "x", "remember": True}, "/remember"),
        ("POST /api/sites", {"name": "Bread", "template": "course", "slug": "mine"}, "/slug"),
        ("POST {site}/releases", {"despite_warning": True}, "/despite_warning"),
        ("PUT {site}/components/any/connection", {"workflow": "w", "maps": {}}, "/maps"),
        ("PUT {site}/components/any/connection", {"workflow": "w", "mapping": {}}, "/mapping/email"),
        ("POST {site}/operations", {"operations": [GONE], "on": 1}, "/on"),
        ("POST {site}/operations", {"operations": [GONE | {"a/b": 1}]}, "/operations/0/a~1b"),
        ("POST {site}/operations", {"operations": [{"kind": "explode", "id": "some"}]}, "/operations/0"),
        ("POST {site}/operations", {"operations": []}, "/operations"),
        ("POST {site}/operations", {"operations": [{"kind": "remove", "id": "No!"}]}, "/operations/0/id"),
    ],
)  # fmt: skip
def test_bad_input_unknown_or_unfit_field(
    maya: Owner, site: Site, wish: str, body: dict[str, Any], place: str
) -> None:
    method, path = wish.format(site=site.path).split()
    before, sites = site.page(), maya.http.get("/api/sites").json()
    does_not_fit(maya.http.request(method, path, json=body), place)
    assert (site.page(), maya.http.get("/api/sites").json()) == (before, sites)
    assert maya.http.get(site.path).json()["live_release"] is None


def test_bad_input_not_json(maya: Owner) -> None:
    as_json = {"Content-Type": "application/json"}
    does_not_fit(maya.http.post("/api/sites", content=b'{"name": ', headers=as_json), "")


def test_bad_input_nul_in_a_text(maya: Owner, site: Site) -> None:
    before, sites = site.page(), maya.http.get("/api/sites").json()
    answers = [
        site.operate(insert("heading", site.section()["id"], text="20%\x00 off")),
        maya.http.post("/api/sites", json={"name": "Bread\x00", "template": "course"}),
        maya.http.get("/api/contacts", params={"search": "\x00"}),
        maya.http.get("/api/sites/%00"),
        maya.http.post("/api/sessions", json={"email": "\x00", "password": "x"}),
    ]
    for answer in answers:
        problem(answer, 422, "not-storable", UNSTORABLE)
    on_a_screen(maya.http.get("/contacts", params={"search": "\x00"}), 422, UNSTORABLE)
    assert (site.page(), maya.http.get("/api/sites").json()) == (before, sites)


def test_bad_input_half_a_character(maya: Owner, site: Site) -> None:
    before = site.page()
    change = insert("text", site.section()["id"], text="\ud83e")
    sent = json.dumps({"operations": [change]})
    answer = maya.http.post(
        f"{site.path}/operations", content=sent, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 422
    assert pointers(answer.json()) == ["/operations/0/properties/text"]
    assert site.page() == before


def test_bad_input_number_beyond_all_numbers(maya: Owner, site: Site) -> None:
    does_not_fit(maya.http.get(f"{site.path}/operations", params={"since": 10**30}), "/since")
    does_not_fit(maya.http.get(f"{site.path}/operations", params={"since": -1}), "/since")


def test_bad_input_body_that_is_no_text(maya: Owner) -> None:
    answer = maya.http.post(
        "/api/sites", content=b'{"name": "\xe9"}', headers={"Content-Type": "application/json"}
    )
    sentence = "This request cannot be read. Send it as UTF-8, in the media type that it says."
    assert pointers(problem(answer, 422, "not-valid", sentence)) == [""]


@pytest.mark.parametrize("no_boolean", [0, "no", 1.0])
def test_bad_input_what_is_neither_yes_nor_no(site: Site, maya: Owner, no_boolean: object) -> None:
    does_not_fit(
        maya.http.post(f"{site.path}/releases", json={"despite_warnings": no_boolean}), "/despite_warnings"
    )


@pytest.mark.parametrize("name", ["", "   ", "x" * 121])
def test_bad_input_name_of_a_site(maya: Owner, name: str) -> None:
    sites = maya.http.get("/api/sites").json()
    answer = maya.http.post("/api/sites", json={"name": name, "template": "course"})
    assert pointers(problem(answer, 422, "not-valid", answer.json()["detail"])) == ["/name"]
    sentence = "A site needs a name of 120 characters at most. Give it one."
    on_a_screen(maya.http.post("/sites", data={"name": name, "template": "course"}), 422, sentence)
    assert maya.http.get("/api/sites").json() == sites


def test_bad_input_unknown_template(maya: Owner) -> None:
    sites = maya.http.get("/api/sites").json()
    sentence = "This template does not exist here. Check the address, or go back to your sites."
    problem(
        maya.http.post("/api/sites", json={"name": "X", "template": "castle"}), 404, "not-found", sentence
    )
    on_a_screen(maya.http.post("/sites", data={"name": "X", "template": "castle"}), 404, sentence)
    assert maya.http.get("/api/sites").json() == sites


@pytest.mark.parametrize("fields", [{}, {"kind": "text"}, {"kind": "email", "required": False}])
def test_bad_input_workflow_for_a_form_without_an_address(
    maya: Owner, site: Site, fields: dict[str, Any]
) -> None:
    form = insert("form", site.section()["id"])
    field = [insert("field", form["id"], name="email", label="E-mail", **fields)] if fields else []
    site.operate(form, *field).raise_for_status()
    sentence = "This form does not insist on an e-mail address. Add a required field for it, then connect."
    problem(site.connect(form["id"]), 422, "no-address", sentence)
    state = maya.http.get(f"{site.path}/components/{form['id']}/connection").json()["state"]
    assert state == "not connected"


def test_bad_input_a_form_that_was_joined_since_one_looked(maya: Owner, site: Site) -> None:
    form = site.add_form()
    api, screen = f"{site.path}/components/{form}/connection", f"/sites/{site.id}/forms/{form}/connection"
    wish, seen = {"workflow": site.workflow()}, maya.http.get(api).headers["ETag"]
    assert f'name="seen" value="{html.escape(seen)}"' in maya.http.get(screen).text.replace("&#34;", "&quot;")
    site.connect(form).raise_for_status()
    sentence = "This has changed since you read it. Read it again, and decide anew."
    answer = maya.http.put(api, json=wish, headers={"If-Match": seen})
    assert problem(answer, 412, "version-is-old", sentence)["current"]["state"] == "connected"
    on_a_screen(maya.http.post(screen, data={**wish, "seen": seen}), 412, sentence)
    sentence = "Say which version you have seen: send the ETag of what you read as If-Match."
    problem(maya.http.put(api, json=wish), 428, "version-missing", sentence)


def test_bad_input_field_by_which_nobody_could_tell_what_was_sent(site: Site) -> None:
    form = site.add_form()
    before = site.page()
    sentence = "The form has a field named “email” already. Give this one another name."
    twice = site.operate(insert("field", form, name="email", label="Again"))
    assert pointers(problem(twice, 422, "name-taken", sentence)) == ["/operations/0/properties/name"]
    ours = site.operate(insert("field", form, name="view_token", label="Token"))
    assert pointers(ours.json()) == ["/operations/0/properties/name"]
    assert "is taken by every form; choose another name" in ours.json()["detail"]
    assert site.page() == before
