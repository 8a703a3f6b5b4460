"""Nobody watches an answer come: by API there is nothing to see."""

from __future__ import annotations

from typing import NoReturn

from support.drivers.reference.asking import Api


class ApiWatching(Api):
    """Not by API."""

    def come(self, site: str) -> None:
        """Not by API."""
        _no_eyes(site)

    def largest_after(self) -> float:
        """Not by API."""
        _no_eyes("a page")

    def moved(self) -> float:
        """Not by API."""
        _no_eyes("a page")


def _no_eyes(watched: str) -> NoReturn:
    raise NotImplementedError(f"nobody watches {watched} come by API: tag the scenario @browser")
