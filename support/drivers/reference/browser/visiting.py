"""A stranger's browser on a live site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hamcrest import any_of, equal_to

from support.drivers.page import Place
from support.drivers.ports import Refused
from support.waiting import eventually

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.drivers.page import Page
    from support.seat import Seat

_MAIN, _SAID = Place("main"), Place("status")
_THANKED, _NOT_DONE, _NOTHING = "Thank you", "That did not work", "Nothing here"


class BrowserVisiting:
    """A stranger on a live site; the page knows nobody."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat

    @property
    def page(self) -> Page:
        """The visitor's page."""
        return self.seat.page("visit")

    def without_scripts(self) -> None:
        """Run no scripts from now on."""
        self.seat.scripts = False

    def read(self, site: str) -> Sequence[str]:
        """Open the live page and return its words, line by line."""
        self._visit(site)
        return [line.strip() for line in self.page.text(_MAIN).splitlines() if line.strip()]

    def sign_up(self, site: str, name: str, email: str) -> None:
        """Fill the sign-up form and send it."""
        self._send(site, name, email, times=1)

    def sign_up_twice(self, site: str, name: str, email: str) -> None:
        """Fill the sign-up form and press its button twice in a row."""
        self._send(site, name, email, times=2)

    def _visit(self, site: str) -> None:
        self.page.open(self.seat.world.addresses.live(site))
        if self.page.state(Place("heading", _NOTHING)).there:
            raise Refused(self.page.text(_SAID))

    def _send(self, site: str, name: str, email: str, times: int) -> None:
        self._visit(site)
        self.page.fill(Place("textbox", "Your name"), name)
        self.page.fill(Place("textbox", "E-mail address"), email)
        self.page.press(Place("button", "Sign me up"), times=times)
        said = eventually(
            self._title, any_of(equal_to(_THANKED), equal_to(_NOT_DONE)), f"{site} should say what became of the sign-up",
            scale=self.seat.world.scale,
        )
        if said == _NOT_DONE:
            raise Refused(self.page.text(_SAID))

    def _title(self) -> str:
        place = Place("heading", None, within=_MAIN)
        return next(
            (title for title in (_THANKED, _NOT_DONE) if self.page.state(Place("heading", title)).there),
            "the page with the form" if self.page.state(place).there else "",
        )
