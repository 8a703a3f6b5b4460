"""What a hand does, by pointer and keyboard, the same on every engine."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from support.drivers.engines.engine import Engine
from support.drivers.page import NotReachable, Page, PageFailed, Place
from support.engines import KNOWN
from support.journal import Journal
from tests.support.engines.conftest import says

SAVE, HEADLINE, PAD = Place("button", "Save"), Place("textbox", "Headline"), Place("img", "Pad")
PNG = b"\x89PNG\r\n"


def test_press_does_what_a_pointer_does(page: Page, journal: Journal) -> None:
    page.press(SAVE)
    says(page, "Saved")
    assert journal.acts.pointings == 1


def test_press_scrolls_to_what_is_further_down(page: Page) -> None:
    page.press(Place("button", "Low"))
    says(page, "Low pressed")


def test_press_takes_a_role_that_is_only_said(page: Page) -> None:
    page.press(Place("button", "Made by role"))
    says(page, "By role")


@pytest.mark.parametrize("key", ["Shift", "ControlOrMeta"])
def test_press_holds_a_key_meanwhile_and_not_longer(page: Page, key: str) -> None:
    page.evaluate(
        "() => { window.held = []; addEventListener('click',"
        " one => window.held.push(one.shiftKey ? 'Shift' : one.ctrlKey ? 'ControlOrMeta' : '')) }"
    )
    page.press(SAVE, held=key)
    page.press(SAVE)
    assert page.evaluate("() => window.held") == [key, ""]


@pytest.mark.parametrize("name", ["Late", "Patience", "Below", "Moving", "Renewed"])
def test_press_waits_until_it_can(page: Page, name: str) -> None:
    page.evaluate("window.change()")
    page.press(Place("button", name))
    says(page, f"{name} pressed")


@pytest.mark.parametrize("name", ["Publish", "Below", "Closed", "Untouchable", "Nothing of that name"])
def test_press_gives_up_on_what_cannot_be_pressed(hasty: Page, name: str) -> None:
    with pytest.raises(PageFailed, match="Timeout 2000ms"):
        hasty.press(Place("button", name))


def test_press_ticks_a_box(page: Page) -> None:
    page.press(Place("checkbox", "I agree"))
    says(page, "Agreed")


def test_a_question_of_the_page_is_put_away(page: Page) -> None:
    page.press(Place("button", "Ask"))
    says(page, "No")


def test_fill_puts_text_in_place_of_what_is_there(page: Page) -> None:
    page.fill(HEADLINE, "30% off")
    assert page.value(HEADLINE) == "30% off"


def test_fill_can_empty_a_field(page: Page) -> None:
    page.fill(HEADLINE, "")
    assert page.value(HEADLINE) == ""


def test_fill_takes_letters_of_every_language_and_signs(page: Page) -> None:
    words = "Żurek & Brötchen – 20 % “today” 🥐"
    page.fill(HEADLINE, words)
    assert page.value(HEADLINE) == words


def test_fill_replaces_several_lines(page: Page) -> None:
    notes = Place("textbox", "Notes")
    assert page.value(notes) == "one\ntwo"
    page.fill(notes, "three")
    assert page.value(notes) == "three"


def test_fill_a_field_in_a_frame(page: Page) -> None:
    words = Place("textbox", "Words", frame="Canvas")
    page.fill(words, "new")
    assert page.value(words) == "new"


def test_what_is_filled_where_nobody_sees_it_is_a_secret(page: Page, journal: Journal) -> None:
    password = Place("labelled", "Password")
    page.fill(password, "bread-and-butter")
    assert page.value(password) == "bread-and-butter"
    assert "bread-and-butter" not in journal.secrets.redacted("typed bread-and-butter")


def test_keys_arrive_once_and_in_order(page: Page, journal: Journal) -> None:
    page.key(HEADLINE, "End")
    page.evaluate("() => { window.keys = [] }")
    page.type(" abba")
    assert page.value(HEADLINE) == "20% off abba"
    assert page.evaluate("window.keys") == [" ", "a", "b", "b", "a"]
    assert journal.acts.characters == 6


def test_a_key_goes_to_what_was_walked_to(page: Page) -> None:
    page.key(HEADLINE, "Enter")
    says(page, "Entered")


def test_the_tab_key_goes_into_a_frame_and_on(page: Page) -> None:
    words = Place("textbox", "Words", frame="Canvas")
    page.key(words, "ControlOrMeta+a")
    page.type("typed")
    assert page.value(words) == "typed"
    page.key(Place("button", "Low"), "Enter")
    says(page, "Low by key")


def test_words_are_copied_and_pasted(page: Page) -> None:
    notes = Place("textbox", "Notes")
    page.key(HEADLINE, "ControlOrMeta+a")
    page.key(HEADLINE, "ControlOrMeta+c")
    page.key(notes, "ControlOrMeta+a")
    page.key(notes, "ControlOrMeta+v")
    assert page.value(notes) == "20% off"


def test_two_presses_in_a_row_are_a_double_click_where_the_engine_says_so(page: Page, engine: Engine) -> None:
    page.evaluate("() => { window.twice = 0; addEventListener('dblclick', () => { window.twice += 1 }) }")
    page.press(SAVE, times=2)
    says(page, "Saved")
    assert page.evaluate("window.twice") == int("double_click" in KNOWN[engine.name].traits)


def test_a_key_presses_a_button(page: Page) -> None:
    page.key(Place("button", "Low"), "Enter")
    says(page, "Low by key")


def test_what_the_tab_key_never_reaches_is_said(page: Page) -> None:
    with pytest.raises(NotReachable, match="Pad cannot be reached with the Tab key"):
        page.key(PAD, "Enter")


def test_choose_takes_an_option_by_its_words(page: Page) -> None:
    page.choose(Place("combobox", "Template"), "Café")
    assert page.value(Place("combobox", "Template")) == "2"


def test_choose_refuses_what_is_not_offered(page: Page) -> None:
    with pytest.raises(LookupError, match="Template offers no 'Garage'"):
        page.choose(Place("combobox", "Template"), "Garage")


def test_the_pointer_presses_moves_in_small_steps_and_releases(page: Page) -> None:
    box = page.box(PAD)
    page.pointer([box.at(0.1, 0.5), box.at(0.9, 0.5)], pause=0.05)
    moves = page.evaluate("window.moves")
    held = moves[[kind for kind, *_ in moves].index("mousedown") :]
    assert held[0][1:3] == pytest.approx([20, 50], abs=1)
    assert held[-1][0] == "mouseup"
    assert held[-1][1:3] == pytest.approx([180, 50], abs=1)
    assert len(held) > 10
    assert held[-1][3] - held[-2][3] >= 45, "the hand comes to rest before it lets go"


def test_press_reaches_what_is_further_down_in_a_frame(page: Page) -> None:
    page.press(Place("button", "Deep", frame="Canvas"))
    assert page.state(Place("button", "Found", frame="Canvas")).visible


def test_upload_gives_a_file(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "bread.png"
    file.write_bytes(PNG)
    page.upload(Place("labelled", "Picture"), file)
    says(page, "bread.png")


def test_an_act_waits_no_longer_than_its_machine_says(hasty: Page) -> None:
    began = time.monotonic()
    with pytest.raises(PageFailed):
        hasty.press(Place("button", "Nothing of that name"))
    assert 1.8 < time.monotonic() - began < 6


def test_a_key_that_is_pressed_again_goes_where_the_focus_is_by_then(page: Page) -> None:
    page.evaluate(
        "() => document.querySelector('#headline').addEventListener('keydown', (event) => {"
        " if (event.key === 'ArrowUp') document.querySelector('#notes').focus() })"
    )
    page.evaluate(
        "() => document.querySelector('#notes').addEventListener('keydown',"
        " (event) => { window.then = event.key })"
    )
    page.key(HEADLINE, "ArrowUp", times=2)
    assert page.evaluate("window.then") == "ArrowUp"
