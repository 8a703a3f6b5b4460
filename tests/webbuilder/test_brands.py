"""Brand profiles: what is kept of them, what is refused, and what the copywriter is told."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.webbuilder.marketers import Owner, Site
from webbuilder.brands.service import Brand
from webbuilder.parts.copywriter.brief import Brand as Told


def put(owner: Owner, said: dict[str, Any], seen: str | None = None) -> Any:
    version = seen or owner.http.get("/api/brand").headers["etag"]
    return owner.http.put("/api/brand", json=said, headers={"If-Match": version})


def test_a_brand_that_said_nothing_asks_for_nothing(noah: Owner) -> None:
    assert noah.http.get("/api/brand").json() == {
        "name": "",
        "voice": "friendly",
        "avoid": [],
        "colour": None,
    }


def test_what_was_said_is_kept_for_this_workspace_alone(maya: Owner, noah: Owner) -> None:
    said = {"name": "Rye & Daughters", "voice": "plain", "avoid": ["cheap"], "colour": "#7A1F3D"}
    put(maya, said).raise_for_status()
    assert maya.http.get("/api/brand").json() == said | {"colour": "#7a1f3d"}
    assert noah.http.get("/api/brand").json()["avoid"] == []


def test_who_has_not_seen_what_a_brand_is_by_now_does_not_overwrite_it(maya: Owner) -> None:
    seen = maya.http.get("/api/brand").headers["etag"]
    put(maya, {"avoid": ["cheap"]}, seen).raise_for_status()
    stale = put(maya, {"avoid": ["dear"]}, seen)
    assert (stale.status_code, stale.json()["current"]["avoid"]) == (412, ["cheap"])


def test_where_no_tone_is_said_the_brands_voice_is_the_tone(site: Site) -> None:
    put(site.owner, {"voice": "playful"}).raise_for_status()
    wish = {"component": site.section()["id"], "brief": {"business": "Rye & Daughters"}}
    asked = site.owner.http.post(f"{site.path}/suggestions", json=wish)
    assert "in a playful tone" in asked.json()["reason"]


@pytest.mark.parametrize(
    ("said", "pointer"),
    [
        ({"colour": "#ffee88"}, "/colour"),
        ({"colour": "#fff"}, "/colour"),
        ({"colour": "red"}, "/colour"),
        ({"avoid": ["…"]}, "/avoid/0"),
        ({"avoid": [""]}, "/avoid/0"),
        ({"avoid": ["x" * 41]}, "/avoid/0"),
        ({"avoid": ["cheap"] * 51}, "/avoid"),
        ({"voice": "furious"}, "/voice"),
        ({"name": "x" * 81}, "/name"),
        ({"motto": "Rye"}, "/motto"),
    ],
)
def test_bad_input_brand(maya: Owner, said: dict[str, Any], pointer: str) -> None:
    refused = put(maya, said)
    assert refused.status_code == 422
    assert [one["pointer"] for one in refused.json()["errors"]] == [pointer]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Rye, and cheap at that", "Cheap"),
        ("CHEAP rye", "Cheap"),
        ("cheaper rye", None),
        ("a steal of a deal", "steal of a deal"),
        ("", None),
    ],
)
def test_words_are_avoided_as_a_whole_and_in_any_letters(words: str, found: str | None) -> None:
    avoid = ["Cheap", "steal of a deal", "c++ (really)"]
    assert Brand(avoid=avoid).avoided_in(words) == found
    assert Told(avoid=avoid).avoids(words) == bool(found)


@pytest.mark.parametrize(("colour", "fits"), [("#767676", True), ("#777777", False), ("#000000", True)])
def test_white_words_are_to_be_read_on_a_colour(colour: str, fits: bool) -> None:
    if fits:
        assert Brand(colour=colour).colour == colour
    else:
        with pytest.raises(ValidationError, match="hard to read"):
            Brand(colour=colour)
