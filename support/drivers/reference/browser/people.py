"""Working together on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.page import Place
from support.drivers.reference.browser.screen import Screen
from support.drivers.reference.browser.signing_in import SITES
from support.records import Colleague, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

_DONE = Place("status")
_OWNERS, _ONLY_OWNERS = Place("button", "Invite"), Place("note")
# A role stands in a list to choose from where it may be changed, and as a word where it may not.
_EVERYBODY = """() => [...document.querySelectorAll('[aria-labelledby="who-works-here"] tbody tr')].map(
  row => [row.cells[1], row.cells[2].querySelector('option:checked') ?? row.cells[2]].map(
    cell => cell.textContent.trim()))"""


class BrowserPeople(Screen):
    """Who works together in a workspace."""

    def invite(self, email: str, role: str) -> None:
        """Write an address, choose a role, and send the invitation."""
        self._looking_as_owner()
        self.page.fill(Place("textbox", "E-mail address of whom you invite"), email)
        self.page.choose(Place("combobox", "Role to come in as"), role)
        self.page.press(Place("button", "Invite"))
        self.answered(_DONE, f"{email} is told to be invited")

    def withdraw(self, email: str) -> None:
        """Take an invitation back."""
        self._looking_as_owner()
        self.page.press(Place("button", f"Withdraw the invitation of {email}"))
        self.answered(_DONE, f"the invitation of {email} is told to be withdrawn")

    def accept(self, link: str, name: str, password: str) -> None:
        """Follow the link of the mail, on a machine that knows nobody, and join."""
        self.seat.signed_in = False
        self.page.open(link)
        self.answered(Place("button", "Join"), f"the invitation of {name} opens, or says why not")
        self.page.fill(Place("textbox", "Your name"), name)
        self.page.fill(Place("labelled", "Choose a password", whole=False), password)
        self.page.press(Place("button", "Join"))
        self.answered(SITES, f"{name} joins and is led to the sites")

    def give_role(self, email: str, role: str) -> None:
        """Choose another role for somebody."""
        self._looking_as_owner()
        row = Place("row", email, whole=False)
        self.page.choose(Place("combobox", "Role of", whole=False, within=row), role)
        self.page.press(Place("button", "Change the role of", whole=False, within=row))
        self.answered(_DONE, f"the new role of {email} is told")

    def remove(self, email: str) -> None:
        """Let somebody work here no longer."""
        self._looking_as_owner()
        row = Place("row", email, whole=False)
        self.page.press(Place("button", "Remove", whole=False, within=row))
        self.answered(_DONE, f"{email} is told to work here no longer")

    def everybody(self) -> Sequence[Colleague]:
        """Return who works here, as the list has it."""
        self._looking()
        return [Colleague(email, role) for email, role in self.page.evaluate(_EVERYBODY)]

    def _looking(self) -> None:
        self.go("/people")
        self.answered(Place("heading", "People"), f"{self.seat.person.name} sees who works here")

    def _looking_as_owner(self) -> None:
        """See what owners see there; whoever is none is told so, and nothing of it is offered."""
        self._looking()
        if not self.page.state(_OWNERS).there:
            raise Refused(self.words(_ONLY_OWNERS))
