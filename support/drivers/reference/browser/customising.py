"""Customising on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hamcrest import contains_string

from support.drivers.page import Place
from support.drivers.reference.api.customising import SUGGESTED_FOR
from support.drivers.reference.browser.builder import Builder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.records import Brief

_PANEL = Place("region", "Suggestion")
_ACCEPT, _REFUSE = Place("button", "Accept", within=_PANEL), Place("button", "Refuse", within=_PANEL)
_LIMIT = 60.0  # s until the specs give up; what a marketer is granted stands in the sentences


class BrowserCustomising(Builder):
    """Words from the copywriter."""

    def ask(self, site: str, section: str, brief: Brief) -> None:
        """Choose a section, fill in the brief and ask for other words."""
        self.show(site)
        self.seat.kept[SUGGESTED_FOR] = site
        self.select(section)
        self.page.fill(Place("textbox", "Your business"), brief.business)
        self.page.fill(Place("textbox", "For whom"), brief.audience)
        self.page.fill(Place("textbox", "Goal"), brief.goal)
        self.page.press(Place("button", "Suggest other words"))
        self.answered(_ACCEPT, "the copywriter should answer, or the builder say that it does not", _LIMIT)

    def shown(self) -> Sequence[str]:
        """Return the proposed words, without those that they stand beside."""
        words: list[str] = self.page.evaluate(
            "() => [...document.querySelectorAll('#suggestion ins')].map(one => one.innerText)"
        )
        return words

    def accept(self) -> None:
        """Take the proposed words and wait until the builder says that they are on the page."""
        self._decide(_ACCEPT, "The new words are on your page")

    def refuse(self) -> None:
        """Put the proposed words away and wait until the builder says so."""
        self._decide(_REFUSE, "Your page is as it was")

    def waiting(self) -> bool:
        """Whether there is still something to decide on, once the builder is opened anew."""
        self.forget()
        self.show(self.seat.kept[SUGGESTED_FOR])
        return self.page.state(_ACCEPT).there

    def _decide(self, button: Place, said: str) -> None:
        self._see_suggestion()
        self.page.press(button)
        self.wait_for(_PANEL, contains_string(said), "the builder should say what became of the suggestion")

    def _see_suggestion(self) -> None:
        if not self.page.state(_ACCEPT).there:
            self.forget()
            self.show(self.seat.kept[SUGGESTED_FOR])
            self.page.find(_ACCEPT)
