"""Visitors get what was published last, whole, unchanged, and nothing else."""

from __future__ import annotations

import re
import threading
from typing import Any

import pytest
from sqlalchemy import select

from tests.webbuilder.marketers import Owner, Site, http, insert
from tests.webbuilder.platforms import Platform
from tests.webbuilder.refusals import on_a_screen, problem
from webbuilder import security
from webbuilder.database import Database
from webbuilder.publishing import pages
from webbuilder.publishing.dressing import DEVICES, names
from webbuilder.publishing.pages import STYLE
from webbuilder.publishing.tables import Release
from webbuilder.sites.tables import Site as StoredSite


def add_heading(site: Site, words: str) -> str:
    """Put a heading on the draft and return its id."""
    operation = insert("heading", site.section()["id"], text=words)
    site.operate(operation).raise_for_status()
    return str(operation["id"])


def releases(store: Database, site: Site) -> list[Release]:
    with store.transaction() as session:
        found = select(Release).where(Release.site_id == site.id).order_by(Release.number)
        return list(session.scalars(found))


def test_a_draft_is_seen_once_it_is_published_and_not_before(site: Site) -> None:
    assert site.owner.visitor.get("/", headers=site.host).status_code == 404
    heading = add_heading(site, "20% off")
    site.publish().raise_for_status()
    assert "20% off" in site.visit().html
    site.operate({"kind": "set", "id": heading, "properties": {"text": "30% off"}}).raise_for_status()
    add_heading(site, "Only a draft")
    assert "20% off" in site.visit().html
    assert "30% off" not in site.visit().html
    assert "Only a draft" not in site.visit().html
    assert site.publish().json()["number"] == 2
    assert "30% off" in site.visit().html
    assert "Only a draft" in site.visit().html
    assert "20% off" not in site.visit().html


def test_a_release_never_changes(site: Site, store: Database) -> None:
    site.add_form()
    site.publish().raise_for_status()
    (first,) = releases(store, site)
    add_heading(site, "Something else")
    site.publish().raise_for_status()
    kept, second = releases(store, site)
    assert (kept.pages, kept.forms, kept.revision) == (first.pages, first.forms, first.revision)
    assert (second.number, second.revision) == (2, site.page()["revision"])
    assert "Something else" in second.pages[""]


def test_every_serving_has_a_token_of_its_own_signed_for_its_form(
    live: tuple[Site, str], store: Database
) -> None:
    site, form = live
    tokens = {site.visit().tokens[form] for _ in range(5)}
    assert len(tokens) == 5
    with store.transaction() as session:
        key = session.get_one(StoredSite, site.id).form_key
    for token in tokens:
        assert security.trace_of_view(key, form, token) == token.partition(".")[0]
        assert re.fullmatch(r"[0-9a-f]{32}\.[0-9a-f]{32}", token)
    assert key not in site.visit().html


def test_a_stored_release_holds_no_token(live: tuple[Site, str], store: Database) -> None:
    site, form = live
    (release,) = releases(store, site)
    assert f'value="@@view:{form}@@"' in release.pages[""]
    assert "@@view:" not in site.visit().html
    assert pages.served("<a>@@view:c_1@@</a>@@view:c_2@@", str.upper) == "<a>C_1</a>C_2"


def test_a_live_page_is_not_kept_by_anybody_and_runs_nothing(live: tuple[Site, str]) -> None:
    site, form = live
    for path in ("/", f"/thanks/{form}", "/nowhere"):
        answer = site.owner.visitor.get(path, headers=site.host)
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        policy = answer.headers["content-security-policy"].split("; ")
        assert {"default-src 'none'", "form-action 'self'", "base-uri 'none'"} <= set(policy)
        assert not [rule for rule in policy if rule.startswith("script-src")]
        assert "<script" not in answer.text
        assert "set-cookie" not in answer.headers
    assert site.send(form, {"email": "priya@example.org"}).headers["cache-control"] == "no-store"


def test_a_live_site_offers_nothing_of_the_builder(live: tuple[Site, str]) -> None:
    site, _ = live
    for path in ("/api/sites", "/sign-in", "/control", "/docs", "/openapi.json", "/static/app.css"):
        assert site.owner.visitor.get(path, headers=site.host).status_code == 404


