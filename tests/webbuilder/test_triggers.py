"""What starts a workflow, and what it lacks."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from webbuilder.screens import workflows as screen
from webbuilder.workflows.kinds import STEPS, troubles
from webbuilder.workflows.triggers import TRIGGER

MAIL: dict[str, Any] = {"kind": "send_mail", "subject": "Hi", "paragraphs": ["Hello."]}


def lacks(trigger: dict[str, Any], *steps: dict[str, Any]) -> list[tuple[int, str]]:
    found = troubles(STEPS.validate_python(list(steps)), TRIGGER.validate_python(trigger))
    return [(one.step, one.field) for one in found]


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        ({"kind": "form"}, [(1, "")]),
        ({"kind": "tagged", "tag": "friend"}, []),
        ({"kind": "tagged"}, [(0, "tag")]),
        ({"kind": "tagged", "tag": "  "}, [(0, "tag")]),
        ({"kind": "listed", "list": "jokers"}, []),
        ({"kind": "listed"}, [(0, "list")]),
        ({"kind": "entered", "segment": "Friends"}, []),
        ({"kind": "entered"}, [(0, "segment")]),
        ({"kind": "called"}, []),
        ({"kind": "day", "day": "2099-04-01", "time": "09:00", "list": "jokers"}, []),
        ({"kind": "day"}, [(0, "day"), (0, "time"), (0, "list")]),
    ],
)
def test_what_a_trigger_lacks_and_knows(trigger: dict[str, Any], expected: list[tuple[int, str]]) -> None:
    assert lacks(trigger, MAIL) == expected


@pytest.mark.parametrize(
    "trigger",
    [
        {"kind": "moon"},
        {"kind": "form", "tag": "x"},
        {"kind": "tagged", "tag": "x" * 51},
        {},
        {"kind": "day", "day": "1 April"},
        {"kind": "day", "day": 0},
        {"kind": "day", "day": "0"},
        {"kind": "day", "time": "25:00"},
        {"kind": "listed", "tag": "x"},
    ],
)
def test_bad_input_a_trigger_that_is_none(trigger: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        TRIGGER.validate_python(trigger)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({}, {"kind": "form", "again": False}),
        ({"trigger.kind": "form", "trigger.of": "left over"}, {"kind": "form", "again": False}),
        (
            {"trigger.kind": "tagged", "trigger.of": "friend", "trigger.again": "yes"},
            {"kind": "tagged", "again": True, "tag": "friend"},
        ),
        (
            {"trigger.kind": "listed", "trigger.of": "jokers", "trigger.day": "left over"},
            {"kind": "listed", "again": False, "list": "jokers"},
        ),
        (
            {"trigger.kind": "entered", "trigger.of": "Friends"},
            {"kind": "entered", "again": False, "segment": "Friends"},
        ),
        (
            {"trigger.kind": "day", "trigger.of": "jokers", "trigger.time": "09:00"},
            {"kind": "day", "again": False, "day": None, "time": "09:00", "list": "jokers"},
        ),
    ],
)
def test_what_the_screen_makes_of_what_is_chosen(written: dict[str, str], expected: dict[str, Any]) -> None:
    assert screen._trigger(written) == expected


@pytest.mark.parametrize(
    ("act", "what", "leads"),
    [
        ("remove", "3", 3),
        ("remove", "4", 0),
        ("up", "4", 3),
        ("up", "3", 4),
        ("remove", "1", 3),
        ("save", "", 4),
    ],
)
def test_a_branch_leads_where_it_led(act: str, what: str, leads: int) -> None:
    steps: list[dict[str, Any]] = [
        {"kind": "add_contact"},
        {"kind": "branch", "tag": "a", "otherwise": 4},
        {"kind": "stop"},
        {"kind": "add_tag", "tag": "b"},
    ]
    (branch,) = [step for step in screen._acted(steps, act, what) if step["kind"] == "branch"]
    assert branch["otherwise"] == leads
