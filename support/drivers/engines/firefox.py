"""Firefox as the system has it, driven by Playwright's BiDi channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error

from support.drivers.engines.engine import STARTING
from support.drivers.engines.playwright_engine import PlaywrightEngine
from support.drivers.engines.playwright_page import PlaywrightPage
from support.drivers.page import Box, Place
from support.setting_up.browser import a_program, find_firefox

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Playwright

# Where something in a frame is drawn in the window; it is scrolled into view first.
_IN_WINDOW = """one => {
  one.scrollIntoView({block: 'center', inline: 'center'})
  const box = one.getBoundingClientRect()
  let x = box.x, y = box.y
  for (let at = one.ownerDocument.defaultView; at.frameElement; at = at.parent) {
    const frame = at.frameElement, outer = frame.getBoundingClientRect()
    x += outer.x + frame.clientLeft
    y += outer.y + frame.clientTop
  }
  return {x, y, width: box.width, height: box.height}
}"""


class FirefoxPage(PlaywrightPage):
    """A tab of Firefox: what is in a frame is measured by script and pressed at its place in the window.

    Over BiDi, GrapesJS's frame has no boxes and takes no clicks; raw moves and presses arrive.
    """

    def _go(self, address: str) -> None:
        try:
            super()._go(address)
        except Error as error:  # now and then BiDi tells of one navigation as of two
            if f'interrupted by another navigation to "{address}"' not in error.message:
                raise
            self._tab.wait_for_url(address)

    def key(self, place: Place, key: str, times: int = 1) -> None:
        """Walk to something and press a key there; the Tab key goes nowhere in a window behind others."""
        self._tab.bring_to_front()
        super().key(place, key, times)

    def _click(self, found: Locator, place: Place, times: int = 1) -> None:
        if not _framed(place):
            super()._click(found, place, times)
            return
        found.wait_for(state="visible")
        self._tab.mouse.click(*self._measured(found).at(0.5, 0.5), click_count=times)

    def _drawn(self, found: Locator, place: Place) -> Box | None:
        if not _framed(place):
            return super()._drawn(found, place)
        return self._measured(found)

    @staticmethod
    def _measured(found: Locator) -> Box:
        box: dict[str, Any] = found.evaluate(_IN_WINDOW)
        return Box(**box)


def _framed(place: Place) -> bool:
    return bool(place.frame or (place.within and _framed(place.within)))


class Firefox(PlaywrightEngine):
    """A running Firefox."""

    name = "firefox"
    driver = "playwright-bidi"
    setting = "MM_FIREFOX"
    page = FirefoxPage
    lacks = ("what a page has sent",)

    def _find(self) -> Path:
        named = self.settings.firefox
        return a_program(named, self.setting) if named else find_firefox()

    def _launch(self, playwright: Playwright, program: Path, records: Path) -> Browser:
        return playwright.firefox.launch(
            channel="moz-firefox",
            executable_path=program,
            headless=not self.settings.headed,
            slow_mo=self.settings.slow,
            traces_dir=records,
            timeout=STARTING * 1000,
        )
