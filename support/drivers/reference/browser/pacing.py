"""When and how fast letters to many go out, on the screen."""

from __future__ import annotations

from support.drivers.page import Place
from support.drivers.reference.browser.screen import Screen

_FROM, _UNTIL = Place("textbox", "Quiet from"), Place("textbox", "Quiet until")
_MANY = Place("textbox", "At most so many letters a minute to one provider")
_KEEP = Place("button", "Save")
_DONE = Place("status")


class BrowserPacing(Screen):
    """Quiet hours, and how many letters a minute."""

    def be_quiet(self, begins: str, ends: str) -> None:
        """Fill in the times."""
        self._look()
        self.page.fill(_FROM, begins)
        self.page.fill(_UNTIL, ends)
        self._keep()

    def slow_down(self, many: int) -> None:
        """Fill in the number."""
        self._look()
        self.page.fill(_MANY, str(many))
        self._keep()

    def _look(self) -> None:
        self.go("/broadcasts")
        self.page.press(Place("link", "When they go out"))
        self.page.find(_KEEP)

    def _keep(self) -> None:
        self.page.press(_KEEP)
        self.answered(_DONE, "letters to many should go out so, or it be said why not")
