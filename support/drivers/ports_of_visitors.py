"""What can be asked about visitors of live sites, and those who only seem to be; like `ports.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Visiting(Protocol):
    """A stranger on a live site, whose address the owner gave away."""

    def read(self, site: str, page: str | None = None) -> Sequence[str]:
        """Return the lines of a live page (the home page without a name); refused where none is."""

    def sign_up(self, site: str, name: str, email: str, page: str | None = None) -> None:
        """Fill the sign-up form of a page (the home page without a name), and send it."""

    def follow(self, site: str, words: str) -> Sequence[str]:
        """Follow a link of the live page, and return the words of the page that it leads to."""

    def sign_up_twice(self, site: str, name: str, email: str) -> None:
        """Fill the sign-up form and send it twice as it was served."""

    def without_scripts(self) -> None:
        """Run no scripts from now on."""

    def answer(self, site: str, answers: Mapping[str, str], name: str, email: str) -> None:
        """Fill the sign-up form, other questions of it included, and send it; a consent is answered `yes`."""

    def folded(self, site: str) -> Sequence[str]:
        """Return the words that the live page keeps folded until somebody wants to read them."""

    def embedded(self, site: str) -> Mapping[str, str]:
        """Return what of others is shown on the live page: from which host, by its title."""


class Roaming(Protocol):
    """Visitors who come by old or shared addresses, and machines that look for what there is."""

    def go_to_former(self, site: str, page: str | None = None) -> Sequence[str]:
        """Go to where a page (the home page without a name) was before; return its words."""

    def go_astray(self, site: str) -> None:
        """Go to a page that there never was; refused."""

    def mapped(self, site: str) -> Sequence[str]:
        """Return the addresses that the map of a site names."""

    def map_named(self, site: str) -> str:
        """Return where machines are told to find the map of a site."""

    def ask_as_machine(self, site: str, what: str) -> None:
        """Ask for what is there for machines, one of `records.FOR_MACHINES`; refused where it is not."""

    def card(self, site: str, page: str) -> str:
        """Return what a shared link to a page says of it."""

    def led_from(self, site: str, page: str, asked: str) -> str:
        """Return where one is led who comes to a page with these words behind it; empty is nowhere."""

    def read_at(self, host: str) -> Sequence[str]:
        """Return the words that visitors of a domain read first; refused where there is nothing."""


class Watching(Protocol):
    """A visitor who watches a page come on the line of a phone."""

    def come(self, site: str) -> None:
        """Open the live page, and read it down to its end."""

    def largest_after(self) -> float:
        """Return after how many seconds the largest of what was seen first was there."""

    def moved(self) -> float:
        """Return by what share of the window things moved that nobody had moved."""


class Meddling(Protocol):
    """Somebody whose program asks a live site for what no page of it asks for."""

    def misuse(self, site: str, how: str) -> None:
        """Send a live site something of a kind that its pages never send; refused in words."""

    def fill_in_all(self, site: str, name: str, email: str) -> None:
        """Fill in the sign-up form, and whatever else of it can be filled in, and send it."""
