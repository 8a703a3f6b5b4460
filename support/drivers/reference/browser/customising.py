"""Customising on the screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hamcrest import contains_string, equal_to

from support.drivers.page import Place
from support.drivers.reference.api.customising import SUGGESTED_FOR
from support.drivers.reference.browser.builder import Builder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.records import Brief

_PANEL = Place("region", "Suggestion")
_ACCEPT, _REFUSE = Place("button", "Accept", within=_PANEL), Place("button", "Refuse", within=_PANEL)
_PROPOSALS = "() => [...document.querySelectorAll('#suggestion [aria-pressed]')].map(one => one.textContent)"
_PRESSED = "() => document.querySelector('#suggestion [aria-pressed=\"true\"]')?.textContent"
_STOP = Place("button", "Stop", within=_PANEL)
_LIMIT = 60.0  # s until the specs give up; what a marketer is granted stands in the sentences


class BrowserCustomising(Builder):
    """Words from the copywriter."""

    def ask(self, site: str, section: str, brief: Brief) -> None:
        """Choose a section, fill in the brief and ask for other words."""
        self._ask(site, section, brief)
        self._answered()

    def _answered(self) -> None:
        self.answered(_ACCEPT, "the copywriter should answer, or the builder say that it does not", _LIMIT)

    def _ask(self, site: str, section: str, brief: Brief) -> None:
        self.show(site)
        self.select(section)
        self._send(site, brief)

    def _send(self, site: str, brief: Brief) -> None:
        self.seat.kept[SUGGESTED_FOR] = site
        self.page.fill(Place("textbox", "Your business"), brief.business)
        self.page.fill(Place("textbox", "For whom"), brief.audience)
        self.page.fill(Place("textbox", "Goal"), brief.goal)
        self.page.press(Place("button", "Suggest other words"))

    def shown(self) -> Sequence[str]:
        """Return the proposed words, without those that they stand beside."""
        words: list[str] = self.page.evaluate(
            "() => [...document.querySelectorAll('#suggestion ins')].map(one => one.innerText)"
        )
        return words

    def ask_again(self) -> None:
        """Press it; what was proposed goes at once, and comes back beside the new words."""
        self._see_suggestion()
        self.page.press(Place("button", "Other words", within=_PANEL))
        self._answered()

    def choices(self) -> Sequence[Sequence[str]]:
        """Look at one after the other."""
        found = []
        for number in range(1, len(self._proposals()) + 1):
            self.choose(number)
            found.append(self.shown())
        return found

    def choose(self, number: int) -> None:
        """Press the button with its number, and wait until that is what is shown."""
        button = Place("button", f"Proposal {number}", within=_PANEL)
        self.page.press(button)
        name = f"Proposal {number}"
        shown = partial(self.page.evaluate, _PRESSED)
        self.seat.world.wait_until(shown, equal_to(name), f"{name} should be shown")

    def _proposals(self) -> list[str]:
        names: list[str] = self.page.evaluate(_PROPOSALS)
        return names

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


class BrowserAsking(BrowserCustomising):
    """What else than a section the copywriter is asked about."""

    def about_headline(self, site: str, brief: Brief) -> None:
        """Choose the headline, fill in the brief and ask."""
        self.show(site)
        self.select(self.headline_line())
        self._send(site, brief)
        self._answered()

    def about_page(self, site: str, brief: Brief, page: str | None = None) -> None:
        """Choose nothing, fill in the brief and ask: then it is about the whole page."""
        if page:
            raise NotImplementedError(f"{page} is asked about by API so far: tag the scenario @api")
        self.forget()
        self.show(site)
        self._send(site, brief)
        self._answered()

    def left(self) -> str:
        """Read what stands beneath the proposed words."""
        return self.page.text(Place("note", "Why so"))


class BrowserWriting(BrowserCustomising):
    """Words from the copywriter, while it writes them."""

    def begin(self, site: str, section: str, brief: Brief) -> None:
        """Ask, and go on once the builder says that it is being written."""
        self._ask(site, section, brief)
        self.page.find(_STOP)

    def so_far(self) -> Sequence[str]:
        """Return the words that stand in the panel by now."""
        return self.shown()

    def offered(self) -> bool:
        """Whether the button is there."""
        return self.page.state(_ACCEPT).there

    def end(self) -> None:
        """Press it."""
        self.page.press(_STOP)

    def said(self) -> str:
        """Return what the panel says."""
        return self.words(Place("status", within=_PANEL))
