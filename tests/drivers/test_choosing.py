"""How an option of a list is told apart on a keyboard."""

from __future__ import annotations

import pytest

from support.drivers.page import letters_for


@pytest.mark.parametrize(
    ("option", "offered", "expected"),
    [
        ("welcome", ["order", "welcome"], "w"),
        ("Go on at step 4", ["End here", "Go on at step 3", "Go on at step 4"], "Go on at step 4"),
        ("Inn", ["In", "Inn", "inside"], "Inn"),
        ("In", ["In", "Inn"], "In"),
        ("Tag", ["tab", "Tag"], "Tag"),
        ("nothing such", ["order", "welcome"], "n"),
    ],
)
def test_as_few_letters_as_tell_it_apart(option: str, offered: list[str], expected: str) -> None:
    assert letters_for(option, offered) == expected
