"""Trying out on the screen what visitors would get."""

from __future__ import annotations

from support.drivers.page import Place
from support.drivers.reference.browser.connecting import BrowserConnecting
from support.records import Refused

_STANDS = Place("status", within=Place("region", "Workflow"))
_TRY, _SENT = Place("button", "Try it out"), Place("link", "See its run")


class BrowserSampling(BrowserConnecting):
    """Samples."""

    def try_out(self, site: str) -> None:
        """Press what sends a sample in the panel of the form; what is not offered is refused."""
        self.look(site)
        if not self.page.state(_TRY).there:
            raise Refused(self.words(_STANDS))
        self.page.press(_TRY)
        self.answered(_SENT, "a sample should be on its way, or it be said why not")
