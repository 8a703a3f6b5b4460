"""What is said on a line is held against its contract."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.keeping import Keeping
from support.promised_line import promised_line

FILE = Path(__file__).parents[2] / "contracts" / "asyncapi.json"
GONE = {"revision": 8, "kind": "remove", "id": "c_5f0c21", "by": "person_1", "client": None}
HERE = {"client": "till-1", "name": "Noor", "page": None, "component": None}


@pytest.mark.parametrize(
    "said",
    [
        {"type": "welcome", "revision": 7, "people": [HERE]},
        {"type": "people", "people": []},
        {"type": "operations", "revision": 8, "operations": [GONE]},
        {"type": "refused", "title": "not-understood", "detail": "Nothing came of this."},
    ],
    ids=lambda said: said["type"],
)
def test_what_was_promised_is_nothing_to_tell(said: dict[str, object]) -> None:
    assert promised_line(FILE).deviation(json.dumps(said)) == ""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("{rye", "a message on the line is no JSON"),
        ("[1]", "a message on the line calls itself nothing, which is promised nowhere"),
        ('{"type": "look", "page": "c-1"}', "calls itself look, which is promised nowhere"),
        ('{"type": "welcome", "people": []}', "the message welcome on the line differs: the whole"),
        ('{"type": "operations", "revision": 8, "operations": [{}]}', "/operations/0"),
        ('{"type": "people", "people": [], "email": "noor@example.org"}', "the message people on the line"),
        (
            '{"type": "people", "people": [{"client": 1}]}',
            "people on the line differs: /people/0",
        ),
    ],
)
def test_what_differs_is_told_by_its_place(said: str, told: str) -> None:
    assert told in promised_line(FILE).deviation(said)


def test_a_message_that_differs_fails_a_scenario() -> None:
    keeping = Keeping(line=FILE)
    keeping.check_line("{rye", ("GET", "http://app/api/sites/s/live"))
    assert keeping.checked == 1
    assert keeping.read() == ("line: a message on the line is no JSON",)
