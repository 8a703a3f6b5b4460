"""What a look at a page tells, the same on every engine."""

from __future__ import annotations

import pytest
from hamcrest import equal_to, has_items

from support.drivers.page import Box, Page, PageFailed, Place, State
from support.journal import Acts, Journal
from support.waiting import eventually

SAVE, PAD = Place("button", "Save"), Place("img", "Pad")
PNG = b"\x89PNG\r\n"


def test_open_loads_a_page_and_reads_it(page: Page, journal: Journal) -> None:
    assert page.text(Place("heading")) == "Spring Sale"
    assert journal.acts.words_read > 2
    assert journal.acted_in == {"browser"}


def test_text_has_its_lines(page: Page) -> None:
    assert page.text(Place("status", "Lines")) == "first\nsecond"


def test_text_of_a_frame(page: Page) -> None:
    assert page.text(Place("paragraph", frame="Canvas")) == "In the frame"


def test_state_tells_without_waiting(page: Page) -> None:
    assert page.state(SAVE) == State(there=True, visible=True, enabled=True)
    assert page.state(Place("button", "Publish")) == State(there=True, visible=True, enabled=False)
    assert page.state(Place("button", "Nowhere")) == State(there=False)


def test_box_scrolls_into_view_and_measures(page: Page) -> None:
    box = page.box(PAD)
    assert (box.width, box.height) == (200, 100)
    assert 0 <= box.y <= 800
    assert Box(10, 20, 200, 100).at(0.5, 1) == (110, 120)


def test_box_in_a_frame_is_measured_in_the_window(page: Page) -> None:
    frame = page.evaluate("() => document.querySelector('iframe').getBoundingClientRect().toJSON()")
    inside = page.box(Place("button", "Choose", frame="Canvas"))
    frame = page.evaluate("() => document.querySelector('iframe').getBoundingClientRect().toJSON()")
    assert frame["x"] < inside.x < frame["x"] + frame["width"]
    assert frame["y"] < inside.y < frame["y"] + frame["height"]


def test_a_picture_is_a_png(page: Page) -> None:
    assert page.picture().startswith(PNG)


def test_evaluate_gives_back_what_a_script_returns(page: Page) -> None:
    assert page.evaluate("document.title") == "All verbs"
    assert page.evaluate("words => words.length", ["a", "b"]) == 2
    assert page.evaluate("async () => ({later: await Promise.resolve([1, null, 'x'])})") == {
        "later": [1, None, "x"]
    }


def test_evaluate_fails_as_its_script_does(page: Page) -> None:
    with pytest.raises(PageFailed, match="no flour"):
        page.evaluate("() => { throw new Error('no flour') }")


def test_the_window_has_the_size_that_was_asked_for(page: Page) -> None:
    assert page.evaluate("[innerWidth, innerHeight]") == [1440, 900]


def test_complaints_of_the_page_are_kept_in_order(page: Page) -> None:
    def said() -> list[str]:
        return [one.replace("Error: ", "") for one in page.console()]  # how an engine words it is its own

    page.evaluate("window.complain()")
    complaints = ["warning: the flour is out", "error: the door is locked"]
    eventually(said, has_items(*complaints), "the complaints", within=10)
    assert said()[-2:] == complaints


def test_looking_costs_a_person_nothing(page: Page, journal: Journal) -> None:
    before = journal.acts.words_read
    page.text(Place("heading"))
    page.state(SAVE)
    page.picture()
    assert journal.acts == Acts(words_read=before)


def test_going_on_to_another_page_leaves_nothing_of_the_first(page: Page, pages: str) -> None:
    page.open(f"{pages}/next.html")
    eventually(lambda: page.text(Place("heading")), equal_to("Next"), "the next page", within=10)
    assert page.state(SAVE) == State(there=False)
    assert page.state(Place("button", "Go")).visible


def test_a_page_whose_policy_takes_no_script_is_read_and_pressed(page: Page, pages: str) -> None:
    page.open(f"{pages}/policy.html")
    assert page.text(Place("heading")) == "Nothing from elsewhere"
    page.press(Place("link", "Further"))
    eventually(lambda: page.text(Place("heading")), equal_to("Next"), "the next page", within=10)
