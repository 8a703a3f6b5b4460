"""The language of a site, by API, and as a live page's own markup says it."""

from __future__ import annotations

import re

from support.drivers.reference.api.pages import ApiPages

_CODES = {"English": "en", "German": "de", "French": "fr"}
_SAID = re.compile(r"<html[^>]*\slang=\"([^\"]*)\"")  # what reads aloud looks there (WHATWG HTML §3.2.6.2)


class ApiSpeaking(ApiPages):
    """In which language a site is."""

    def speak(self, site: str, language: str, page: str | None = None) -> None:
        """Set the language of a page."""
        said = {"language": _CODES[language]}
        self._operate(site, {"kind": "set", "id": self._line(site, page or site)["id"], "properties": said})

    def announced(self, site: str, page: str | None = None) -> str:
        """Return what the markup of a live page says."""
        served = self.seat.session.send("GET", self.seat.world.addresses.live(site, page)).text
        found = _SAID.search(served)
        code = found[1] if found else ""
        return next((name for name, known in _CODES.items() if known == code), code)
