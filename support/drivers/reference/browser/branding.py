"""Brands on the screen."""

from __future__ import annotations

from support.drivers.page import Place
from support.drivers.reference.browser.builder import Builder

_NAME, _AVOID = Place("textbox", "Name as customers know it"), Place("textbox", "Words to avoid")
_VOICE, _COLOUR = Place("combobox", "Voice"), Place("textbox", "Colour of buttons")
_SAVE, _SAVED = Place("button", "Save the brand"), Place("status")
# The colour behind the first call to action of a document, as six digits.
_SHADE = """() => {
  const shade = getComputedStyle(%s.querySelector('.action')).backgroundColor
  return '#' + shade.match(/\\d+/g).slice(0, 3).map(one => Number(one).toString(16).padStart(2, '0')).join('')
}"""
_LIVE = _SHADE % "document"
_BUILT = _SHADE % "document.querySelector('iframe[title=\"Page canvas\"]').contentDocument"


class BrowserBranding(Builder):
    """Who a workspace is to its customers."""

    def name(self, name: str, voice: str) -> None:
        """Fill in the name and choose the voice."""
        self.go("/brand")
        self.page.fill(_NAME, name)
        self.page.choose(_VOICE, voice)
        self._save()

    def avoid(self, words: str) -> None:
        """Fill in the words, as they are written."""
        self.go("/brand")
        self.page.fill(_AVOID, words)
        self._save()

    def colour(self, colour: str) -> None:
        """Fill in the colour."""
        self.go("/brand")
        self.page.fill(_COLOUR, colour)
        self._save()

    def coloured(self) -> str:
        """Open the screen and return what stands in the field."""
        self.go("/brand")
        return self.page.value(_COLOUR)

    def brief(self, site: str) -> tuple[str, str]:
        """Return the business and the tone that stand beside the page before anybody writes there."""
        self.show(site)
        return self.page.value(Place("textbox", "Your business")), self.page.value(Place("combobox", "Tone"))

    def buttons_built(self, site: str) -> str:
        """Return the colour of the first call to action on the canvas."""
        self.show(site)
        shade: str = self.page.evaluate(_BUILT)
        return shade

    def buttons_live(self, site: str) -> str:
        """Open the live site as a stranger and return the colour of its first call to action."""
        page = self.seat.page("visit")
        page.open(self.seat.world.addresses.live(site))
        shade: str = page.evaluate(_LIVE)
        return shade

    def _save(self) -> None:
        self.page.press(_SAVE)
        self.answered(_SAVED, "the brand should be saved, or it be said why not")
