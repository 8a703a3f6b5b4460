"""What is written down of contacts, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.page import Place
from support.drivers.reference.api.connecting import ApiContacts
from support.drivers.reference.browser.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

_DONE = Place("status")
_LISTS = Place("textbox", "Lists", whole=False)
_TAGS, _DETAILS = Place("textbox", "Tags", whole=False), Place("textbox", "Details", whole=False)
_COPY = """async () => await (await fetch(
  [...document.querySelectorAll('a')].find(one => one.innerText === 'Copy of everything').href)).text()"""
_OPEN = "() => document.querySelectorAll('details').forEach(one => { one.open = true })"
_SEEN = "the contact that is looked at"


class BrowserKnowing(Screen):
    """Contacts, by hand."""

    def add(self, email: str, name: str) -> None:
        """Fill in who it is."""
        self.go("/contacts")
        self.page.evaluate(_OPEN)
        self.page.fill(Place("textbox", "E-mail address"), email)
        self.page.fill(Place("textbox", "Name"), name)
        self.page.press(Place("button", "Add the contact"))
        self.answered(_DONE, f"{email} should be a contact, or it be said why not")

    def see(self, email: str) -> None:
        """Open the page of the contact."""
        self.go(f"/contacts/{ApiContacts(self.seat).page_of(email)}")
        self.page.evaluate(_OPEN)
        self.seat.kept[_SEEN] = email

    def tag(self, email: str, tag: str) -> None:
        """Write one tag more behind the others."""
        self._see(email)
        before = self.page.value(_TAGS)
        self.page.fill(_TAGS, ", ".join(one for one in (before, tag) if one))
        self._write_down()

    def put_on(self, email: str, lists: Sequence[str]) -> None:
        """Write some lists more behind the others."""
        self._see(email)
        before = self.page.value(_LISTS)
        self.page.fill(_LISTS, ", ".join([one for one in (before,) if one] + list(lists)))
        self._write_down()

    def write(self, email: str, detail: str, value: str) -> None:
        """Write one line more below the others."""
        self._see(email)
        self.page.fill(_DETAILS, f"{self.page.value(_DETAILS)}\n{detail}: {value}".strip())
        self._write_down()

    def note(self, email: str, words: str) -> None:
        """Write the note."""
        self._see(email)
        self.page.fill(Place("textbox", "Note"), words)
        self.page.press(Place("button", "Keep the note"))
        self.answered(_DONE, "the note should be kept, or it be said why not")

    def copy(self, email: str) -> str:
        """Follow the link to the copy."""
        self._see(email)
        told: str = self.page.evaluate(_COPY)
        return told

    def forget(self, email: str) -> None:
        """Say that it is for good."""
        self._see(email)
        self.page.press(Place("button", "Forget for good"))
        self.page.find(Place("heading", "Contacts"))

    def _see(self, email: str) -> None:
        if self.seat.kept.pop(_SEEN, None) != email:
            self.see(email)
            del self.seat.kept[_SEEN]

    def _write_down(self) -> None:
        self.page.press(Place("button", "Write it down"))
        self.answered(_DONE, "it should be written down, or be said why not")
