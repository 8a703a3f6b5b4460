"""The pages of a site, in the builder's list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hamcrest import equal_to

from support.drivers.page import Place
from support.drivers.reference.browser.builder import Builder
from support.drivers.reference.browser.screen import ALERT
from support.records import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

_TITLES = """() => [...document.querySelectorAll('nav[aria-labelledby="pages-title"] a')].map(
  link => link.textContent)"""
_HERE = (
    """() => document.querySelector('nav[aria-labelledby="pages-title"] [aria-current]')?.textContent ?? ''"""
)
_PATH = "() => document.querySelector('input[name=path]')?.value ?? ''"
KEEP = Place("button", "Keep")
_PAGES, _SETTINGS, _NEW = Place("navigation", "Pages"), "This page", "Add a page"


class BrowserPages(Builder):
    """The pages of a site."""

    def add(self, site: str, page: str) -> None:
        """Write the name of a page and add it; the builder shows it then."""
        self.forget()
        self.show(site)
        self._unfold(_NEW)
        self.page.fill(Place("textbox", "Name of the page"), page)
        self._load_by(Place("button", "Add page"), site)
        self._learn(site, page)

    def write_headline(self, site: str, page: str, words: str) -> None:
        """Go to a page, choose its headline in the list, write another one, and wait until it is stored."""
        self._go_to(site, page)
        self.select(self.headline_line())
        self.page.fill(Place("textbox", "Text"), words)
        self.saved(site)

    def add_form(self, site: str, page: str) -> None:
        """Not on the screen: what a scenario begins with is arranged by API."""
        raise NotImplementedError(f"a form is put on {page} of {site} by API")

    def take_address_of(self, other: str, site: str, page: str) -> None:
        """Read the address of one page, and write it for another."""
        self._open_settings(site, other)
        path = self.page.value(Place("textbox", "Address of the page"))
        self._open_settings(site, page)
        self.page.fill(Place("textbox", "Address of the page"), path)
        self._load_by(KEEP, site)

    def put_before(self, site: str, page: str, other: str) -> None:
        """Move a page up until the other follows it."""
        self._go_to(site, page)
        for _ in range(self._place(page, site) - self._place(other, site)):
            self._unfold(_SETTINGS)
            self._load_by(Place("button", "Move the page up"), site)

    def remove(self, site: str, page: str) -> None:
        """Remove a page; the builder shows the home page then."""
        self._open_settings(site, page)
        self._load_by(Place("button", "Remove the page"), site)

    def titles(self, site: str) -> Sequence[str]:
        """Return the titles in the list, loaded anew."""
        self.forget()
        self.show(site)
        return self._titles()

    def headline(self, site: str, page: str) -> str:
        """Go to a page, loaded anew, and return its headline."""
        self._go_to(site, page)
        return self.shown_draft().headline

    def _titles(self) -> list[str]:
        return [str(title).strip() for title in self.page.evaluate(_TITLES)]

    def _place(self, page: str, site: str) -> int:
        return self._titles().index(self._title(site, page))

    def _title(self, site: str, page: str) -> str:
        return self.seat.world.real(site) if page == site else page

    def _go_to(self, site: str, page: str) -> None:
        self.forget()
        self.show(site)
        if self._here() != self._title(site, page):
            self._load_by(Place("link", self._title(site, page), within=_PAGES), site)
        self._learn(site, page)
        self.forget()

    def _learn(self, site: str, page: str) -> None:
        here = f"the builder should show the page {page} of {site}"
        self.seat.world.wait_until(self._here, equal_to(self._title(site, page)), here)
        self.seat.world.addresses.tell_page(site, page, str(self.page.evaluate(_PATH)))

    def _here(self) -> str:
        return str(self.page.evaluate(_HERE)).strip()

    def _open_settings(self, site: str, page: str) -> None:
        self._go_to(site, page)
        self._unfold(_SETTINGS)

    def _unfold(self, words: str) -> None:
        self.page.press(Place("button", words))

    def _load_by(self, place: Place, site: str) -> None:
        """Press what loads the builder anew, and wait until it stands, or says why not."""
        self.page.press(place)
        self.saved(site)
        if said := self.words(ALERT):
            raise Refused(said)
