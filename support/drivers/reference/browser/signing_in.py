"""Signing in on the screen."""

from __future__ import annotations

from support.drivers.page import Place
from support.drivers.reference.browser.screen import Screen


class BrowserAccounts(Screen):
    """Who somebody is."""

    def sign_in(self) -> None:
        """Sign in with one's own address and password, on a machine that knows nobody."""
        self.seat.signed_in = False
        self.go("/sign-in")
        self.page.fill(Place("textbox", "E-mail address"), self.seat.person.email)
        self.page.fill(Place("labelled", "Password"), self.seat.person.password)
        self.page.press(Place("button", "Sign in"))
        self.answered(
            Place("heading", "Your sites"), f"{self.seat.person.name} signs in and is led to her sites"
        )
