"""Finding by role and name, the same on every engine."""

from __future__ import annotations

import inspect

import pytest

from support.drivers.page import Page, PageFailed, Place, State
from tests.support.engines.conftest import says

SAVE, HERO = Place("button", "Save"), Place("region", "Hero")


def test_the_port_is_closed_at_sixteen_verbs() -> None:
    verbs = {name for name, _ in inspect.getmembers(Page, inspect.isfunction) if not name.startswith("_")}
    assert len(verbs) == 16


def test_find_returns_the_place_of_what_is_to_be_seen(page: Page) -> None:
    assert page.find(SAVE) is SAVE


def test_find_gives_up_on_what_is_hidden(hasty: Page) -> None:
    with pytest.raises(PageFailed, match="Timeout 2000ms"):
        hasty.find(Place("button", "Hidden"))


@pytest.mark.parametrize("act", ["find", "press", "text", "value", "state", "box"])
def test_two_that_fit_are_one_too_many(page: Page, act: str) -> None:
    with pytest.raises(PageFailed, match="strict mode violation"):
        getattr(page, act)(Place("button", "Edit"))


def test_a_name_is_whole_or_a_part(page: Page) -> None:
    assert page.state(Place("button", "Sav")) == State(there=False)
    assert page.state(Place("button", "Sav", whole=False)).visible
    assert page.state(Place("button", "sAV", whole=False)).visible
    assert page.state(Place("button", "save")) == State(there=False)


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("heading", "Spring Sale"),
        ("navigation", "Top"),
        ("textbox", "Headline"),
        ("textbox", "Notes"),
        ("combobox", "Template"),
        ("checkbox", "I agree"),
        ("button", "Named elsewhere"),
        ("button", "Spaced out"),
        ("button", "Made by role"),
        ("link", "Further"),
        ("list", "Bread"),
        ("img", "Pad"),
    ],
)
def test_each_role_is_found_by_its_accessible_name(page: Page, role: str, name: str) -> None:
    assert page.state(Place(role, name)).visible


def test_a_role_may_be_enough(page: Page) -> None:
    assert page.state(Place("img")).there
    assert page.state(Place("table")) == State(there=False)


def test_what_is_not_to_be_seen_has_no_role(page: Page) -> None:
    assert page.state(Place("button", "Hidden")) == State(there=False)
    assert page.state(Place("button", "Invisible")) == State(there=False)


def test_a_field_without_a_role_is_found_by_its_label(page: Page) -> None:
    assert page.state(Place("labelled", "Password")).visible


def test_within_says_where_to_look(page: Page) -> None:
    assert page.text(Place("button", "Edit", within=HERO)) == "Edit"
    assert page.state(Place("button", "Publish", within=HERO)) == State(there=False)


def test_a_frame_is_a_document_of_its_own(page: Page) -> None:
    choose = Place("button", "Choose", frame="Canvas")
    assert page.state(Place("button", "Choose")) == State(there=False)
    page.press(choose)
    assert page.state(choose) == State(there=False)
    assert page.state(Place("button", "Chosen", frame="Canvas")).visible
    inner = Place("region", "Inner", frame="Canvas")
    assert page.text(Place("button", "Edit", within=inner)) == "Edit"


def test_a_frame_that_is_not_there_holds_nothing(page: Page) -> None:
    assert page.state(Place("button", "Choose", frame="Easel")) == State(there=False)


def test_after_a_frame_the_page_is_asked_again(page: Page) -> None:
    page.press(Place("button", "Choose", frame="Canvas"))
    page.press(SAVE)
    says(page, "Saved")
