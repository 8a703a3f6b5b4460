"""A page driven by WebDriver: the same verbs, found by role and name with a script of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder

from support.drivers.engines.telling import told
from support.drivers.engines.webdriver_document import Document
from support.drivers.engines.webdriver_keys import chord
from support.drivers.page import Box, NotReachable, PageFailed, Place, State, letters_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from selenium.webdriver.common.actions.pointer_actions import PointerActions
    from selenium.webdriver.remote.webdriver import WebDriver

    from support.journal import Journal

_SMALL = 6.0  # pixels: a first small move makes it a drag
_STEPS, _STEP_MS = 12, 8
_MOST_TABS = 250  # more than anybody's patience, and than any of our screens has places
# A script is a function or an expression, and may promise its result.
_EVALUATE = """const done = arguments[arguments.length - 1]
Promise.resolve().then(() => { const it = (%s); return typeof it === 'function' ? it(arguments[0]) : it })
  .then((value) => done([true, value ?? null]), (error) => done([false, String(error)]))"""


def _words(error: WebDriverException) -> str:
    return " ".join((error.msg or type(error).__name__).split())


_told = told(WebDriverException, _words)


class WebDriverPage:
    """One tab. Everything that a person does is written into the journal."""

    def __init__(self, driver: WebDriver, journal: Journal, patience: float) -> None:
        self._driver, self._journal = driver, journal
        self._document = Document(driver, journal, patience)

    @_told
    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""
        self._journal.visited()
        self._document.leave()
        self._driver.get(address)
        self._document.listen()
        self._journal.read(self._driver.execute_script("return document.body.innerText"))

    @_told
    def find(self, place: Place) -> Place:
        """Wait until exactly one such thing is to be seen, and return its place."""
        self._document.wait(place, "seen")
        return place

    @_told
    def press(self, place: Place, times: int = 1, held: str | None = None) -> None:
        """Press something with the pointer, once or twice in a row; what then happens is not waited for."""
        self._journal.pointed()
        self._click(place, times, held)

    def _click(self, place: Place, times: int = 1, held: str | None = None) -> None:
        x, y = self._document.ask(place, "usable", "middle")
        if held:
            self._at_key("down", held)
        try:
            builder = ActionBuilder(self._driver, duration=0)
            hand = _move(builder.pointer_action, (x, y))
            for _ in range(times):
                hand.pointer_down().pointer_up()
            builder.perform()
        finally:
            if held:
                self._at_key("up", held)

    def _at_key(self, way: Literal["down", "up"], key: str) -> None:
        builder = ActionBuilder(self._driver, duration=0)
        {"down": builder.key_action.key_down, "up": builder.key_action.key_up}[way](chord(key)[1])
        builder.perform()

    @_told
    def fill(self, place: Place, text: str) -> None:
        """Press a field, select what is there, and type something else."""
        self._journal.pointed()
        self._journal.typed(text)
        if place.role == "labelled":  # a password has no role, so it is found by its label
            self._journal.secrets.add(text, "what was typed where nobody sees it")
        self._click(place)
        self._keys("ControlOrMeta+a")
        self._keys("Delete")
        self._write(text)

    @_told
    def choose(self, place: Place, option: str) -> None:
        """Focus a list and type an option's first letters, the keyboard's way; LookupError without one."""
        self._journal.typed(option)
        self._document.ask(place, "usable", "focus")
        self._write(letters_for(option, self._document.ask(place, "there", "offered")))
        chosen = self._document.ask(place, "there", "chosen")
        if chosen != option:
            raise LookupError(f"{place.name} offers no {option!r}; typing it chose {chosen!r}")

    @_told
    def type(self, text: str) -> None:
        """Type with the keyboard into what has the focus."""
        self._journal.typed(text)
        self._write(text)

    @_told
    def key(self, place: Place, key: str, times: int = 1) -> None:
        """Walk to something with the Tab key and press a key there; again where the focus is by then."""
        self._journal.typed(" " * times)
        self._document.wait(place, "seen")
        for _ in range(_MOST_TABS):
            if self._document.ask(place, "seen", "focused"):
                for _ in range(times):
                    self._keys(key)
                return
            self._keys("Tab")
        raise NotReachable(f"{place.name} cannot be reached with the Tab key")

    @_told
    def pointer(self, path: Sequence[tuple[float, float]], pause: float = 0.0) -> None:
        """Press at the first point, move through the others in small steps, pause, release at the last."""
        self._journal.pointed()
        (x, y), others = path[0], path[1:]
        builder = ActionBuilder(self._driver, duration=0)
        hand = builder.pointer_action
        _move(hand, (x, y)).pointer_down()
        at = (x, y)
        for end in others:
            at = (at[0] + _SMALL, at[1] + _SMALL)
            for point in (at, *_between(at, end)):
                _move(hand, point).pause(_STEP_MS / 1000)
            at = end
        hand.pause(pause).pointer_up()
        builder.perform()

    @_told
    def text(self, place: Place) -> str:
        """Return the text of something, as it is seen."""
        return str(self._document.ask(place, "there", "text"))

    @_told
    def value(self, place: Place) -> str:
        """Return what stands in a field."""
        return str(self._document.ask(place, "there", "value"))

    @_told
    def state(self, place: Place) -> State:
        """Return how something is right now, without waiting."""
        found = self._document.now(place)
        if found["count"] > 1:
            raise PageFailed(f"strict mode violation: {place} is there {found['count']} times")
        return State(bool(found["count"]), found["visible"], found["enabled"])

    @_told
    def box(self, place: Place) -> Box:
        """Scroll something into view and return where it is drawn."""
        return Box(**self._document.ask(place, "seen", "box"))

    @_told
    def picture(self) -> bytes:
        """Return a picture of the window, as PNG."""
        return self._driver.get_screenshot_as_png()

    @_told
    def evaluate(self, script: str, argument: object = None) -> Any:
        """Run a script on the page and return its result."""
        self._document.leave()
        self._document.listen()
        well, value = self._driver.execute_async_script(_EVALUATE % script, argument)
        if not well:
            raise PageFailed(f"evaluate: {value}")
        return value

    @_told
    def upload(self, place: Place, file: Path) -> None:
        """Give a file to a field that takes files."""
        self._journal.pointed()
        self._document.ask(place, "there", "element").send_keys(str(file))

    @_told
    def console(self) -> tuple[str, ...]:
        """Return what the page's scripts complained about, the oldest first."""
        self._document.leave()
        self._document.listen()
        return tuple(self._document.complaints)

    def _keys(self, keys: str) -> None:
        held, last = chord(keys)
        actions = ActionChains(self._driver, duration=0)
        for one in held:
            actions.key_down(one)
        actions.send_keys(last)
        for one in reversed(held):
            actions.key_up(one)
        actions.perform()

    def _write(self, text: str) -> None:
        if text:
            ActionChains(self._driver, duration=0).send_keys(text).perform()


def _move(hand: PointerActions, to: tuple[float, float]) -> PointerActions:
    moved: PointerActions = hand.move_to_location(round(to[0]), round(to[1]))
    return moved


def _between(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """Return the points of a way in small steps, its end included."""
    (x, y), (to_x, to_y) = start, end
    return [(x + (to_x - x) * one / _STEPS, y + (to_y - y) * one / _STEPS) for one in range(1, _STEPS + 1)]
