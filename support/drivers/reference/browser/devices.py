"""One page on every device, on the screen: the builder's device, its preview, and what visitors hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hamcrest import is_not

from support.drivers.page import Place
from support.drivers.reference.api.devices import ApiDevices
from support.drivers.reference.browser.composing import BrowserComposing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.drivers.page import Page

_SHOWN_AS, _PREVIEW = Place("group", "Show as on"), Place("dialog", "Preview")
_PREVIEWED = Place("main", frame="Page preview")
_SIDE = """words => {
  const one = [...document.querySelectorAll('h1, h2, h3, p')].find(one => one.textContent.trim() === words)
  return one && getComputedStyle(one).textAlign
}"""


_BEYOND = """async () => {
  await Promise.all([...document.images].map(one => { one.loading = 'eager'; return one.decode() }))
  return document.documentElement.scrollWidth - document.documentElement.clientWidth
}"""


class BrowserDevices(BrowserComposing):
    """What is set for each device."""

    def leave_out(self, site: str, words: str, device: str) -> None:
        """Show the page as on the device, choose it and tick that it is left out."""
        self._choose(site, words)
        self.page.press(Place("button", device.capitalize(), within=_SHOWN_AS))
        self.page.press(Place("checkbox", f"Leave out on {device}s"))
        self._stored(site)

    def set_aside(self, site: str, words: str, side: str, device: str) -> None:
        """Show the page as on the device, choose it and choose its place."""
        self._choose(site, words)
        self.page.press(Place("button", device.capitalize(), within=_SHOWN_AS))
        self.page.choose(Place("combobox", "Place"), side)
        self._stored(site)

    def left_out_on(self, site: str, words: str) -> Sequence[str]:
        """Ask what is stored: what the screen shows may be there alone."""
        return ApiDevices(self.seat).left_out_on(site, words)

    def preview(self, site: str, device: str) -> None:
        """Open the preview and choose the device."""
        self.forget()
        self.show(site)
        self.page.press(Place("button", "Preview"))
        self.page.press(Place("button", device.capitalize(), within=_PREVIEW))

    def previewed(self) -> Sequence[str]:
        """Return what the preview shows once it shows anything."""
        return self.seat.world.wait_until(self._in_preview, is_not([]), "the preview should show a page")

    def _in_preview(self) -> Sequence[str]:
        return [line.strip() for line in self.page.text(_PREVIEWED).splitlines() if line.strip()]

    def hold(self, device: str) -> None:
        """Have the pages that are opened from now on as large as on the device."""
        self.seat.ways = replace(self.seat.ways, device=device)

    def side_of(self, site: str, words: str) -> str:
        """Open the live page and measure."""
        return str(self._visited(site).evaluate(_SIDE, words))

    def beyond_edge(self, site: str) -> int:
        """Open the live page and measure, once its pictures are there."""
        return int(self._visited(site).evaluate(_BEYOND))

    def _visited(self, site: str) -> Page:
        page = self.seat.page("visit")
        page.open(self.seat.world.addresses.live(site))
        return page
