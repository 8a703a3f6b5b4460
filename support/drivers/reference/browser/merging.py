"""Contacts that may be one person, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.page import Place
from support.drivers.reference.browser.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

_GROUPS = """() => [...document.querySelectorAll('section.sheet')].map(
  group => [...group.querySelectorAll('tbody tr')].map(row => row.cells[1].innerText.trim()))"""


class BrowserMerging(Screen):
    """Likely duplicates."""

    def likely(self) -> Sequence[frozenset[str]]:
        """Open the screen and return the addresses of each group."""
        self._go()
        groups: list[list[str]] = self.page.evaluate(_GROUPS)
        return [frozenset(group) for group in groups]

    def merge(self, kept: str, other: str) -> None:
        """Press what takes the other one in."""
        self._go()
        self.page.press(Place("button", f"Take {other} into {kept}"))
        self.answered(Place("status"), f"{other} should be taken into {kept}, or it be said why not")

    def _go(self) -> None:
        self.go("/duplicates")
        self.page.find(Place("heading", "Likely duplicates"))
