"""Signing in and out on the screen."""

from __future__ import annotations

from hamcrest import has_length

from support.drivers.page import Place
from support.drivers.reference.browser.screen import Screen
from support.waiting import eventually

SITES = Place("heading", "Your sites")
_AT_THE_DOOR, _ACCOUNT = Place("heading", "Sign in"), Place("heading", "Your account")


class BrowserAccounts(Screen):
    """Who somebody is."""

    def sign_in(self) -> None:
        """Sign in with one's own address and password, on a machine that knows nobody."""
        self.sign_in_as(self.seat.person.email, self.seat.person.password)

    def sign_in_as(self, email: str, password: str) -> None:
        """Sign in with an address and a password, on a machine that knows nobody."""
        self.seat.signed_in = False
        self.go("/sign-in")
        self.page.fill(Place("textbox", "E-mail address"), email)
        self.page.fill(Place("labelled", "Password"), password)
        self.page.press(Place("button", "Sign in"))
        self.answered(SITES, f"{self.seat.person.name} signs in as {email} and is led to the sites")

    def sign_out(self) -> None:
        """Leave this machine."""
        self.go("/sites")
        self.page.press(Place("button", "Sign out"))
        self.answered(_AT_THE_DOOR, f"{self.seat.person.name} signs out and stands at the door")

    def sign_out_everywhere(self) -> None:
        """Leave every machine."""
        self.go("/account")
        self.page.press(Place("button", "Sign out everywhere"))
        self.answered(_AT_THE_DOOR, f"{self.seat.person.name} signs out everywhere and stands at the door")

    def change_password(self, password: str, old: str | None = None) -> None:
        """Choose another password, by the one that is, or that somebody believes it is."""
        self.go("/account")
        self.page.fill(Place("labelled", "Password as it is"), old or self.seat.person.password)
        self.page.fill(Place("labelled", "New password", whole=False), password)
        self.page.press(Place("button", "Change the password"))
        self.answered(Place("status"), f"{self.seat.person.name} is told of the new password")

    def signed_in(self) -> bool:
        """Whether the page of one's account opens, or the door is shown; anything else fails."""
        self.go("/account")
        shown = eventually(
            lambda: [place for place in (_ACCOUNT, _AT_THE_DOOR) if self.page.state(place).visible],
            has_length(1),
            f"{self.seat.person.name} sees her account or the door",
            scale=self.seat.world.scale,
        )
        return shown == [_ACCOUNT]