def test_a_form_stays_as_released_whatever_becomes_of_the_draft(live: tuple[Site, str]) -> None:
    site, form = live
    found = next(one for one in site.section()["children"] if one["id"] == form)
    address = next(one["id"] for one in found["children"] if one["properties"]["kind"] == "email")
    renamed = {"kind": "set", "id": address, "properties": {"name": "letters_to"}}
    thanks = {"kind": "set", "id": form, "properties": {"thanks": "Not yet published"}}
    site.operate(renamed, thanks).raise_for_status()
    site.connect(form).raise_for_status()
    site.sign_up(form, "Priya", "renamed@example.org")
    site.operate({"kind": "remove", "id": form}).raise_for_status()
    site.sign_up(form, "Ravi", "removed@example.org")
    shown = site.owner.visitor.get(f"/thanks/{form}", headers=site.host).text
    assert "Thank you! We have your details." in shown
    assert [run["state"] for run in site.ended_runs(2)] == ["succeeded", "succeeded"]
    for address in ("renamed@example.org", "removed@example.org"):
        assert len(site.owner.contacts(address)) == 1
    site.publish().raise_for_status()
    assert site.send(form, {"email": "late@example.org"}).status_code == 404


def test_a_form_that_is_not_connected_warns_first(site: Site) -> None:
    form = site.add_form(label="Spring list")
    words = (
        "The form “Spring list” is not connected to a workflow: "
        "what visitors send is kept, but nothing follows."
    )
    answer = site.owner.http.post(f"{site.path}/releases", json={})
    said = problem(answer, 409, "look-first", words)
    assert [(one["kind"], one["component"]) for one in said["warnings"]] == [("form-not-connected", form)]
    page = site.owner.http.post(f"/sites/{site.id}/publish")
    on_a_screen(page, 200, words)
    assert site.owner.visitor.get("/", headers=site.host).status_code == 404
    site.connect(form).raise_for_status()
    assert site.owner.http.get(f"{site.path}/warnings").json() == {"items": []}
    assert site.owner.http.post(f"{site.path}/releases", json={}).status_code == 201


@pytest.mark.parametrize(
    ("path", "wish"),
    [
        ("/api/sites/{site}/releases", {"json": {"despite_warnings": True}}),
        ("/sites/{site}/publish", {"data": {"despite_warnings": "yes"}}),
    ],
)
def test_publishes_at_once_are_releases_in_a_row(
    platform: Platform, maya: Owner, store: Database, path: str, wish: dict[str, Any]
) -> None:
    site, start = maya.start_site(), threading.Barrier(4)
    statuses: list[int] = []

    def publish() -> None:
        with http(platform.line["app"], maya.token) as client:
            start.wait()
            statuses.extend(client.post(path.format(site=site.id), **wish).status_code for _ in range(2))

    threads = [threading.Thread(target=publish) for _ in range(start.parties)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(statuses) <= {200, 201}
    assert [release.number for release in releases(store, site)] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert maya.http.get(site.path).json()["live_release"] == 8


@pytest.mark.parametrize("what", ["align", "size"])
@pytest.mark.parametrize(
    ("device", "on"), [("desktop", ""), ("tablet", "_on_tablet"), ("phone", "_on_phone")]
)
def test_what_is_set_for_a_device_has_a_name_of_its_own(what: str, device: str, on: str) -> None:
    assert names({f"{what}{on}": "small"}) == [f"{device}-{what}-small"]
    assert names({f"hidden_on_{device}": True}) == [f"{device}-hidden"]


def test_each_name_is_one_that_the_style_sheet_knows() -> None:
    style = STYLE.read_text("utf-8")
    for device in DEVICES:
        for what, values in (("align", ("left", "center", "right")), ("size", ("small", "normal", "large"))):
            assert all(f".{device}-{what}-{value} " in style for value in values)
        assert f".{device}-hidden " in style


def test_a_form_that_is_connected_again_fills_contacts_from_its_fields_of_now(site: Site) -> None:
    form = site.add_form()
    site.connect(form).raise_for_status()
    email = next(one for one in site.section()["children"] if one["id"] == form)["children"]
    (field,) = (one["id"] for one in email if one["properties"]["name"] == "email")
    renamed = {"kind": "set", "id": field, "properties": {"name": "mail_me"}}
    site.operate(renamed).raise_for_status()
    assert site.connect(form).raise_for_status().json()["mapping"] == {"email": "mail_me", "name": "name"}
