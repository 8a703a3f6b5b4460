"""What owners and programs may not do: refused in a sentence, and nothing of it is stored."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from tests.webbuilder.marketers import PASSWORD, Owner, Site, http, insert, open_workspace
from tests.webbuilder.platforms import Platform
from tests.webbuilder.refusals import on_a_screen, pointers, problem
from webbuilder.accounts.tables import SignIn
from webbuilder.database import Database

NOT_TOGETHER = "This address and password do not belong together. Check both and try again."
NOT_SIGNED_IN = "You are not signed in, or it was too long ago. Sign in and try again."
FOREIGN = "This change was asked for by a page of another site. Make it in the builder itself."
NO_SITE = "This site does not exist here. Check the address, or go back to your sites."
ELSEWHERE = ["http://evil.example", "null", "http://127.0.0.1:1"]


@pytest.fixture
def stranger(platform: Platform) -> httpx.Client:
    """Somebody who is not signed in."""
    return http(platform.line["app"])


def sign_ins(store: Database) -> int:
    with store.transaction() as session:
        return session.scalar(select(func.count()).select_from(SignIn)) or 0


@pytest.mark.parametrize("known", [True, False])
def test_bad_input_wrong_password(stranger: httpx.Client, maya: Owner, store: Database, known: bool) -> None:
    before = sign_ins(store)
    wrong = {"email": maya.email if known else "nobody@example.org", "password": "not sourdough"}
    answer = stranger.post("/api/sessions", json=wrong)
    problem(answer, 401, "not-signed-in", NOT_TOGETHER)
    page = stranger.post("/sign-in", data=wrong)
    on_a_screen(page, 401, NOT_TOGETHER)
    assert f'value="{wrong["email"]}"' in page.text
    assert not {"set-cookie"} & {*answer.headers, *page.headers}
    assert "not sourdough" not in page.text
    assert sign_ins(store) == before


def test_bad_input_expired_session(platform: Platform) -> None:
    owner = open_workspace(platform, "Olga")
    site = owner.start_site()
    revision = site.page()["revision"]
    key = {"Authorization": f"Bearer {platform.state['operator_key']}"}
    owner.http.post(f"/control/people/{owner.email}/expiry", headers=key).raise_for_status()
    problem(owner.http.get("/api/me"), 401, "not-signed-in", NOT_SIGNED_IN)
    problem(site.operate(insert("section", "any-page")), 401, "not-signed-in", NOT_SIGNED_IN)
    problem(site.publish(), 401, "not-signed-in", NOT_SIGNED_IN)
    page = owner.http.get("/sites")
    assert (page.status_code, page.headers["location"]) == (303, "/sign-in?again=yes")
    on_a_screen(owner.http.get(page.headers["location"]), 200, NOT_SIGNED_IN)
    piece = owner.http.post(f"/sites/{site.id}/publish", headers={"HX-Request": "true"})
    assert (piece.status_code, piece.headers["hx-redirect"], piece.text) == (401, "/sign-in", NOT_SIGNED_IN)
    owner.http.cookies.clear()
    owner.http.post("/api/sessions", json={"email": owner.email, "password": PASSWORD}).raise_for_status()
    assert site.page()["revision"] == revision
    assert owner.http.get(site.path).json()["live_release"] is None


@pytest.mark.parametrize("screen", [False, True])
def test_bad_input_forged_session(platform: Platform, maya: Owner, screen: bool) -> None:
    with http(platform.line["app"], maya.token[:-1] + "~") as forger:
        if screen:
            assert forger.get("/contacts").headers["location"] == "/sign-in?again=yes"
        else:
            problem(forger.get("/api/contacts"), 401, "not-signed-in", NOT_SIGNED_IN)


BRIEF = {"business": "Noah’s", "audience": "", "goal": "", "tone": "plain"}
ASKED: list[tuple[str, str, dict[str, Any] | None]] = [
    ("GET", "", None),
    ("GET", "/components", None),
    ("GET", "/operations", None),
    ("GET", "/warnings", None),
    ("GET", "/workflows", None),
    ("GET", "/submissions", None),
    ("GET", "/components/{form}/connection", None),
    ("PUT", "/components/{form}/connection", {"workflow": "any"}),
    ("POST", "/operations", {"operations": [{"kind": "remove", "id": "{form}"}]}),
    ("POST", "/releases", {"despite_warnings": True}),
    ("POST", "/suggestions", {"component": "{form}", "brief": BRIEF}),
]


def test_bad_input_another_workspaces_site(maya: Owner, noah: Owner, site: Site) -> None:
    form = site.add_form()
    before = site.page()
    for method, path, body in ASKED:
        filled = {"operations": [{"kind": "remove", "id": form}]} if body and "operations" in body else body
        answer = noah.http.request(method, site.path + path.format(form=form), json=filled)
        problem(answer, 404, "not-found", NO_SITE)
    for screen in ("builder", "submissions", f"forms/{form}/connection"):
        on_a_screen(noah.http.get(f"/sites/{site.id}/{screen}"), 404, NO_SITE)
    on_a_screen(noah.http.post(f"/sites/{site.id}/publish"), 404, NO_SITE)
    assert site.page() == before
    assert maya.http.get(site.path).json()["live_release"] is None
    assert maya.http.get(f"{site.path}/components/{form}/connection").json()["state"] == "not connected"
    assert site.id not in noah.http.get("/api/sites").text


def test_bad_input_another_workspaces_workflow_contact_and_suggestion(
    maya: Owner, noah: Owner, live: tuple[Site, str]
) -> None:
    site, form = live
    site.sign_up(form, "Priya", "priya@example.org")
    (run,) = site.ended_runs()
    his, theirs = noah.start_site(), f"/components/{form}/connection"
    form_of_his = his.add_form()
    for path in (f"/api/contacts/{run['contact']}", f"/api/workflows/{site.workflow()}/runs"):
        assert maya.http.get(path).status_code == 200
        assert noah.http.get(path).status_code == 404
    joining = his.path + theirs.replace(form, form_of_his)
    seen = {"If-Match": noah.http.get(joining).headers["ETag"]}
    assert noah.http.put(joining, json={"workflow": site.workflow()}, headers=seen).status_code == 404
    assert noah.http.get(joining).json()["state"] == "not connected"
    wish = {"component": site.section()["id"], "brief": BRIEF}
    suggestion = maya.http.post(f"{site.path}/suggestions", json=wish).raise_for_status().json()["id"]
    for decision in ("acceptance", "refusal"):
        assert noah.http.post(f"/api/suggestions/{suggestion}/{decision}").status_code == 404
    assert maya.http.get(f"/api/suggestions/{suggestion}").json()["state"] == "open"
    assert run["contact"] not in {contact["id"] for contact in noah.contacts()}


@pytest.mark.parametrize("origin", ELSEWHERE)
def test_bad_input_page_of_another_origin(
    stranger: httpx.Client, maya: Owner, site: Site, store: Database, origin: str
) -> None:
    before, held, there = site.page(), sign_ins(store), {"Origin": origin}
    operation = {"operations": [insert("section", before["page"]["id"])]}
    hers = {"email": maya.email, "password": PASSWORD}
    problem(
        maya.http.post(f"{site.path}/operations", json=operation, headers=there), 403, "foreign-page", FOREIGN
    )
    problem(stranger.post("/api/sessions", json=hers, headers=there), 403, "foreign-page", FOREIGN)
    on_a_screen(stranger.post("/sign-in", data=hers, headers=there), 403, FOREIGN)
    on_a_screen(
        maya.http.post("/sites", data={"name": "X", "template": "course"}, headers=there), 403, FOREIGN
    )
    on_a_screen(maya.http.post("/sign-out", headers=there), 403, FOREIGN)
    assert (site.page(), sign_ins(store)) == (before, held)
    own = {"Origin": str(maya.http.base_url).rstrip("/")}
    assert maya.http.post(f"{site.path}/operations", json=operation, headers=own).status_code == 200


def test_bad_input_unknown_component_type(site: Site) -> None:
    before = site.page()
    section = site.section()["id"]
    fine, odd = insert("text", section), insert("carousel", section)
    known = (
        "call_to_action, column, columns, embed, faq, field, footer, form, heading, image, link, navigation, "
        "page, question, section, testimonial, text"
    )
    sentence = f"There is no component type 'carousel'. Known are: {known}."
    said = problem(site.operate(fine, odd), 422, "unknown-type", sentence)
    assert pointers(said) == ["/operations/1/type"]
    assert site.page() == before


@pytest.mark.parametrize(
    ("kind", "properties", "place"),
    [
        ("heading", {"colour": "red"}, "colour"),
        ("heading", {"a/b~c": 1}, "a~1b~0c"),
        ("heading", {"level": 9}, "level"),
        ("heading", {"text": "x" * 301}, "text"),
        ("heading", {"text": None}, "text"),
        ("call_to_action", {"address": "javascript:alert(1)"}, "address"),
        ("image", {"address": " data:text/html,x"}, "address"),
    ],
)
def test_bad_input_component_property(site: Site, kind: str, properties: dict[str, Any], place: str) -> None:
    before = site.page()
    answer = site.operate(insert(kind, site.section()["id"], **properties))
    said = problem(answer, 422, "not-valid", answer.json()["detail"])
    called = "an image" if kind == "image" else f"a {kind.replace('_', ' ')}"
    assert said["detail"].startswith(f"These properties do not fit {called}: ")
    assert pointers(said) == [f"/operations/0/properties/{place}"]
    assert site.page() == before


@pytest.mark.parametrize("lost", ["id", "parent", "after"])
def test_bad_input_component_that_is_gone(site: Site, lost: str) -> None:
    section = site.section()
    gone, kept = section["children"][0]["id"], section["children"][1]["id"]
    site.operate({"kind": "remove", "id": gone}).raise_for_status()
    before = site.page()
    operation = {"kind": "move", "id": kept, "parent": section["id"], lost: gone}
    sentence = f"The component {gone} is not on this page any more. Look at the page as it is now."
    said = problem(site.operate(operation), 409, "component-gone", sentence)
    assert (said["component"], said["revision"]) == (gone, before["revision"])
    assert site.page() == before


def test_bad_input_component_in_the_wrong_place(site: Site) -> None:
    form, section = site.add_form(), site.section()["id"]
    before = site.page()
    into_itself = site.operate({"kind": "move", "id": section, "parent": section})
    sentence = "A component cannot be moved into itself. Choose another place."
    problem(into_itself, 422, "own-descendant", sentence)
    below = site.operate({"kind": "move", "id": section, "parent": form})
    problem(below, 422, "own-descendant", sentence)
    behind = site.operate({"kind": "move", "id": form, "parent": section, "after": form})
    sentence = "A component cannot be put behind itself. Choose another place."
    problem(behind, 422, "own-neighbour", sentence)
    sentence = "A form cannot stand in a form. Choose another place."
    said = problem(site.operate(insert("form", form)), 422, "does-not-belong", sentence)
    assert pointers(said) == ["/operations/0/parent"]
    sentence = "The home page stays where visitors begin, and cannot be removed; change what is on it."
    said = problem(site.operate({"kind": "remove", "id": before["page"]["id"]}), 422, "home-stays", sentence)
    assert pointers(said) == ["/operations/0/id"]
    on_its_own = site.operate({**insert("text", section), "parent": None})
    problem(
        on_its_own, 422, "does-not-belong", "A text cannot stand outside of a page. Choose another place."
    )
    twice = site.operate({**insert("text", section), "id": form})
    problem(twice, 409, "component-exists", f"There is a component {form} on this page already.")
    assert site.page() == before
