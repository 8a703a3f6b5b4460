"""A page that cannot tell how something is never says that it is not there."""

from __future__ import annotations

from typing import Any, cast

import pytest
from playwright.sync_api import Page as Tab, TimeoutError as NotInTime
from selenium.common.exceptions import JavascriptException
from selenium.webdriver.remote.webdriver import WebDriver

from support.drivers.engines.playwright_page import PlaywrightPage
from support.drivers.engines.webdriver_page import WebDriverPage
from support.drivers.page import PageFailed, Place, State
from support.journal import Journal

THERE = {"count": 1, "visible": True, "enabled": True}


class Saying:
    """A driver whose page answers a look with each of these in turn, the last again and again."""

    def __init__(self, *answers: dict[str, Any] | Exception) -> None:
        self._answers = list(answers)

    def execute_script(self, script: str, *_: object) -> Any:
        """Answer what a look is answered, and that nothing was heard else."""
        if "state(" not in script:
            return []
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def page(*answers: dict[str, Any] | Exception) -> WebDriverPage:
    return WebDriverPage(cast("WebDriver", Saying(*answers)), Journal(), patience=0.1)


def test_an_error_of_the_script_is_no_absence() -> None:
    with pytest.raises(PageFailed, match="Refused to evaluate a string"):
        page(JavascriptException("Refused to evaluate a string")).state(Place("button", "Save"))


def test_two_frames_of_a_name_are_no_absence() -> None:
    with pytest.raises(PageFailed, match="2 frames are called Canvas"):
        page(JavascriptException("2 frames are called Canvas")).state(Place("button", frame="Canvas"))


def test_a_page_that_went_meanwhile_is_asked_again() -> None:
    went = JavascriptException("undefined is not an object")
    assert page(went, THERE).state(Place("button", "Save")) == State(there=True, visible=True, enabled=True)


def test_what_stands_in_a_frame_that_is_not_there_is_absent() -> None:
    gone = JavascriptException("Error: 0 frames are called Canvas")
    assert page(gone).state(Place("button", frame="Canvas")) == State(there=False)


class Going:
    """A Playwright tab with one thing on it that goes while it is looked at, this many times."""

    def __init__(self, goes: int) -> None:
        self._goes = goes

    def on(self, *_: object) -> None:
        """Nothing is ever heard from it."""

    def get_by_role(self, *_: object, **__: object) -> Going:
        """Give the one thing."""
        return self

    def count(self) -> int:
        """It is there whenever it is counted."""
        return 1

    def is_visible(self) -> bool:
        """Where it is, it is seen."""
        return True

    def is_enabled(self, *, timeout: float) -> bool:
        """Wait for a page that does not come in time; as soon as one came, answer."""
        self._goes -= 1
        if self._goes >= 0:
            raise NotInTime(f"Timeout {timeout}ms exceeded")
        return True


def test_the_page_that_came_meanwhile_is_asked() -> None:
    tab = PlaywrightPage(cast("Tab", Going(1)), Journal())
    assert tab.state(Place("status", "Save state")) == State(there=True, visible=True, enabled=True)


def test_a_page_that_never_comes_is_no_absence() -> None:
    with pytest.raises(PageFailed, match="Timeout 1000ms"):
        PlaywrightPage(cast("Tab", Going(9)), Journal()).state(Place("status", "Save state"))
