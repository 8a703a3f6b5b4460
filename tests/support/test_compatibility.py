"""What would break partners is told in words, each kind of it; what is added breaks nobody."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from support.compatibility import breaks, is_new_major

SITES = "/api/sites"
_SCHEMAS = "#/components/schemas"
OLD: dict[str, Any] = {
    "info": {"version": "1.4.0"},
    "paths": {
        SITES: {
            "get": {
                "parameters": [
                    {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 200}},
                    {"name": "sort", "in": "query", "schema": {"anyOf": [{"enum": ["a", "b"]}, {}]}},
                ],
                "responses": {
                    "200": {
                        "content": {
                            "application/json": {
                                "schema": {"type": "array", "items": {"$ref": f"{_SCHEMAS}/SiteView"}}
                            }
                        }
                    }
                },
            },
            "post": {
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": f"{_SCHEMAS}/NewSite"}}}
                },
                "responses": {"201": {}, "409": {}},
            },
        }
    },
    "components": {
        "schemas": {
            "SiteView": {
                "type": "object",
                "required": ["id"],
                "properties": {
                    "id": {"type": "string"},
                    "revision": {"type": "integer"},
                    "above": {"$ref": f"{_SCHEMAS}/SiteView"},
                },
            },
            "NewSite": {
                "type": "object",
                "required": ["name"],
                "additionalProperties": False,
                "properties": {
                    "name": {"type": "string"},
                    "kind": {"enum": ["shop", "course"]},
                    "first": {"oneOf": [{"$ref": f"{_SCHEMAS}/A"}, {"$ref": f"{_SCHEMAS}/B"}]},
                },
            },
            "A": {"type": "object"},
            "B": {"type": "object"},
        }
    },
}  # fmt: skip
VIEW, NEW = "components/schemas/SiteView", "components/schemas/NewSite"
GET, POST = "paths/~1api~1sites/get", "paths/~1api~1sites/post"
GONE = object()
TEXT = {"application/json": {"schema": {"type": "array", "items": {"type": "string"}}}}


def changed(pointer: str, value: object) -> dict[str, Any]:
    """Return the contract with another value at a place, or without it."""
    document = copy.deepcopy(OLD)
    *steps, last = (step.replace("~1", "/") for step in pointer.split("/"))
    place: Any = document
    for step in steps:
        place = place[int(step)] if isinstance(place, list) else place[step]
    if value is GONE:
        del place[int(last) if isinstance(place, list) else last]
    else:
        place[last] = value
    return document


@pytest.mark.parametrize(
    ("where", "value", "told"),
    [
        (POST, GONE, "POST /api/sites is gone."),
        (f"{GET}/parameters/0", GONE, "GET /api/sites takes the query parameter limit no more."),
        (
            f"{GET}/parameters/0/required",
            True,
            "asks for the query parameter limit, which could be left out.",
        ),
        (f"{GET}/parameters/0/schema/maximum", 50, "limit: maximum is 50 now, and was 200."),
        (f"{GET}/parameters/0/schema/minimum", 5, "limit: minimum is 5 now, and was not limited."),
        (f"{GET}/parameters/0/schema/type", "string", "limit: integer can be sent no more."),
        (f"{GET}/parameters/1/schema/anyOf/0/enum", ["a"], "sort: b can be sent no more."),
        (f"{POST}/responses/409", GONE, "POST /api/sites answers 409 no more."),
        (f"{GET}/responses/200/content", {}, "answer 200: application/json is answered no more."),
        (f"{GET}/responses/200/content", TEXT, "answer 200/*: was object, and is string now."),
        (f"{VIEW}/properties/revision", GONE, "answer 200/*: /revision is gone."),
        (f"{VIEW}/properties/revision/type", "string", "/*/revision: was integer, and is string now."),
        (f"{VIEW}/required", [], "answer 200/*: /id may be missing now."),
        (f"{POST}/requestBody/required", True, "asks for a body, which could be left out."),
        (f"{POST}/requestBody/content", {}, "takes a body in application/json no more."),
        (f"{NEW}/required", ["name", "kind"], "POST /api/sites, body: /kind must be sent now."),
        (f"{NEW}/properties/kind", GONE, "POST /api/sites, body: /kind can be sent no more."),
        (f"{NEW}/properties/kind/enum", ["shop"], "body/kind: course can be sent no more."),
        (f"{NEW}/properties/name/enum", ["Bread"], "body/name: only Bread can be sent now."),
        (f"{NEW}/properties/name/pattern", "^a", "body/name: must look like ^a now."),
        (f"{NEW}/properties/name/type", "integer", "body/name: string can be sent no more."),
        (f"{NEW}/properties/first/oneOf/1", GONE, "body/first: B can be sent no more."),
    ],
)
def test_what_would_break_partners_is_told(where: str, value: object, told: str) -> None:
    found = breaks(OLD, changed(where, value))
    assert len(found) == 1
    assert told in found[0]


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("paths/~1api~1pages", {"get": {"responses": {"200": {}}}}),
        (f"{POST}/parameters", [{"name": "draft", "in": "query", "schema": {"type": "boolean"}}]),
        (f"{POST}/responses/413", {}),
        (f"{VIEW}/properties/slug", {"type": "string"}),
        (f"{VIEW}/required", ["id", "revision"]),
        (f"{NEW}/properties/slug", {"type": "string"}),
        (f"{NEW}/properties/kind/enum", ["shop", "course", "club"]),
        (f"{NEW}/required", []),
        (f"{GET}/parameters/0/schema/maximum", 500),
        (f"{GET}/parameters/0/schema/type", "number"),
    ],
)
def test_what_is_added_breaks_nobody(where: str, value: object) -> None:
    assert breaks(OLD, changed(where, value)) == []


@pytest.mark.parametrize(("version", "new"), [("1.5.0", False), ("2.0.0", True), ("10.0.0", True)])
def test_only_a_new_major_number_may_break(version: str, new: object) -> None:
    assert is_new_major(OLD, changed("info/version", version)) is new


def test_the_contract_as_it_is_does_not_break_itself() -> None:
    document = json.loads((Path(__file__).parents[2] / "contracts/openapi.json").read_text("utf-8"))
    assert breaks(document, document) == []


@pytest.mark.parametrize(
    ("member", "told"), [("contact", "/data: /contact is gone"), ("type", "/type is gone")]
)
def test_a_message_to_partners_is_read_like_an_answer(member: str, told: str) -> None:
    old = json.loads((Path(__file__).parents[2] / "contracts/openapi.json").read_text("utf-8"))
    new = copy.deepcopy(old)
    for schema in ("AboutContact", "ContactCreated"):
        new["components"]["schemas"][schema]["properties"].pop(member, None)
    assert [told in one for one in breaks(old, new)] == [True]
    del new["webhooks"]["contact.created"]
    assert breaks(old, new) == ["the message contact.created is gone."]


LINE = json.loads((Path(__file__).parents[2] / "contracts" / "asyncapi.json").read_text("utf-8"))


def test_a_line_that_stays_breaks_nobody() -> None:
    assert breaks(LINE, copy.deepcopy(LINE)) == []


def test_what_a_line_tells_no_more_and_asks_newly_is_a_break() -> None:
    now = copy.deepcopy(LINE)
    del now["components"]["schemas"]["Here"]["properties"]["name"]
    now["components"]["schemas"]["Look"]["required"].append("component")
    assert breaks(LINE, now) == [
        "the message welcome on the line live, answer body/people/*: /name is gone.",
        "the message people on the line live, answer body/people/*: /name is gone.",
        "the message look on the line live, body: /component must be sent now.",
    ]
