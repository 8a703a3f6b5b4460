"""What of a copywriter's words takes a reader elsewhere."""

from __future__ import annotations

import jsonschema_rs
import pytest

from webbuilder.ai import shape
from webbuilder.ai.replies import brought


@pytest.mark.parametrize(
    "words",
    [
        "Rye at https://evil.example/offer",
        "Rye (https://evil.example).",
        "Order at evil.com",
        "See evil.example/rye, today",
        "Look at www.evil.example",
        "Write to rye@evil.example.",
        "Call tel:+4930123456",
        "Press javascript:alert(1)",
        "Rye <img src=x>",
        "Rye </script>",
        "data:text/html,rye",
        "Order [here](https://evil.example) today",
        "Order now—https://evil.example",
        "*https://evil.example*",
        "Visit:https://evil.example",
        "**evil.example**",
        "Order at evil.рф",
        "http\u200bs://evil.example",
        "evil\u200b.example",
    ],
)
def test_what_leads_elsewhere_is_found(words: str) -> None:
    assert brought(words, "Rye at the corner")


@pytest.mark.parametrize(
    "words",
    [
        "Bread and/or cake, 9-5",
        "Your data: yours alone",
        "JavaScript: a course",
        "Loaves < 5 €",
        "2 loaves@5€",
        "At 9 a.m. or 3.50 €",
        "Mr. Rye said: “Come in.”",
        "Ab morgen: 20 % auf alles!",
    ],
)
def test_other_words_are_left_alone(words: str) -> None:
    assert not brought(words, "")


def test_what_stands_there_may_stay_whatever_stands_around_it() -> None:
    known = "Write to rye@maya.example or see https://maya.example/bread"
    assert not brought("Ask rye@maya.example. (Or https://maya.example/bread, any time.)", known)


@pytest.mark.parametrize("words", ["rye@maya.exa.com", "https://maya.example/bre", "https://maya.co"])
def test_what_is_like_what_stands_there_is_not_it(words: str) -> None:
    assert brought(words, "rye@maya.example https://maya.example/bread https://maya.com")


def test_a_long_word_takes_no_longer_than_its_length() -> None:
    assert not brought("黒" * 200_000, "")


ASKED = {"schema": {"c_1": ["text"], "c_2": ["send", "thanks"]}}


def test_the_shape_of_an_answer_takes_what_was_asked_about_alone() -> None:
    takes = jsonschema_rs.Draft202012Validator(shape.of(ASKED, bounded=True)).is_valid
    said = {"component": "c_1", "set": {"text": "Rye"}}
    assert takes({"changes": [said], "reason": "Because."})
    assert not takes({"changes": [{**said, "component": "c_3"}], "reason": "Because."})
    assert not takes(
        {"changes": [{**said, "set": {"address": "https://evil.example"}}], "reason": "Because."}
    )
    assert not takes({"changes": [{"component": "c_2", "set": {"send": "Send"}}], "reason": "Because."})


def test_a_shape_says_where_to_end_unless_a_provider_does_not_take_that() -> None:
    said = {"component": "c_1", "set": {"text": "Rye"}}
    endless = {"changes": [said] * 3, "reason": "Because. " * 100}
    bounded, plain = (
        jsonschema_rs.Draft202012Validator(shape.of(ASKED, bounded=bounded)).is_valid
        for bounded in (True, False)
    )
    assert not bounded(endless)
    assert not bounded({"changes": [], "reason": "Because."})
    assert plain(endless)
