"""What a platform can be asked about people: those who work there, and those whom they know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.records import Colleague, Contact


class Accounts(Protocol):
    """Who somebody is."""

    def sign_in(self) -> None:
        """Sign in with one's own address and password."""

    def sign_in_as(self, email: str, password: str) -> None:
        """Sign in with an address and a password, whosever they are."""

    def sign_out(self) -> None:
        """Leave this machine."""

    def sign_out_everywhere(self) -> None:
        """Leave every machine."""

    def change_password(self, password: str, old: str | None = None) -> None:
        """Choose another password, by one's own as it is, or by another one that somebody believes it is."""

    def signed_in(self) -> bool:
        """Whether one's machine is let in right now."""


class People(Protocol):
    """Who works together in a workspace; people go by their addresses."""

    def invite(self, email: str, role: str) -> None:
        """Invite somebody by mail."""

    def withdraw(self, email: str) -> None:
        """Take an invitation back."""

    def accept(self, link: str, name: str, password: str) -> None:
        """Follow the link of an invitation, and join."""

    def give_role(self, email: str, role: str) -> None:
        """Give somebody another role."""

    def remove(self, email: str) -> None:
        """Let somebody work here no longer."""

    def everybody(self) -> Sequence[Colleague]:
        """Return who works here, oneself included."""


class Contacts(Protocol):
    """The people that a marketer knows."""

    def found(self, words: str) -> Sequence[Contact]:
        """Return the contacts whose name or address holds the words, with tags and history."""

    def page_of(self, email: str) -> str:
        """Return where the page of one's own contact is; LookupError without one."""

    def open(self, page: str) -> None:
        """Go to the page of a contact by its address, whosever it is; refused where it is none of ours."""

    def where(self, words: str) -> Sequence[str]:
        """Return where words stand in anything that one can read, by address."""


class Knowing(Protocol):
    """What is written down of people by hand, handed to them, or forgotten; they go by their addresses."""

    def add(self, email: str, name: str) -> None:
        """Make somebody a contact; refused where they are one, or the address is none."""

    def see(self, email: str) -> None:
        """Look at a contact; what is written down of it from then on is written on what was seen."""

    def tag(self, email: str, tag: str) -> None:
        """Put a tag on a contact."""

    def put_on(self, email: str, lists: Sequence[str]) -> None:
        """Put a contact on lists."""

    def write(self, email: str, detail: str, value: str) -> None:
        """Write down something about a contact; refused where a colleague has, since it was seen."""

    def note(self, email: str, words: str) -> None:
        """Write a note into the history of a contact."""

    def copy(self, email: str) -> str:
        """Take a copy of all that is known of a contact, and return what it tells."""

    def forget(self, email: str) -> None:
        """Forget a person for good."""


class Merging(Protocol):
    """Contacts that may be one person; they go by their addresses."""

    def likely(self) -> Sequence[frozenset[str]]:
        """Return the addresses of contacts that may be one person each."""

    def merge(self, kept: str, other: str) -> None:
        """Let a contact take another one in; refused where these are one."""
