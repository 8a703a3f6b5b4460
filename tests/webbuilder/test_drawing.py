"""What steps of workflows lack, and what the screen makes of what somebody wrote and pressed."""

from __future__ import annotations

from typing import Any

import pytest

from webbuilder.screens import workflows as screen
from webbuilder.workflows.kinds import STEPS, troubles
from webbuilder.workflows.kinds_of_ways import Wait
from webbuilder.workflows.triggers import BY_FORM

CONTACT: dict[str, Any] = {"kind": "add_contact"}
TAG: dict[str, Any] = {"kind": "add_tag", "tag": "bread"}

MAIL: dict[str, Any] = {"kind": "send_mail", "subject": "Hi", "paragraphs": ["Hello."]}


def lacks(*steps: dict[str, Any]) -> list[tuple[int, str]]:
    return [(one.step, one.field) for one in troubles(STEPS.validate_python(list(steps)), BY_FORM)]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([], [(0, "")]),
        ([CONTACT], []),
        ([TAG, CONTACT], [(1, "")]),
        ([CONTACT, {"kind": "add_tag", "tag": "  "}], [(2, "tag")]),
        ([CONTACT, {"kind": "send_mail"}], [(2, "subject"), (2, "paragraphs")]),
        ([CONTACT, {"kind": "send_mail", "subject": "Hi {name}", "paragraphs": [""]}], [(2, "paragraphs")]),
        (
            [CONTACT, {"kind": "send_mail", "subject": "{nmae}", "paragraphs": ["{x}"]}],
            [(2, "subject"), (2, "paragraphs")],
        ),
        ([{"kind": "wait"}, CONTACT], [(1, ""), (1, "amount")]),
    ],
)
def test_what_steps_lack_is_told_with_its_place(
    steps: list[dict[str, Any]], expected: list[tuple[int, str]]
) -> None:
    assert lacks(*steps) == expected


def test_a_wait_says_how_long_it_takes() -> None:
    one, two = (Wait(kind="wait", amount=amount, unit="days") for amount in (1, 2))
    assert (one.words, two.words, two.duration.total_seconds()) == ("Wait 1 day", "Wait 2 days", 172800)


def test_the_screen_reads_its_fields_in_their_order() -> None:
    written = {
        "1.kind": "send_mail",
        "1.subject": "Hello",
        "1.words": "One\r\n\r\nTwo\nlines\n\n \n",
        "2.kind": "wait",
        "2.amount": " ",
        "2.unit": "hours",
        "4.kind": "add_contact",
    }
    assert screen._steps(written) == [
        {"kind": "send_mail", "subject": "Hello", "paragraphs": ["One", "Two\nlines"]},
        {"kind": "wait", "amount": 0, "unit": "hours"},
    ]


@pytest.mark.parametrize(
    ("act", "what", "expected"),
    [
        ("save", "", "abc"),
        ("up", "2", "bac"),
        ("up", "1", "abc"),
        ("up", "4", "abc"),
        ("up", "0", "abc"),
        ("remove", "2", "ac"),
        ("remove", "0", "abc"),
        ("remove", "abc", "abc"),
    ],
)
def test_what_was_pressed_moves_one_step_or_none(act: str, what: str, expected: str) -> None:
    steps = [{"kind": kind} for kind in "abc"]
    assert "".join(one["kind"] for one in screen._acted(steps, act, what)) == expected


def test_an_added_step_comes_last() -> None:
    assert screen._acted([CONTACT], "add", "wait") == [CONTACT, {"kind": "wait"}]
