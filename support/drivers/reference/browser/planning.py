"""Suggested workflows on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hamcrest import equal_to

from support.drivers.page import Place
from support.drivers.reference.browser.builder import Builder
from support.drivers.reference.browser.connecting import BrowserConnecting

if TYPE_CHECKING:
    from collections.abc import Sequence

_PANEL = Place("region", "Workflow")
_SUITED = Place("list", "Suggested workflows", within=_PANEL)
_SUGGEST = Place("button", "Suggest workflows", within=_PANEL)
_TOLD = """() => [...document.querySelectorAll('.plans > li')].map(
  one => [one.querySelector('b').textContent, one.querySelector('p').textContent])"""
_CHOSEN = """() => document.querySelector('#connecting select')?.selectedOptions[0]?.label ?? ''"""
_NAMES = """() => [...document.querySelectorAll('#connecting select[name=workflow] option')].map(
  one => one.label)"""


class BrowserPlanning(Builder):
    """Which workflows would suit a form."""

    def look(self, site: str) -> None:
        """Choose the form, and have workflows suggested beside it."""
        BrowserConnecting(self.seat).look(site)
        self.page.press(_SUGGEST)
        self.answered(_SUITED, f"workflows should be suggested for the form of {site}, or it be said why not")

    def suited(self) -> Sequence[tuple[str, str]]:
        """Return names and reasons as they stand there."""
        return [(name, reason) for name, reason in self.page.evaluate(_TOLD)]

    def take(self, site: str, workflow: str) -> None:
        """Have them suggested, press the button of one, and wait until the panel is back, or says no."""
        self.look(site)
        self.page.press(Place("button", f"Use {workflow}", within=_PANEL))
        self.answered(_SUGGEST, f"{workflow} should be made for {site}, or it be said why not")
        chosen = f"{workflow} should be chosen beside the form of {site}"
        self.seat.world.wait_until(lambda: self.page.evaluate(_CHOSEN), equal_to(workflow), chosen)

    def workflows(self, site: str) -> Sequence[str]:
        """Return the names that the form's panel offers."""
        BrowserConnecting(self.seat).look(site)
        names: list[str] = self.page.evaluate(_NAMES)
        return names

    def ask_no_more(self, site: str, label: str) -> None:
        """Choose the field in the list of what is on the page, and remove it."""
        self.show(site)
        self.select(f"Field: {label}")
        self.page.press(Place("button", "Remove"))
        self.saved(site)
