"""What Thens expect of runs of workflows: each matcher fits what it says, and fits nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hamcrest.core.matcher import Matcher

from support import matchers_of_runs as matchers
from support.records_of_workflows import NO_RUN, RunTold, StepTold
from tests.support.fitting import assert_fits

ADDED = StepTold("Add the visitor", "succeeded", "Priya is a contact", "", 1, "")
TAGGED = StepTold("Tag the contact", "failed", "", "contact: Priya\ntag: bread", 2, "we take nothing")
WAITS = StepTold("Wait until it is 09:00", "waiting", "waits until 1 April 2027, 09:00", "", 1, "")
RUN = RunTold("failed", "we take nothing", (ADDED, TAGGED))
ENDED = replace(RUN, state="succeeded")

CASES: list[tuple[str, Matcher[Any], object, list[object], str]] = [
    (
        "told_as",
        matchers.told_as(
            [("Add the visitor", "succeeded", "Priya is a contact"), ("Tag the contact", "failed", "")]
        ),
        RUN,
        [NO_RUN, replace(RUN, steps=(ADDED,)), replace(RUN, steps=(TAGGED, ADDED))],
        "Tag the contact | failed",
    ),
    ("standing_so", matchers.standing_so("failed"), RUN, [NO_RUN, ENDED], "'failed'"),
    ("standing_so often", matchers.standing_so("failed", tried=2), RUN, [replace(RUN, steps=(ADDED,))], "2"),
    (
        "left_out",
        matchers.left_out("taken"),
        replace(RUN, state="skipped", why="already taken"),
        [RUN, replace(RUN, why="already taken"), replace(RUN, state="skipped")],
        "'taken'",
    ),
    (
        "at_step",
        matchers.at_step(2, "failed", "take nothing"),
        RUN,
        [NO_RUN, replace(RUN, steps=(TAGGED, ADDED)), replace(RUN, steps=(ADDED, replace(TAGGED, met="")))],
        "step 2",
    ),
    (
        "begun_so_often",
        matchers.begun_so_often(2, 2),
        RUN,
        [NO_RUN, replace(RUN, steps=(TAGGED, ADDED))],
        "2",
    ),
    (
        "with_what_it_was_given",
        matchers.with_what_it_was_given(2, [("tag", "bread"), ("contact", "Priya")]),
        RUN,
        [NO_RUN, replace(RUN, steps=(TAGGED, ADDED))],
        "tag: bread",
    ),
    (
        "having_done",
        matchers.having_done(1, "is a contact"),
        RUN,
        [NO_RUN, replace(RUN, steps=(TAGGED,))],
        "step 1",
    ),
    (
        "meeting",
        matchers.meeting("take nothing"),
        RUN,
        [NO_RUN, replace(RUN, steps=(ADDED,))],
        "'take nothing'",
    ),
    ("a_sample", matchers.a_sample(), replace(RUN, sample=True), [RUN], "<True>"),
    (
        "waiting_until",
        matchers.waiting_until("09:00"),
        replace(RUN, steps=(ADDED, WAITS)),
        [
            RUN,
            replace(RUN, steps=(replace(WAITS, state="succeeded"),)),
            replace(RUN, steps=(replace(WAITS, did="waits until 10:00"),)),
        ],
        "09:00",
    ),
    ("the_first_more_often", matchers.the_first_more_often(), [3, 2], [[2, 2], [1, 2]], "more often"),
]
IDS = [case[0] for case in CASES]


@pytest.mark.parametrize(("matcher", "fitting", "others", "said"), [case[1:] for case in CASES], ids=IDS)
def test_a_matcher_fits_what_it_says_and_nothing_else(
    matcher: Matcher[Any], fitting: object, others: list[object], said: str
) -> None:
    assert_fits(matcher, fitting, others, said)


def test_every_matcher_of_runs_is_tried() -> None:
    public = {
        name
        for name, thing in vars(matchers).items()
        if getattr(thing, "__module__", "") == matchers.__name__ and not name.startswith("_")
    }
    assert public == {name.split()[0] for name in IDS}
