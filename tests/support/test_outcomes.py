"""How acts should have ended: each matcher fits what it says and nothing else, and says what it expected."""

from __future__ import annotations

from typing import Any

import pytest
from hamcrest import assert_that
from hamcrest.core.matcher import Matcher

from support import outcomes
from support.cast import Outcome
from support.records import Tried
from tests.support.fitting import assert_fits

CASES: list[tuple[str, Matcher[Any], object, list[object], str]] = [
    (
        "refused",
        outcomes.refused("Maya", "no form"),
        Outcome("publish", 90.0, "It has no form yet.", "Maya"),
        [
            Outcome("publish", 0.1, None, "Maya"),
            Outcome("publish", 0.1, "It has no name.", "Maya"),
            Outcome("publish", 0.1, "", "Maya"),
            Outcome("publish", 0.1, "It has no form yet.", "Ravi"),
        ],
        "an act of Maya refused with words that hold “no form”",
    ),
    (
        "refused in time",
        outcomes.refused("Maya", "no form", within=1.0),
        Outcome("publish", 1.0, "It has no form yet.", "Maya"),
        [Outcome("publish", 1.01, "It has no form yet.", "Maya"), Outcome("publish", 0.1, None, "Maya")],
        "an act of Maya refused within 1 s with words that hold “no form”",
    ),
    (
        "done_by",
        outcomes.done_by("Maya"),
        Outcome("publish", 1.0, by="Maya"),
        [Outcome("publish", 1.0, by="Ravi"), Outcome("publish", 1.0, "No.", "Maya")],
        "'Maya'",
    ),
    (
        "done_within",
        outcomes.done_within(1.0),
        Outcome("publish", 1.0, by="Maya"),
        [Outcome("publish", 1.1, by="Maya"), Outcome("publish", 0.1, "No.", "Maya")],
        "less than or equal to <1.0>",
    ),
    (
        "each_refused",
        outcomes.each_refused(["Not found"]),
        [Tried("sites_read", "with their site_id", 404, "Not found")],
        [
            [],
            [Tried("sites_read", "with their site_id", 200, "")],
            [Tried("sites_read", "", 403, "Not for keys")],
        ],
        "Not found",
    ),
    (
        "answering_as",
        outcomes.answering_as({"/api/me": "Maya"}),
        {"/api/me": "Maya"},
        [{}, {"/api/me": "Ravi"}, {"/api/me": "Maya", "/api/keys": ""}],
        "answer as before",
    ),
    ("done", outcomes.done(), Outcome("publish", 1.0), [Outcome("publish", 1.0, "No.")], "'refused'"),
]
IDS = [name for name, *_ in CASES]


@pytest.mark.parametrize(("matcher", "fitting", "others", "said"), [case[1:] for case in CASES], ids=IDS)
def test_an_outcome_fits_what_it_says_and_nothing_else(
    matcher: Matcher[Any], fitting: object, others: list[object], said: str
) -> None:
    assert_fits(matcher, fitting, others, said)


def test_what_was_let_through_is_what_was_not_refused_so() -> None:
    kept, other, done = (
        Tried("x", "", status, kind) for status, kind in ((404, "A"), (403, "B"), (200, "A"))
    )
    assert outcomes.let_through([kept, other, done], ["A"]) == [other, done]


def test_what_was_refused_instead_is_shown() -> None:
    with pytest.raises(AssertionError, match=r"The shop is shut\.” after 3\.0 s"):
        assert_that(
            Outcome("publish", 3.0, "The shop is shut.", "Maya"), outcomes.refused("Maya", "no form", 1.0)
        )
