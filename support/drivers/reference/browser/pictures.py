"""Pictures on the screen: chosen beside the canvas, or dropped onto it."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hamcrest import not_, starts_with

from support.drivers.page import Place
from support.drivers.reference.api.pictures import ApiPictures
from support.drivers.reference.browser.builder import Builder
from support.drivers.reference.browser.screen import ALERT
from support.records import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

_CHOOSE, _NOTE = Place("labelled", "Choose a picture"), Place("status", "Note")
# No driver holds a file over a page: what a browser tells a page of a dropped file is told it by hand.
_DROPPED = """([words, name, content]) => {
  const frame = document.querySelector('iframe[title="Page canvas"]').contentWindow
  const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0))
  const held = new frame.DataTransfer()
  held.items.add(new frame.File([bytes], name, {type: 'image/png'}))
  const at = [...frame.document.querySelectorAll('h1, h2, h3')].find(one => one.textContent.trim() === words)
  for (const what of ['dragenter', 'dragover', 'drop'])
    at.dispatchEvent(new frame.DragEvent(what, {bubbles: true, cancelable: true, dataTransfer: held}))
}"""


class BrowserPictures(Builder):
    """Pictures from one's own machine."""

    def bring(self, name: str, content: bytes, said: str) -> None:
        """Not by itself on a screen: a picture is brought to a place."""
        raise NotImplementedError(
            f"{name} ({said}, {len(content)} bytes) is brought to a page: say onto what"
        )

    def put(self, site: str, name: str) -> None:
        """Not by itself on a screen either."""
        raise NotImplementedError(f"{name} is brought to {site} from one's own machine: say onto what")

    def take_away(self, name: str) -> None:
        """Not on a screen yet."""
        raise NotImplementedError(f"{name} is taken away by API: tag the scenario @api")

    def choose(self, site: str, words: str, name: str, content: bytes) -> None:
        """Choose the image in the list, and a file beside the canvas."""
        self.show(site)
        self.select(f"Image: {words}")
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / name
            file.write_bytes(content)
            self.page.upload(_CHOOSE, file)
            self._brought(site)

    def drop(self, site: str, mark: str, name: str, content: bytes) -> None:
        """Drop a file onto a heading of the canvas."""
        self.show(site)
        self.select(f"Heading: {mark}")
        self.page.evaluate(_DROPPED, [mark, name, base64.b64encode(content).decode()])
        self._brought(site)

    def _brought(self, site: str) -> None:
        """Wait until the picture is kept or refused, and what is on the page is stored."""
        self.wait_for(_NOTE, not_(starts_with("Bringing")), "a file should be kept or refused")
        if said := self.words(ALERT):
            raise Refused(said)
        self.saved(site)

    def shown(self, site: str, words: str) -> bytes:
        """Ask what is stored: a canvas may show what is there alone."""
        return ApiPictures(self.seat).shown(site, words)

    def names(self) -> Sequence[str]:
        """Ask what was kept."""
        return ApiPictures(self.seat).names()

    def seen(self, site: str, name: str) -> bytes:
        """Return what a visitor gets, who asks for a file and not for a page."""
        return ApiPictures(self.seat).seen(site, name)
