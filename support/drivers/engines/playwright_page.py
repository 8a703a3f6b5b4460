"""A page driven by Playwright."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error, TimeoutError as NotInTime

from support.drivers.engines.telling import told
from support.drivers.page import Box, NotReachable, PageFailed, Place, State, letters_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Locator, Page as Tab, Response

    from support.journal import Journal

_SMALL = 6.0  # pixels: a first small move makes it a drag
_STEPS = 12
_AT_ONCE = 1000  # milliseconds: what is there tells within that how it is
_MOST_TABS = 250  # more than anybody's patience, and than any of our screens has places
_SPOKEN = {"document", "fetch", "xhr"}  # what a page asks of the platform, pictures and scripts aside


_told = told(Error, lambda error: error.message)

_OFFERED = "one => [...one.options].map(each => each.label.trim())"


class PlaywrightPage:
    """One tab. Everything that a person does is written into the journal."""

    def __init__(self, tab: Tab, journal: Journal) -> None:
        self._tab, self._journal = tab, journal
        self._complaints: list[str] = []
        tab.on("console", lambda message: self._note(message.type, message.text))
        tab.on("pageerror", lambda error: self._note("error", str(error)))
        tab.on("response", self._heard)

    def _heard(self, answer: Response) -> None:
        if answer.request.resource_type in _SPOKEN:
            request, trace_id = answer.request, answer.headers.get("x-trace-id", "")
            sent = (request.post_data_buffer or b"").decode("utf-8", "replace")
            self._journal.heard(
                request.method, answer.url, answer.status, trace_id, sent, headers=answer.headers
            )

    def _note(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self._complaints.append(f"{kind}: {text}")

    def _locate(self, place: Place) -> Locator:
        scope: Any = self._tab  # roles are plain words in the port, and an enumeration in Playwright
        if place.within:
            scope = self._locate(place.within)
        elif place.frame:
            scope = self._tab.frame_locator(f'iframe[title="{place.frame}"]')
        if place.role == "labelled":
            found: Locator = scope.get_by_label(place.name or "", exact=place.whole)
        else:
            found = scope.get_by_role(place.role, name=place.name, exact=place.whole)
        return found

    def _click(self, found: Locator, _place: Place, times: int = 1) -> None:
        found.click(no_wait_after=True, click_count=times)

    def _drawn(self, found: Locator, _place: Place) -> Box | None:
        found.scroll_into_view_if_needed()
        drawn = found.bounding_box()
        return Box(**drawn) if drawn else None

    def _go(self, address: str) -> None:
        self._tab.goto(address)

    @_told
    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""
        self._journal.visited()
        self._go(address)
        self._journal.read(self._tab.evaluate("document.body?.innerText ?? ''"))

    @_told
    def find(self, place: Place) -> Place:
        """Wait until exactly one such thing is to be seen, and return its place."""
        self._locate(place).wait_for(state="visible")
        return place

    @_told
    def press(self, place: Place, times: int = 1, held: str | None = None) -> None:
        """Press something with the pointer, once or twice in a row; what then happens is not waited for."""
        self._journal.pointed()
        if held:
            self._tab.keyboard.down(held)
        try:
            self._click(self._locate(place), place, times)
        finally:
            if held:
                self._tab.keyboard.up(held)

    @_told
    def fill(self, place: Place, text: str) -> None:
        """Press a field, select what is there, and type something else."""
        self._journal.pointed()
        self._journal.typed(text)
        if place.role == "labelled":  # a password has no role, so it is found by its label
            self._journal.secrets.add(text, "what was typed where nobody sees it")
        self._click(self._locate(place), place)
        self._tab.keyboard.press("ControlOrMeta+a")
        self._tab.keyboard.press("Delete")
        self._tab.keyboard.type(text)

    @_told
    def choose(self, place: Place, option: str) -> None:
        """Focus a list and type an option's first letters, the keyboard's way; LookupError without one."""
        self._journal.typed(option)
        found = self._locate(place)
        found.focus()
        self._tab.keyboard.type(letters_for(option, found.evaluate(_OFFERED)))
        chosen = found.evaluate("one => one.selectedOptions[0]?.label.trim()")
        if chosen != option:
            raise LookupError(f"{place.name} offers no {option!r}; typing it chose {chosen!r}")

    @_told
    def type(self, text: str) -> None:
        """Type with the keyboard into what has the focus."""
        self._journal.typed(text)
        self._tab.keyboard.type(text)

    @_told
    def key(self, place: Place, key: str, times: int = 1) -> None:
        """Walk to something with the Tab key and press a key there; again where the focus is by then."""
        self._journal.typed(" " * times)
        found = self._locate(place)
        found.wait_for(state="visible")
        for _ in range(_MOST_TABS):
            if found.evaluate("one => one === document.activeElement"):
                for _ in range(times):
                    self._tab.keyboard.press(key)
                return
            self._tab.keyboard.press("Tab")
        raise NotReachable(f"{place.name} cannot be reached with the Tab key")

    @_told
    def pointer(self, path: Sequence[tuple[float, float]], pause: float = 0.0) -> None:
        """Press at the first point, move through the others in small steps, pause, release at the last."""
        self._journal.pointed()
        mouse, (x, y) = self._tab.mouse, path[0]
        mouse.move(x, y)
        mouse.down()
        for point in path[1:]:
            mouse.move(x + _SMALL, y + _SMALL)
            mouse.move(*point, steps=_STEPS)
        time.sleep(pause)  # a hand that comes to rest: part of the gesture (docs/decisions.md)
        mouse.up()

    @_told
    def text(self, place: Place) -> str:
        """Return the text of something, as it is seen."""
        return self._locate(place).inner_text()

    @_told
    def value(self, place: Place) -> str:
        """Return what stands in a field."""
        return self._locate(place).input_value()

    @_told
    def state(self, place: Place) -> State:
        """Return how something is right now, without waiting."""
        found = self._locate(place)
        try:
            return self._look(found)
        except NotInTime:
            return self._look(found)  # it went while it was looked at: the page that came is asked

    @staticmethod
    def _look(found: Locator) -> State:
        if not found.count():
            return State(there=False)
        return State(there=True, visible=found.is_visible(), enabled=found.is_enabled(timeout=_AT_ONCE))

    @_told
    def box(self, place: Place) -> Box:
        """Scroll something into view and return where it is drawn."""
        drawn = self._drawn(self._locate(place), place)
        if drawn is None:
            raise PageFailed(f"{place} is on the page but not drawn")
        return drawn

    @_told
    def picture(self) -> bytes:
        """Return a picture of the window, as PNG."""
        return self._tab.screenshot()

    @_told
    def evaluate(self, script: str, argument: object = None) -> Any:
        """Run a script on the page and return its result."""
        return self._tab.evaluate(script, argument)

    @_told
    def upload(self, place: Place, file: Path) -> None:
        """Give a file to a field that takes files."""
        self._journal.pointed()
        self._locate(place).set_input_files(file)

    def console(self) -> tuple[str, ...]:
        """Return what the page's scripts complained about, the oldest first."""
        self._tab.wait_for_timeout(0)  # what was said meanwhile is heard when Playwright is asked something
        return tuple(self._complaints)


class TouchedPage(PlaywrightPage):
    """One tab on a screen that takes fingers: what is pressed is tapped."""

    def _click(self, found: Locator, _place: Place, times: int = 1) -> None:
        for _ in range(times):
            found.tap(no_wait_after=True)
