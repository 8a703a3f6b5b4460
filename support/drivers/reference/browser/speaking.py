"""The language of a site, on the screen, and as a browser knows it of a live page."""

from __future__ import annotations

from support.drivers.page import Place
from support.drivers.reference.browser.builder import Builder

_SAID = "() => new Intl.DisplayNames(['en'], { type: 'language' }).of(document.documentElement.lang || 'und')"


class BrowserSpeaking(Builder):
    """In which language a site is."""

    def speak(self, site: str, language: str) -> None:
        """Choose it in the settings of the home page."""
        self.forget()
        self.show(site)
        self.page.press(Place("button", "This page"))
        self.page.choose(Place("combobox", "Language of its words"), language)
        self.page.press(Place("button", "Keep"))
        self.saved(site)

    def announced(self, site: str, page: str | None = None) -> str:
        """Open a live page as a stranger and return what the browser calls its language."""
        visitor = self.seat.page("visit")
        visitor.open(self.seat.world.addresses.live(site, page))
        return str(visitor.evaluate(_SAID))
