"""A letter before anybody gets it, as its broadcast's page shows it in one way or another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from support.drivers.reference.browser.broadcasting import BrowserBroadcasting
from support.engines import USUAL
from support.records_of_mail import LetterSeen

if TYPE_CHECKING:
    from support.drivers.page import Page

_SHOWN_AT = "title => [...document.querySelectorAll('iframe')].find(one => one.title === title)?.src ?? ''"
# A link that would open a window opens none from a sandbox, so it leads nowhere.
_SEEN = """() => {
  const links = [...document.querySelectorAll('a[href]')]
  const pictures = [...document.images]
  const said = one => one.alt !== '' || one.title !== '' || !one.hasAttribute('alt')
  return {
    lines: document.body.innerText.split('\\n').map(one => one.trim()).filter(Boolean),
    offers: links.filter(one => one.checkVisibility()).map(one => one.innerText.trim()),
    leads: [...links.map(one => one.href), ...pictures.map(one => one.src)],
    gaps: pictures.filter(said).length,
  }
}"""
# A picture of the run's own, from where it is heard whether anybody asks for it.
_PUT = """async address => {
  const one = document.body.appendChild(Object.assign(new Image(), { src: address, alt: '' }))
  await one.decode().catch(() => null)
  one.remove()
}"""
_PICTURE, _ASKED_FOR = "/a-picture-of-rye.png", "whether the letter's pictures are asked for"
_DEVICES, _WAY = {"on a phone": "phone"}, "in what way the letter is looked at"


class BrowserPreviewing(BrowserBroadcasting):
    """Previews of a letter; what is framed is opened by itself, as nobody else's page can look into it."""

    def look(self, subject: str, way: str) -> None:
        """Open the letter that the broadcast's page frames; put a picture there, and hear who asks."""
        self.show(subject)
        address = str(self.page.evaluate(_SHOWN_AT, f"The letter {way}"))
        self.seat.ways = replace(self.seat.ways, device=_DEVICES.get(way, USUAL))
        self.seat.kept[_WAY] = way
        self._letter.open(address)
        line, app = self.seat.world.relayed(self.seat.app)
        self._letter.evaluate(_PUT, app + _PICTURE)
        self.seat.kept[_ASKED_FOR] = "so" if line.heard(_PICTURE.encode()) else ""

    def seen(self) -> LetterSeen:
        """Return what stands in the letter."""
        told: dict[str, Any] = self._letter.evaluate(_SEEN)
        pictured = bool(self.seat.kept[_ASKED_FOR])
        several = {name: tuple(told[name]) for name in ("lines", "offers", "leads")}
        return LetterSeen(**several, pictured=pictured, gaps=told["gaps"])

    @property
    def _letter(self) -> Page:
        return self.seat.page(f"letter {self.seat.kept[_WAY]}")
