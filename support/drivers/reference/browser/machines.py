"""What somebody's machine is like: a browser that is told to keep nothing, a clock that is wrong."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from support.drivers.reference.browser.builder import Builder

if TYPE_CHECKING:
    from collections.abc import Mapping

_MET, _NAME = "screens that were met", " · "
_HERE = "() => location.pathname"
# What is too wide is measured against the window, whatever a screen says that it is laid out for.
_SEEN = """() => ({
  title: document.title, beyond: document.documentElement.scrollWidth - window.innerWidth,
  links: [...document.querySelectorAll('a[href]:not([download])')]
    .filter(one => one.origin === location.origin).map(one => one.pathname)})"""
_ONE_OF_MANY = re.compile(r"[a-z]+_[0-9a-f]+")  # an identifier: of all screens of a kind one is enough


class BrowserMachines(Builder):
    """Manners of the machine that pages are opened on from now on."""

    def deny_storage(self) -> None:
        """Let every page that asks for a storage be refused."""
        self._before_any_page()
        self.seat.ways = replace(self.seat.ways, storage=False)

    def set_clock(self, hours: int) -> None:
        """Let every page be told another time."""
        self._before_any_page()
        self.seat.ways = replace(self.seat.ways, clock=hours)

    def hold(self, device: str) -> None:
        """Let every page be as large as on a device."""
        self._before_any_page()
        self.seat.ways = replace(self.seat.ways, device=device)

    def wander(self, site: str) -> None:
        """Have the site in the builder, and open whatever it, and what is opened, has links to."""
        self.show(site)
        ahead, met, screens = [str(self.page.evaluate(_HERE))], set(), {}
        while ahead:
            path = ahead.pop(0)
            if (kind := _ONE_OF_MANY.sub("", path)) not in met:
                met.add(kind)
                self.go(path)
                title, beyond, links = self._seen()
                screens[title.replace(self.seat.world.real(site), site)] = beyond
                ahead += links
        self.forget()
        self.seat.kept[_MET] = json.dumps(screens)

    def beyond_edges(self) -> Mapping[str, int]:
        """Return what was measured on the way, or measure what is open."""
        if met := self.seat.kept.get(_MET):
            screens: Mapping[str, int] = json.loads(met)
            return screens
        title, beyond, _ = self._seen()
        return {title: beyond}

    def _seen(self) -> tuple[str, int, list[str]]:
        """Return the title of the screen that is open, how far it stands beyond the edge, and its links."""
        seen = self.page.evaluate(_SEEN)
        return seen["title"].partition(_NAME)[0], seen["beyond"], seen["links"]

    def _before_any_page(self) -> None:
        if self.seat.pages:
            raise LookupError(
                f"{self.seat.person.name} has a page open already; say first what the machine is like"
            )
