"""The language of a site, on the screen, and as a browser knows it of a live page."""

from __future__ import annotations

from support.drivers.page import Place
from support.drivers.reference.browser.pages import KEEP, BrowserPages

_SAID = "() => new Intl.DisplayNames(['en'], { type: 'language' }).of(document.documentElement.lang || 'und')"


class BrowserSpeaking(BrowserPages):
    """In which language a site is."""

    def speak(self, site: str, language: str, page: str | None = None) -> None:
        """Choose it in the settings of the page."""
        self._open_settings(site, page or site)
        self.page.choose(Place("combobox", "Language of its words"), language)
        self._load_by(KEEP, site)

    def announced(self, site: str, page: str | None = None) -> str:
        """Open a live page as a stranger and return what the browser calls its language."""
        visitor = self.seat.page("visit")
        visitor.open(self.seat.world.addresses.live(site, page))
        return str(visitor.evaluate(_SAID))
