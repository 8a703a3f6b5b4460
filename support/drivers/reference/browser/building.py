"""Building by pointer and keyboard."""

from __future__ import annotations

from hamcrest import contains_string, equal_to, is_not

from support.drivers.page import Place
from support.drivers.reference.api.building import DEFAULT_TEMPLATE
from support.drivers.reference.browser.builder import FORM_BLOCK, LAYERS, SAVE_STATE, Builder
from support.drivers.reference.browser.screen import ALERT
from support.records import Draft, Refused

_REST = 0.15  # s that a hand rests before it lets go; without any, Firefox loses the drop (docs/decisions.md)
_FORM = Place("button", "Sign-up form", within=LAYERS)


class BrowserBuilding(Builder):
    """Laying out a page."""

    def start(self, site: str, template: str | None = None) -> None:
        """Choose a template, name the site, and wait until its builder stands."""
        self.go("/templates")
        self.page.press(Place("button", f"Choose {template or DEFAULT_TEMPLATE}"))
        self.page.fill(Place("textbox", "Name of your site"), self.seat.world.real(site))
        self.page.press(Place("button", "Start this site"))
        self.opened(site)

    def open(self, site: str) -> None:
        """Go to the address that a site's owner has in the builder."""
        self.go(self.seat.world.addresses.builder(site))
        if self.page.state(ALERT).visible and not self.page.state(SAVE_STATE).there:
            raise Refused(self.words(ALERT))

    def add_form(self, site: str, section: str) -> None:
        """Drag the sign-up form from the palette to the end of a section."""
        self.show(site)
        self.select(section)
        start = self.page.box(FORM_BLOCK).at(0.3, 0.3)
        self.page.pointer([start, self.end_of_selected()], pause=_REST)
        self.page.find(_FORM)
        self.saved(site)

    def add_form_by_keyboard(self, site: str, section: str) -> None:
        """Walk to the section and then to the block, and choose both by the Enter key."""
        self.show(site)
        self.walk_to(section)
        self.key(FORM_BLOCK, "Enter")
        self.page.find(_FORM)
        self.saved(site)

    def change_headline(self, site: str, words: str) -> None:
        """Choose the headline in the list, write another one, and wait until it is stored."""
        self.show(site)
        self.select(self.headline_line())
        self.page.fill(Place("textbox", "Text"), words)
        self.wait_for(
            LAYERS, contains_string(words), "the list of what is on the page should name the new headline"
        )
        self.saved(site)

    def draft(self, site: str) -> Draft:
        """Load the builder anew and return the page as it comes back."""
        self.forget()
        self.show(site)
        self.wait_for(LAYERS, is_not(equal_to("")), f"the builder should list what is on the page of {site}")
        return self.shown_draft()
