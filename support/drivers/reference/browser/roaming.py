"""How a site is found, shown and timed, on the screen; and those who come by old or shared addresses."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from support.drivers.page import Place
from support.drivers.reference.api.roaming import ApiRoaming
from support.drivers.reference.browser.pages import KEEP, BrowserPages
from support.drivers.reference.browser.screen import Screen
from support.drivers.reference.browser.visiting import BrowserVisiting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

_DONE = Place("status")
_ADDRESS, _PAGE_ADDRESS = Place("textbox", "Address of the site"), Place("textbox", "Address of the page")
_LIVE = "() => document.querySelector('[data-live]').dataset.live"
_CARD = "() => document.querySelector('meta[property=\"og:description\"]')?.content ?? ''"


class BrowserMoving(BrowserPages):
    """An owner who lets pages and sites be found."""

    def move_page(self, site: str, page: str) -> None:
        """Write another address into what the builder says of a page."""
        self._open_settings(site, page)
        path = f"{self.page.value(_PAGE_ADDRESS)}-moved"
        self.page.fill(_PAGE_ADDRESS, path)
        self._load_by(KEEP, site)
        self.seat.world.addresses.move_page(site, page, path)

    def move_site(self, site: str, to: str | None = None) -> None:
        """Write another address into the settings."""
        self.forget()
        self.go(f"/sites/{self.seat.world.addresses.identifier(site)}/settings")
        self.page.fill(_ADDRESS, to or f"{self.page.value(_ADDRESS)}-moved")
        self.page.press(Place("button", "Change the address"))
        self.answered(_DONE, f"the new address of {site} is told")
        self.go(f"/sites/{self.seat.world.addresses.identifier(site)}/settings")
        self.seat.world.addresses.move(site, str(self.page.evaluate(_LIVE)))

    def describe(self, site: str, page: str, words: str) -> None:
        """Write what a page is about."""
        self._open_settings(site, page)
        self.page.fill(Place("textbox", "What it is about"), words)
        self._load_by(KEEP, site)

    def clear(self, site: str, page: str) -> None:
        """Not on the screen: what a scenario begins with is arranged by API."""
        raise NotImplementedError(f"{page} of {site} is cleared by API")

    def hang(self, site: str, name: str) -> None:
        """Not on the screen either."""
        raise NotImplementedError(f"{name} is put on {site} by API")

    def fill(self, site: str, words: str, times: int) -> None:
        """Not on the screen either."""
        raise NotImplementedError(f"{words!r} is written {times} times on {site} by API")


class BrowserRoaming(BrowserVisiting):
    """Those who come by old or shared addresses."""

    def go_to_former(self, site: str, page: str | None = None) -> Sequence[str]:
        """Open what was noted, and read where one is led."""
        self._visit(self.seat.world.addresses.former(site, page))
        return self._lines()

    def go_astray(self, site: str) -> None:
        """Open a page by a name that nobody gives."""
        self._visit(f"{self.seat.world.addresses.live(site)}/never-there")

    def mapped(self, site: str) -> Sequence[str]:
        """Not in a browser: machines read maps."""
        raise NotImplementedError(f"nobody reads the map of {site} in a browser: tag the scenario @api")

    def map_named(self, site: str) -> str:
        """Not in a browser either."""
        raise NotImplementedError(f"nobody asks where the map of {site} is: tag the scenario @api")

    def ask_as_machine(self, site: str, what: str) -> None:
        """Not in a browser either."""
        raise NotImplementedError(f"nobody reads the {what} of {site} in a browser: tag the scenario @api")

    def card(self, site: str, page: str) -> str:
        """Open the page, and read what its head says."""
        self._visit(self.seat.world.addresses.live(site, None if page == site else page))
        return str(self.page.evaluate(_CARD))

    def led_from(self, site: str, page: str, asked: str) -> str:
        """Not in a browser: it goes on by itself, to a name that nobody resolves for it."""
        raise NotImplementedError(f"no browser stays at {page} of {site}?{asked}: tag the scenario @api")

    def read_at(self, host: str) -> Sequence[str]:
        """Ask without a browser: which machine a domain of a scenario is, only this side knows."""
        return ApiRoaming(self.seat).read_at(host)


class BrowserLending(BrowserVisiting):
    """Drafts that are shown by a link: made on an owner's screen, looked at on a stranger's page."""

    def lend(self, site: str) -> None:
        """Press what makes a link, and read it."""
        screen = self._manage(site)
        screen.page.press(Place("button", "Make a link"))
        screen.answered(_DONE, f"a link to the draft of {site} should be there, or it be told why not")
        self.seat.world.addresses.lend(site, screen.page.value(Place("textbox", "Link to the draft")))

    def take_back(self, site: str) -> None:
        """Press what takes the newest link back."""
        screen = self._manage(site)
        screen.page.press(Place("button", "Take back the newest link"))
        screen.answered(_DONE, f"the link to the draft of {site} should be taken back")

    def look(self, site: str, page: str | None = None) -> Sequence[str]:
        """Open the link."""
        below = self.seat.world.addresses.path(site, page) if page else ""
        self._visit(f"{self.seat.world.addresses.lent(site)}{below}")
        return self._lines()

    def look_astray(self, site: str) -> None:
        """Mistype what follows the link."""
        self._visit(f"{self.seat.world.addresses.lent(site)}/nowhere-at-all")

    def look_at_other(self, other: str, site: str) -> None:
        """Open the address of another site, with what lets one in at the one."""
        token = self.seat.world.addresses.lent(other).rstrip("/").rpartition("/")[2]
        self._visit(f"{self.seat.world.addresses.live(site)}/preview/{token}")

    def guess(self, site: str) -> None:
        """Open an address of one's own making."""
        self._visit(f"{self.seat.world.addresses.live(site)}/preview/{'x' * 43}")

    def told_to_machines(self, site: str) -> str:
        """Not in a browser: it tells what is shown, and not to whom it is said."""
        raise NotImplementedError(f"no page shows what the link to {site} tells machines: tag it @api")

    def _manage(self, site: str) -> Screen:
        screen = Screen(self.seat)
        screen.go(f"/sites/{self.seat.world.addresses.identifier(site)}/releases")
        return screen


class BrowserTiming(Screen):
    """Sites that go live and off the net by themselves."""

    def let_go_live(
        self, site: str, live_in: timedelta | None = None, off_in: timedelta | None = None
    ) -> None:
        """Fill in the times, as clocks in Greenwich show them, and keep them."""
        self._keep(site, live_in, off_in)
        self.answered(_DONE, f"the times of {site} should be kept, or it be told why not")

    def let_go_live_anyway(self, site: str, live_in: timedelta) -> None:
        """Fill in the time, read what is warned of, and keep it all the same."""
        self._keep(site, live_in, None)
        self.page.press(Place("button", "Keep them anyway"))
        self.answered(_DONE, f"the times of {site} should be kept")

    def _keep(self, site: str, live_in: timedelta | None, off_in: timedelta | None) -> None:
        self.go(f"/sites/{self.seat.world.addresses.identifier(site)}/releases")
        for label, ahead in (("Goes live at", live_in), ("Goes off the net at", off_in)):
            if ahead is not None:
                at = datetime.now(UTC) + ahead
                self.page.fill(Place("textbox", label), at.strftime("%Y-%m-%d %H:%M"))
        self.page.press(Place("button", "Keep these times"))
