"""The port to a browser, verb by verb, on a page of ours in a real Chromium without a window."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from hamcrest import equal_to, has_item
from playwright.sync_api import Error

from support.drivers.engines.chromium import PATIENCE, Chromium
from support.drivers.page import Box, Cookie, Page, Place, State
from support.journal import Acts, Journal
from support.settings import RunSettings
from support.waiting import eventually
from tests.support.servers import Asked, Reply, http_server

ADDRESS = (Path(__file__).parent / "pages" / "verbs.html").as_uri()
SAVE, HEADLINE = Place("button", "Save"), Place("textbox", "Headline")
HERO, STATUS, PAD = Place("region", "Hero"), Place("status"), Place("img", "Pad")
PNG = b"\x89PNG\r\n"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    engine = Chromium(RunSettings())
    engine.start()
    yield engine
    engine.stop()


@pytest.fixture
def journal() -> Journal:
    return Journal(in_when=True)


@pytest.fixture
def page(chromium: Chromium, journal: Journal) -> Iterator[Page]:
    machine = chromium.new_machine(journal, scale=0.1)  # acts wait a second
    machine.page.open(ADDRESS)
    yield machine.page
    machine.close()


def says(page: Page, words: str) -> None:
    eventually(lambda: page.text(STATUS), equal_to(words), "what the page says", within=1)


def test_the_port_is_closed_at_sixteen_verbs() -> None:
    verbs = {name for name, _ in inspect.getmembers(Page, inspect.isfunction) if not name.startswith("_")}
    assert len(verbs) == 16


def test_open_loads_a_page_and_reads_it(page: Page, journal: Journal) -> None:
    assert page.text(Place("heading")) == "Spring Sale"
    assert journal.acts.words_read > 2
    assert journal.acted_in == {"browser"}


def test_find_returns_the_place_of_what_is_to_be_seen(page: Page) -> None:
    assert page.find(SAVE) is SAVE
    with pytest.raises(Error, match="Timeout 1000ms"):
        page.find(Place("button", "Hidden"))


@pytest.mark.parametrize("act", ["find", "press", "text", "value", "state", "box"])
def test_two_that_fit_are_one_too_many(page: Page, act: str) -> None:
    with pytest.raises(Error, match="strict mode violation"):
        getattr(page, act)(Place("button", "Edit"))


def test_a_name_is_whole_or_a_part(page: Page) -> None:
    assert page.state(Place("button", "Sav")) == State(there=False)
    assert page.state(Place("button", "Sav", whole=False)).visible


def test_within_and_frame_say_where_to_look(page: Page) -> None:
    assert page.text(Place("button", "Edit", within=HERO)) == "Edit"
    assert page.state(Place("button", "Publish", within=HERO)) == State(there=False)
    choose = Place("button", "Choose", frame="Canvas")
    page.press(choose)
    assert page.state(choose) == State(there=False)
    assert page.state(Place("button", "Chosen", frame="Canvas")).visible
    assert page.state(Place("button", "Chosen")) == State(there=False)
    inner = Place("region", "Inner", frame="Canvas")
    assert page.text(Place("button", "Edit", within=inner)) == "Edit"


def test_press_does_what_a_pointer_does(page: Page, journal: Journal) -> None:
    page.press(SAVE)
    says(page, "Saved")
    assert journal.acts.pointings == 1
    with pytest.raises(Error, match="Timeout 1000ms"):
        page.press(Place("button", "Publish"))


def test_fill_puts_text_in_place_of_what_is_there(page: Page) -> None:
    assert page.value(HEADLINE) == "20% off"
    page.fill(HEADLINE, "30% off")
    assert page.value(HEADLINE) == "30% off"
    password = Place("labelled", "Password")
    page.fill(password, "bread")
    assert page.value(password) == "bread"


def test_choose_takes_an_option_by_its_words(page: Page) -> None:
    page.choose(Place("combobox", "Template"), "Café")
    assert page.value(Place("combobox", "Template")) == "2"


def test_keys_go_to_what_has_the_focus(page: Page, journal: Journal) -> None:
    page.key(HEADLINE, "Enter")
    assert page.text(STATUS) == "Entered"
    page.key(HEADLINE, "End")
    page.type(" today")
    assert page.value(HEADLINE) == "20% off today"
    assert journal.acts.characters == 8


def test_the_pointer_presses_moves_in_small_steps_and_releases(page: Page) -> None:
    box = page.box(PAD)
    page.pointer([box.at(0.1, 0.5), box.at(0.9, 0.5)], pause=0.05)
    moves = page.evaluate("window.moves")
    held = moves[[kind for kind, *_ in moves].index("mousedown") :]
    assert held[0][1:3] == [20, 50]
    assert (held[-1][0], held[-1][1:3]) == ("mouseup", [180, 50])
    assert len(held) > 10
    assert held[-1][3] - held[-2][3] >= 45, "the hand comes to rest before it lets go"


def test_state_tells_without_waiting(page: Page) -> None:
    assert page.state(SAVE) == State(there=True, visible=True, enabled=True)
    assert page.state(Place("button", "Publish")) == State(there=True, visible=True, enabled=False)
    assert page.state(Place("button", "Nowhere")) == State(there=False)


def test_box_scrolls_into_view_and_measures(page: Page) -> None:
    box = page.box(PAD)
    assert (box.width, box.height) == (200, 100)
    assert 0 <= box.y <= 800
    assert Box(10, 20, 200, 100).at(0.5, 1) == (110, 120)


def test_a_picture_is_a_png(page: Page) -> None:
    assert page.picture().startswith(PNG)


def test_evaluate_gives_back_what_a_script_returns(page: Page) -> None:
    assert page.evaluate("document.title") == "All verbs"
    assert page.evaluate("words => words.length", ["a", "b"]) == 2


def test_upload_gives_a_file(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "bread.png"
    file.write_bytes(PNG)
    page.upload(Place("labelled", "Picture"), file)
    says(page, "bread.png")


def test_complaints_of_the_page_are_kept_in_order(page: Page) -> None:
    eventually(page.console, has_item("error: the shop is shut"), "the complaints", within=1)
    assert page.console() == (
        "warning: the oven is cold",
        "error: the bread is burnt",
        "error: the shop is shut",
    )


def test_looking_costs_a_person_nothing(page: Page, journal: Journal) -> None:
    before = journal.acts.words_read
    page.text(Place("heading"))
    page.state(SAVE)
    page.picture()
    assert journal.acts == Acts(words_read=before)


def test_machines_know_nothing_of_each_other_and_begin_with_their_cookies(chromium: Chromium) -> None:
    asked: list[Asked] = []

    def answer(one: Asked) -> Reply:
        asked.append(one)
        return Reply(200, "<noscript>no scripts</noscript>", {"Content-Type": "text/html"})

    with http_server(answer) as address:
        known = chromium.new_machine(Journal(), [Cookie("mm", "c00kie", address)])
        stranger = chromium.new_machine(Journal(), scripts=False)
        known.page.open(f"{address}/known")
        stranger.page.open(f"{address}/stranger")
        known.close()
        stranger.close()
    cookies = {one.path: one.headers.get("cookie") for one in asked}
    assert (cookies["/known"], cookies["/stranger"]) == ("mm=c00kie", None)


def test_what_really_acted_is_told(chromium: Chromium) -> None:
    evidence = chromium.evidence()
    assert (evidence["name"], evidence["driver"], evidence["substitution"]) == (
        "chromium",
        "playwright-cdp",
        None,
    )
    assert (evidence["version"] or "").split(".")[0].isdigit()


def test_an_act_waits_as_long_as_the_scale_of_its_machine_says(chromium: Chromium) -> None:
    machine = chromium.new_machine(Journal(), scale=0.02)
    machine.page.open(ADDRESS)
    with pytest.raises(Error, match=rf"{PATIENCE * 0.02 * 1000:.0f}ms"):
        machine.page.press(Place("button", "Nothing of that name"))
    machine.close()
