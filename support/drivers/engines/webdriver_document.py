"""What is looked for in the documents of a WebDriver page, and what they tell."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Literal

from selenium.common.exceptions import (
    JavascriptException,
    StaleElementReferenceException,
)

from support.drivers.engines.webdriver_script import script
from support.drivers.page import PageFailed, Place

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

    from support.journal import Journal

Wants = Literal["there", "seen", "usable"]
_POLL = 0.05  # seconds between two looks at something that is waited for
_ABSENT = "__absent"
# The window of the frame whose title comes as the last argument, or the page's own where it is null.
_FOUND = """const found = title === null ? [window]
  : [...document.querySelectorAll('iframe')].flatMap((one) => one.title === title ? [one.contentWindow] : [])
if (found.length !== 1) throw new Error(`${found.length} frames are called ${title}`)
const [at] = found"""
NO_FRAME = "0 frames are called "
_TURNED = f"const title = arguments[arguments.length - 1]; {_FOUND}"
_RESTS = f"const [title, done] = arguments; {_FOUND}; at.__mm.rests(done)"
# What a look meets while a page is on its way out, or its frame is drawn anew: it is looked at again.
PASSING = (StaleElementReferenceException, JavascriptException)


class Document:
    """The page's own document and those in its frames.

    Attributes:
        complaints: what scripts complained about, the oldest first.
    """

    def __init__(self, driver: WebDriver, journal: Journal, patience: float) -> None:
        self._driver, self._journal, self._patience = driver, journal, patience
        self.complaints: list[str] = []
        self._frame: str | None = None

    def enter(self, place: Place) -> list[dict[str, Any]]:
        """Turn to the document that a place is in; return the places from the outermost to itself.

        The driver stays where it is, and what is framed is asked by script: WebKit's driver would give
        a frame the focus as it goes there. So it takes frames of the page's own origin, as a canvas is.
        """
        chain = [place]
        while chain[0].within:
            chain.insert(0, chain[0].within)
        self._frame = chain[0].frame
        return [{"role": one.role, "name": one.name, "whole": one.whole} for one in chain]

    def leave(self) -> None:
        """Turn to the page's own document."""
        self._frame = None

    def call(self, body: str, *words: object) -> Any:
        """Run a script of ours in the document that was turned to, `at` its window; ours comes there once."""
        asked = f"{_TURNED}; if (!at.__mm) return '{_ABSENT}'; {body}"
        answer = self._driver.execute_script(asked, *words, self._frame)
        if answer == _ABSENT:
            # its names are looked up in that window; eval there is what a page's own policy may refuse
            self._driver.execute_script(f"{_TURNED}; with (at) {{ {script()} }}", self._frame)
            answer = self._driver.execute_script(asked, *words, self._frame)
        if answer == _ABSENT:
            raise StaleElementReferenceException("the page went while it was asked")
        return answer

    def listen(self) -> None:
        """Write down what the page has complained of and asked since it was listened to."""
        for one in self.call("return at.__mm.drain()"):
            if one["kind"] == "exchange":
                self._journal.heard(one["method"], one["url"], one["status"], one["trace"], one["sent"])
            else:
                self.complaints.append(f"{one['kind']}: {one['text']}")

    def now(self, place: Place) -> dict[str, Any]:
        """How something is, without waiting for it; a page that is on its way out is asked again.

        Raises:
            JavascriptException, StaleElementReferenceException: it cannot be told; that is no absence.
        """
        end = time.monotonic() + self._patience
        while True:
            try:
                found: dict[str, Any] = self.call("return at.__mm.state(arguments[0])", self.enter(place))
                self.listen()
            except PASSING as error:
                if NO_FRAME in (error.msg or ""):
                    return {"count": 0, "visible": False, "enabled": False}
                if time.monotonic() > end:
                    raise
                time.sleep(_POLL)  # as in `wait`
            else:
                return found

    def _look(self, place: Place, wants: Wants) -> str:
        found = self.call("return at.__mm.look(arguments[0], arguments[1])", self.enter(place), wants)
        self.listen()
        if found["count"] > 1:
            raise PageFailed(f"strict mode violation: {place} is there {found['count']} times")
        return str(found["obstacle"])

    def ask(self, place: Place, wants: Wants, what: str) -> Any:
        """Wait until the one thing at a place is as it is wanted, and return what our verb says of it."""
        end = time.monotonic() + self._patience
        while True:
            self.wait(place, wants)
            try:
                return self.call(f"return at.__mm.{what}()")
            except PASSING:  # the page went between the look and the question
                if time.monotonic() > end:
                    raise

    def wait(self, place: Place, wants: Wants) -> None:
        """Wait until the one thing at a place is as it is wanted; the document then holds it.

        Raises:
            PageFailed: two fit, or it never is; the message says what was in the way at last.
        """
        end = time.monotonic() + self._patience
        while True:
            try:
                obstacle = self._look(place, wants)
                if not obstacle and (wants != "usable" or self._rests()):
                    return
                obstacle = obstacle or "it moves"
            except PASSING as error:
                obstacle = " ".join((error.msg or type(error).__name__).split())
            if time.monotonic() > end:
                raise PageFailed(f"Timeout {self._patience * 1000:.0f}ms exceeded: {place}: {obstacle}")
            time.sleep(_POLL)  # the driver tells of nothing that changes on a page

    def _rests(self) -> bool:
        """Whether something stays where it is drawn, from one picture of the window to the next."""
        return bool(self._driver.execute_async_script(_RESTS, self._frame))
