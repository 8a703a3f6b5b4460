"""What somebody's machine is like: a browser that is told to keep nothing, a clock that is wrong."""

from __future__ import annotations

from dataclasses import replace

from support.drivers.reference.browser.screen import Screen


class BrowserMachines(Screen):
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

    def _before_any_page(self) -> None:
        if self.seat.pages:
            raise LookupError(
                f"{self.seat.person.name} has a page open already; say first what the machine is like"
            )
