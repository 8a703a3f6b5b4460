"""What came of a site, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hamcrest import equal_to, is_not

from support.drivers.page import Place
from support.drivers.reference.browser.screen import Screen
from support.drivers.reference.browser.visiting import BrowserVisiting
from support.drivers.reference.totals import added_up
from support.records_of_insights import FiguresTold

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "file of what came of "
_TOLD = """() => {
  const number = id => Number(document.querySelector(id).innerText)
  const rows = name => [...document.querySelectorAll(`table[aria-label="${name}"] tbody tr`)].map(
    row => [row.cells[0].textContent.trim(), Number(row.cells[1].textContent)])
  const conversion = document.querySelector('#conversion').dataset.value
  return {
    views: number('#views'), visitors: number('#visitors'), sent: number('#sent'),
    conversion: conversion === '' ? null : Number(conversion),
    days: rows('Days').map(([, views]) => views).reverse(),
    pages: rows('Pages'), sources: rows('Sources'),
    began: number('#began'),
    funnel: [...document.querySelectorAll('.funnel li')].map(
      one => [one.dataset.stage, Number(one.dataset.many)]),
    events: rows('Events'),
    apart: [...document.querySelectorAll('[aria-label="Set apart"] > div')].map(
      one => [one.children[0].innerText, Number(one.children[1].innerText)]),
  }
}"""
_LISTS = ("pages", "sources", "apart", "funnel", "events")
_THERE = Place("heading", "What is counted")


class BrowserCounting(Screen):
    """Figures of a site."""

    def look(self, site: str) -> None:
        """Open the screen; one that says no says why."""
        self.go(f"/sites/{self.seat.world.addresses.identifier(site)}/insights")
        self.answered(_THERE, f"what came of {site} should be shown, or it be said why not")

    def told(self, site: str) -> FiguresTold:
        """Read what stands there."""
        self.look(site)
        told: dict[str, Any] = self.page.evaluate(_TOLD)
        pages, sources, apart, funnel, events = (tuple(map(tuple, told[name])) for name in _LISTS)
        figures = told["views"], told["visitors"], told["sent"], told["conversion"], tuple(told["days"])
        return FiguresTold(*figures, pages, sources, apart, told["began"], funnel, events)

    def tell(self, site: str, told: Mapping[str, str]) -> None:
        """Not on the screen: programs tell."""
        raise NotImplementedError(f"no screen tells {dict(told)} of {site}: tag the scenario @api")

    def save(self, site: str) -> None:
        """Follow the link that saves it."""
        self.look(site)
        self.seat.kept[_FILE + site] = self.saved_by("Save as a file").decode()

    def saved(self, site: str) -> tuple[int, int, int]:
        """Add up its lines."""
        return added_up(self.seat.kept[_FILE + site])


class BrowserComing(BrowserVisiting):
    """Those who come by a way that matters; most of it is nothing that a person does with a browser."""

    def begin(self, site: str) -> None:
        """Write a name into the form, and no more."""
        self._fill(self.seat.world.addresses.live(site), self.seat.person.name, "")

    def begin_by_forgery(self, site: str) -> None:
        """Not by browser."""
        raise NotImplementedError(f"no page of {site} makes anything up: tag the scenario @api")

    def look_as_own(self, site: str) -> None:
        """Follow the link to the live site among one's sites."""
        owner = self.seat.page()
        owner.open(f"{self.seat.app}/sites")
        owner.press(Place("link", self.seat.world.addresses.live(site)))
        there = f"{site} should be shown to whoever works on it"
        self.seat.world.wait_until(lambda: owner.text(Place("main")), is_not(equal_to("")), there)

    def come_by(self, site: str, whence: str) -> None:
        """Not by browser."""
        raise NotImplementedError(f"{site} is come to by {whence} as a program does: tag the scenario @api")

    def come_unfollowed(self, site: str) -> None:
        """Not by browser."""
        raise NotImplementedError(f"what a browser asks of {site} is its own matter: tag the scenario @api")

    def read_as_search_engine(self, site: str) -> None:
        """Not by browser."""
        raise NotImplementedError(f"a search engine reads {site}: tag the scenario @api")

    def fetch_ahead(self, site: str) -> None:
        """Not by browser."""
        raise NotImplementedError(f"when a browser fetches {site} ahead is its own matter: tag it @api")
