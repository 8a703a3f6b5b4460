"""What came of a site, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.drivers.page import Place
from support.drivers.reference.browser.screen import Screen
from support.drivers.reference.totals import added_up
from support.records_of_insights import FiguresTold

if TYPE_CHECKING:
    from support.seat import Seat

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
    apart: [...document.querySelectorAll('[aria-label="Set apart"] > div')].map(
      one => [one.children[0].innerText, Number(one.children[1].innerText)]),
  }
}"""
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
        lists = [tuple((word, many) for word, many in told[name]) for name in ("pages", "sources", "apart")]
        figures = told["views"], told["visitors"], told["sent"], told["conversion"], tuple(told["days"])
        return FiguresTold(*figures, *lists)

    def save(self, site: str) -> None:
        """Follow the link that saves it."""
        self.look(site)
        self.seat.kept[_FILE + site] = self.saved_by("Save as a file").decode()

    def saved(self, site: str) -> tuple[int, int, int]:
        """Add up its lines."""
        return added_up(self.seat.kept[_FILE + site])


class BrowserComing:
    """Those who come by a way that matters: none of it is anything that a person does with a browser."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat

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
