"""Segments over HTTP: what does not fit is told where it is, and what was made is found."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import pytest

from webbuilder.crm.conditions import MOST

if TYPE_CHECKING:
    from tests.webbuilder.marketers import Owner


def _asked(**said: Any) -> dict[str, Any]:
    return {"name": secrets.token_hex(4), "conditions": [{"kind": "tagged", "tag": "x"}], **said}


@pytest.mark.parametrize(
    ("said", "pointers"),
    [
        ({"conditions": []}, ["/conditions"]),
        ({"conditions": [{"kind": "tagged", "tag": "x"}] * (MOST + 1)}, ["/conditions"]),
        ({"conditions": [{"kind": "born", "day": "2026-03-01"}]}, ["/conditions/0"]),
        ({"conditions": [{"kind": "tagged", "tag": " "}]}, ["/conditions/0/tag"]),
        ({"conditions": [{"kind": "tagged", "tag": "x", "list": "y"}]}, ["/conditions/0/list"]),
        ({"conditions": [{"kind": "detail_is", "detail": "", "value": "x" * 201}]},
         ["/conditions/0/detail", "/conditions/0/value"]),
        ({"conditions": [{"kind": "known_since", "day": 1_700_000_000}]}, ["/conditions/0/day"]),
        ({"name": " "}, ["/name"]),
        ({"name": "x" * 81}, ["/name"]),
        ({"match": "some"}, ["/match"]),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_where_it_is(
    maya: Owner, said: dict[str, Any], pointers: list[str]
) -> None:
    answer = maya.http.post("/api/segments", json=_asked(**said))
    assert answer.status_code == 422
    assert [one["pointer"] for one in answer.json()["errors"]] == pointers


def test_a_name_that_is_taken_is_told_where_it_is(maya: Owner) -> None:
    wanted = _asked()
    made = maya.http.post("/api/segments", json=wanted)
    answer = maya.http.post("/api/segments", json=wanted)
    assert (made.status_code, answer.status_code) == (201, 409)
    assert [one["pointer"] for one in answer.json()["errors"]] == ["/name"]
    there = maya.http.get(made.headers["location"])
    assert there.json() == made.json()
    assert there.headers["etag"] == made.headers["etag"]
    gone = maya.http.delete(made.headers["location"], headers={"If-Match": there.headers["etag"]})
    assert gone.status_code == 204
