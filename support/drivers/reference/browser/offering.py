"""What there is to start from, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hamcrest import contains_string, equal_to, is_not

from support.drivers.page import Place
from support.drivers.reference.browser.screen import Screen
from support.records import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOOK_FOR, _TOLD = Place("searchbox", "Find a template"), Place("status")
_NAMES = "() => [...document.querySelectorAll('.cards h2')].map(title => title.textContent)"
_AT = "template that one looks at"


class BrowserOffering(Screen):
    """The gallery of templates, and each of them by itself."""

    def look_for(self, words: str) -> None:
        """Write into the field above the templates."""
        self.go("/templates")
        self.page.fill(_LOOK_FOR, words)
        self.page.press(Place("button", "Find"))
        said = self.wait_for(_TOLD, is_not(equal_to("")), "the gallery should say what it has found")
        if said.startswith("No template"):
            raise Refused(said)

    def look_among(self, kind: str) -> None:
        """Choose a kind above the templates."""
        self.go("/templates")
        self.page.press(Place("link", kind))
        self.wait_for(_TOLD, contains_string(kind), "the gallery should say what it has of that kind")

    def look_at(self, template: str) -> None:
        """Choose it, and do not name a site."""
        self.go("/templates")
        self.page.press(Place("button", f"Choose {template}"))
        self.seat.kept[_AT] = template

    def found(self) -> Sequence[str]:
        """Return the names on the cards."""
        names: list[str] = self.page.evaluate(_NAMES)
        return names

    def reads(self, words: str) -> bool:
        """Whether the frame beneath the name has such a heading."""
        return self.page.state(Place("heading", words, frame=f"Preview of {self.seat.kept[_AT]}")).visible
