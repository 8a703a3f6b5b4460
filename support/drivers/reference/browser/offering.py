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
        return self._is_there("heading", words)

    def shows(self, words: str) -> bool:
        """Whether the frame beneath the name has such a picture."""
        return self._is_there("img", words)

    def _is_there(self, role: str, words: str) -> bool:
        return self.page.state(Place(role, words, frame=f"Preview of {self.seat.kept[_AT]}")).visible


class BrowserTemplating(Screen):
    """Templates that one makes oneself."""

    def save(self, site: str, template: str) -> None:
        """Open a site's settings, write a name, and save it as a template."""
        self.go("/sites")
        self.page.press(Place("button", f"Settings of {self.seat.world.real(site)}"))
        self.page.fill(Place("textbox", "Name of the template"), template)
        self.page.press(Place("button", "Save as a template"))
        self.answered(_TOLD, f"{site} should be told to be a template, or it be said why not")

    def renew(self, site: str, template: str) -> None:
        """Open a site's settings, choose the template, and save another version of it."""
        self.go("/sites")
        self.page.press(Place("button", f"Settings of {self.seat.world.real(site)}"))
        self.page.choose(Place("combobox", "Your template"), template)
        self.page.press(Place("button", "Save as another version of it"))
        self.answered(_TOLD, f"{template} should be told to be another version, or it be said why not")

    def remove(self, template: str) -> None:
        """Choose it, and say that it is offered no more."""
        BrowserOffering(self.seat).look_at(template)
        self.page.press(Place("button", "Offer it no more"))
        self.answered(_TOLD, f"{template} should be told to be offered no more, or it be said why not")

    def version_of(self, site: str) -> int:
        """Not on a screen: a site is begun once, and nobody asks from which version."""
        raise NotImplementedError(f"of which version {site} is, is told by API: tag the scenario @api")
