"""What asking the copywriter comes to, on the screen."""

from __future__ import annotations

import re

from support.drivers.page import Place
from support.drivers.reference.browser.builder import Builder

_ASKED = Place("note", "Questions to the copywriter")


class BrowserSpending(Builder):
    """How often a workspace has asked, and what that has cost."""

    def asked(self, site: str) -> tuple[int, int]:
        """Open the builder anew and return the two numbers beside the brief."""
        self.forget()
        self.show(site)
        asked, allowance = map(int, re.findall(r"\d+", self.page.text(_ASKED)))
        return asked, allowance

    def tokens(self) -> int:
        """Not on a screen: what providers count is for who pays them."""
        raise NotImplementedError("what the copywriter has cost is told by API: tag the scenario @api")
