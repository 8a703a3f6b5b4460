"""What is looked for in the documents of a WebDriver page, and what they tell."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Literal

from selenium.common.exceptions import (
    JavascriptException,
    NoSuchFrameException,
    StaleElementReferenceException,
)

from support.drivers.engines.webdriver_script import script
from support.drivers.page import PageFailed, Place

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver
    from selenium.webdriver.remote.webelement import WebElement

    from support.journal import Journal

Wants = Literal["there", "seen", "usable"]
_POLL = 0.05  # seconds between two looks at something that is waited for
_ABSENT = "__absent"
# What a look meets while a page is on its way out, or its frame is drawn anew: it is looked at again.
PASSING = (StaleElementReferenceException, NoSuchFrameException, JavascriptException)


class Document:
    """The page's own document and those in its frames.

    Attributes:
        complaints: what scripts complained about, the oldest first.
    """

    def __init__(self, driver: WebDriver, journal: Journal, patience: float) -> None:
        self._driver, self._journal, self._patience = driver, journal, patience
        self.complaints: list[str] = []

    def enter(self, place: Place) -> list[dict[str, Any]]:
        """Go to the document that a place is in; return the places from the outermost to itself."""
        chain = [place]
        while chain[0].within:
            chain.insert(0, chain[0].within)
        self._driver.switch_to.default_content()
        if chain[0].frame:
            frames = self._driver.find_elements("css selector", f'iframe[title="{chain[0].frame}"]')
            if len(frames) != 1:
                raise NoSuchFrameException(f"{len(frames)} frames are called {chain[0].frame}")
            self._driver.switch_to.frame(frames[0])
        return [{"role": one.role, "name": one.name, "whole": one.whole} for one in chain]

    def call(self, body: str, *words: object) -> Any:
        """Run a script of ours in the document that was gone to; it is brought there once."""
        asked = f"if (!window.__mm) return '{_ABSENT}'; {body}"
        answer = self._driver.execute_script(asked, *words)
        if answer == _ABSENT:
            self._driver.execute_script(script())
            answer = self._driver.execute_script(asked, *words)
        return answer

    def listen(self) -> None:
        """Write down what the page has complained of and asked since it was listened to."""
        for one in self.call("return window.__mm.drain()"):
            if one["kind"] == "exchange":
                self._journal.heard(one["method"], one["url"], one["status"], one["trace"], one["sent"])
            else:
                self.complaints.append(f"{one['kind']}: {one['text']}")

    def _look(self, place: Place, wants: Wants) -> tuple[WebElement | None, str]:
        found = self.call("return window.__mm.look(arguments[0], arguments[1])", self.enter(place), wants)
        self.listen()
        if found["count"] > 1:
            raise PageFailed(f"strict mode violation: {place} is there {found['count']} times")
        return found.get("element"), found["obstacle"]

    def wait(self, place: Place, wants: Wants) -> WebElement:
        """Return the one thing at a place, once it is as it is wanted.

        Raises:
            PageFailed: two fit, or it never is; the message says what was in the way at last.
        """
        end = time.monotonic() + self._patience
        while True:
            try:
                element, obstacle = self._look(place, wants)
                if element is not None and not obstacle and (wants != "usable" or self._rests(element)):
                    return element
                obstacle = obstacle or "it moves"
            except PASSING as error:
                obstacle = " ".join((error.msg or type(error).__name__).split())
            if time.monotonic() > end:
                raise PageFailed(f"Timeout {self._patience * 1000:.0f}ms exceeded: {place}: {obstacle}")
            time.sleep(_POLL)  # the driver tells of nothing that changes on a page

    def _rests(self, element: WebElement) -> bool:
        """Whether something stays where it is drawn, from one picture of the window to the next."""
        return bool(self._driver.execute_async_script("window.__mm.rests(...arguments)", element))
