"""Changes of a page that come late, twice, too long, too many or hostile: refused, none half stored."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from tests.webbuilder.marketers import Site, insert, new_id
from tests.webbuilder.refusals import pointers, problem
from webbuilder.components import registry
from webbuilder.components.placing import MOST_COMPONENTS
from webbuilder.conventions.bounded import MOST_BYTES

HOSTILE = "\"'><img src=x onerror=top.ran=1></script><script>top.ran=1</script><svg/onload=top.ran=1>"
ADDRESSES = [
    "javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>",
    "vbscript:x", "java\nscript:alert(1)",
]  # fmt: skip
NOT_EMBEDDED = [
    "https://videos.example/1", "http://player.vimeo.com/1", "//player.vimeo.com/1",
    "https://player.vimeo.com@x.example", "https://player.vimeo.com:444/1",
    "https://x.example/player.vimeo.com",
    "https://player.vimeo.com.x.example/", "https://me:you@player.vimeo.com/", "https://[player.vimeo.com/",
    "https://player.vimeo.com\\@x.example/", "javascript://player.vimeo.com/%0aalert(1)",
]  # fmt: skip


def gone(answer: httpx.Response, identifier: str, revision: int) -> None:
    sentence = f"The component {identifier} is not on this page any more. Look at the page as it is now."
    said = problem(answer, 409, "component-gone", sentence)
    assert (said["component"], said["revision"]) == (identifier, revision)


def test_bad_input_operations_out_of_order_or_twice(site: Site) -> None:
    heading = insert("heading", site.section()["id"])
    write = {"kind": "set", "id": heading["id"], "properties": {"text": "20% off"}}
    move = {"kind": "move", "id": heading["id"], "parent": site.section()["id"], "after": None}
    remove = {"kind": "remove", "id": heading["id"]}
    before = site.page()
    for early in (write, move, remove):
        gone(site.operate(early), heading["id"], before["revision"])
    gone(site.operate(write, heading), heading["id"], before["revision"])
    assert site.page() == before
    site.operate(heading).raise_for_status()
    twice = site.operate(heading)
    sentence = f"There is a component {heading['id']} on this page already."
    problem(twice, 409, "component-exists", sentence)
    site.operate(remove).raise_for_status()
    after = site.page()
    for late in (write, move, remove):
        gone(site.operate(late), heading["id"], after["revision"])
    assert site.page() == after
    assert after["page"] == before["page"]


@pytest.mark.parametrize("act", ["copies", "undo", "redo"])
def test_bad_input_nothing_to_do_it_with(site: Site, act: str) -> None:
    before = site.page()
    path = {"copies": "components/gone-long-ago/copies"}
    answer = site.owner.http.post(f"{site.path}/{path.get(act, act)}")
    assert answer.status_code == 409
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"].endswith((".", "!"))
    assert site.page() == before


def test_bad_input_ten_million_letters(site: Site) -> None:
    before = site.page()
    answer = site.operate(insert("text", site.section()["id"], text="x" * 10_000_000))
    sentence = (
        f"This is more than {MOST_BYTES // 1024 // 1024} MB at once. Send your changes in several parts."
    )
    problem(answer, 413, "too-long", sentence)
    almost = site.operate(insert("text", site.section()["id"], text="x" * (MOST_BYTES - 1000)))
    assert pointers(almost.json()) == ["/operations/0/properties/text"]
    assert site.page() == before


def test_bad_input_ten_thousand_components(site: Site) -> None:
    section = site.section()["id"]
    answers = [site.operate(*(insert("heading", section) for _ in range(1000))) for _ in range(10)]
    stored = [answer.status_code for answer in answers].count(200)
    sentence = f"A page holds {MOST_COMPONENTS} components at most. Remove some, or begin another page."
    problem(answers[-1], 422, "page-full", sentence)
    assert 1000 * stored <= MOST_COMPONENTS < 1000 * (stored + 2)
    assert (
        len(re.findall('"type":"heading"', site.owner.http.get(f"{site.path}/components").text))
        >= 1000 * stored
    )
    assert site.publish().status_code == 201


@pytest.mark.parametrize(("kind", "many"), [("none", 0), ("one", 1), ("five", 5)])
def test_bad_input_too_few_or_too_many_columns(site: Site, kind: str, many: int) -> None:
    before, columns = site.page(), insert("columns", site.section()["id"])
    answer = site.operate(columns, *(insert("column", columns["id"]) for _ in range(many)))
    sentence = (
        f"There can be 2 to 4 side by side in columns, and there would be {many}. Add or remove accordingly."
    )
    problem(answer, 422, "misshapen", sentence)
    assert site.page() == before, kind


@pytest.mark.parametrize("address", ADDRESSES)
def test_bad_input_address_that_runs_something(site: Site, address: str) -> None:
    before, section = site.page(), site.section()["id"]
    navigation = insert("navigation", before["page"]["id"])
    for wish in (
        [insert("call_to_action", section, address=address)],
        [insert("image", section, address=address)],
        [navigation, insert("link", navigation["id"], address=address)],
    ):
        assert pointers(site.operate(*wish).json()) == [f"/operations/{len(wish) - 1}/properties/address"]
    assert site.page() == before


@pytest.mark.parametrize("address", NOT_EMBEDDED)
def test_bad_input_embed_from_elsewhere(site: Site, address: str) -> None:
    before = site.page()
    answer = site.operate(insert("embed", site.section()["id"], address=address))
    assert pointers(answer.json()) == ["/operations/0/properties/address"]
    assert "cannot be embedded" in answer.json()["detail"]
    assert site.page() == before


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"kind": "choice"}, "options"),
        ({"kind": "choice", "options": ["Rye", "Rye"]}, "options"),
        ({"kind": "choice", "options": [" Rye"]}, "options/0"),
        ({"kind": "text", "options": ["Rye"]}, "options"),
        ({"kind": "oath"}, "kind"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_bad_input_field_that_cannot_be_asked(site: Site, more: dict[str, Any], place: str) -> None:
    form, before = site.add_form(), site.page()
    answer = site.operate(insert("field", form, name="bread", label="Bread", **more))
    assert f"/operations/0/properties/{place}" in pointers(answer.json())
    assert site.page() == before


def _words_of(kind: registry.ComponentType) -> dict[str, str]:
    """Return hostile words for every property of a type that takes any."""
    rules = kind.properties.model_json_schema().get("properties", {})
    return {
        name: HOSTILE for name, rule in rules.items()
        if rule.get("type") == "string" and not {"pattern", "enum"} & set(rule)
    }  # fmt: skip


def test_bad_input_hostile_words_in_every_property(site: Site) -> None:
    """Nothing that is written anywhere becomes an element or an attribute, live or in the builder."""
    page, operations, asked = site.page()["page"]["id"], [], 0
    parents = {"page": page}
    for name in ("section", "columns", "column", "form", "navigation", "footer", "faq"):
        parent = next(
            parents[one] for one, kind in registry.TYPES.items() if name in kind.holds and one in parents
        )
        operations.append(insert(name, parent, **_words_of(registry.TYPES[name])))
        parents[name] = operations[-1]["id"]
    operations.append(insert("column", parents["columns"]))
    for name, kind in registry.TYPES.items():
        if name in parents:
            continue
        parent = next(
            parents[one] for one, other in registry.TYPES.items() if name in other.holds and one in parents
        )
        more: dict[str, Any] = {"name": "field"} if name == "field" else {}
        address = {"image": f"/{HOSTILE}", "embed": f"https://player.vimeo.com/{HOSTILE}"}.get(
            name, f"#{HOSTILE}"
        )
        if "address" in kind.properties.model_fields:
            more["address"] = address
        if name == "field":
            more |= {"kind": "choice", "options": [HOSTILE]}
        operations.append(insert(name, parent, **_words_of(kind), **more))
    site.operate(*operations).raise_for_status()
    site.operate({"kind": "set", "id": page, "properties": {"title": HOSTILE}}).raise_for_status()
    site.publish().raise_for_status()
    builder = site.owner.http.get(f"/sites/{site.id}/builder").text
    for markup in (site.visit().html, builder):
        asked += markup.count("onerror=top.ran=1")
        assert not re.search(r"<(img src=x|svg/onload|script>top)", markup)
        assert not re.search(r"<[a-z]+[^<>]*\son(error|load)\s*=", re.sub(r'"[^"]*"', '""', markup))
    assert asked > 20


def test_bad_input_ids_that_are_no_ids(site: Site) -> None:
    before = site.page()
    for odd in ("", "x", "A-component", "c 1", "c<script>", "c" * 65, "1abc", "../../x"):
        wish = {**insert("text", site.section()["id"]), "id": odd}
        assert pointers(site.operate(wish).json()) == ["/operations/0/id"], odd
    wish = {**insert("text", site.section()["id"]), "parent": new_id()}
    assert site.operate(wish).status_code == 409
    assert site.page() == before
