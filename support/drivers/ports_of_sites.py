"""What a platform can be asked about sites as a whole, and about how it deals with doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from support.records import Belongings, Tried


class Offering(Protocol):
    """What there is to start from."""

    def look_for(self, words: str) -> None:
        """Look for a template that says each of the words; refused where none does."""

    def look_among(self, kind: str) -> None:
        """Look at the templates of one kind."""

    def look_at(self, template: str) -> None:
        """Look at a template as visitors would have it; nothing is begun."""

    def found(self) -> Sequence[str]:
        """Return the names of the templates that were found last, in the order in which they are offered."""

    def reads(self, words: str) -> bool:
        """Whether the template that one looks at shows a heading with these words."""

    def shows(self, words: str) -> bool:
        """Whether the template that one looks at shows a picture that is said to be of this."""


class Templating(Protocol):
    """Templates that one makes oneself."""

    def save(self, site: str, template: str) -> None:
        """Make a template of a site, or another version of one's own; refused where the name is taken."""

    def renew(self, site: str, template: str) -> None:
        """Make another version of one's own template, of a site as it is built now."""

    def remove(self, template: str) -> None:
        """Offer one of one's own templates no more."""

    def version_of(self, site: str) -> int:
        """Return the version of its template that a site was begun from."""


class Sites(Protocol):
    """Keeping order among sites."""

    def copy(self, site: str, name: str) -> None:
        """Copy a site under another name."""

    def put_away(self, site: str) -> None:
        """Let nobody visit a site, for now."""

    def bring_back(self, site: str) -> None:
        """Let a site be as it was before it was put away."""

    def throw_away(self, site: str) -> None:
        """Erase a site for good."""

    def take_address_of(self, other: str, site: str) -> None:
        """Give a site the address that another one has."""

    def names(self) -> Sequence[str]:
        """Return the real names of the sites in use, the newest first."""

    def put_away_names(self) -> Sequence[str]:
        """Return the real names of those that were put away."""


class Pages(Protocol):
    """The pages of a site, by their titles; the home page is called as its site is."""

    def add(self, site: str, page: str) -> None:
        """Put a page behind the others."""

    def write_headline(self, site: str, page: str, words: str) -> None:
        """Give a page another headline and see it stored."""

    def add_form(self, site: str, page: str) -> None:
        """Put a sign-up form for name and address onto a page."""

    def take_address_of(self, other: str, site: str, page: str) -> None:
        """Give a page the address that another page has."""

    def put_before(self, site: str, page: str, other: str) -> None:
        """Put a page before another."""

    def remove(self, site: str, page: str) -> None:
        """Take a page away, with all that is on it."""

    def titles(self, site: str) -> Sequence[str]:
        """Return what the pages are called, in order."""

    def headline(self, site: str, page: str) -> str:
        """Return the headline of a page as it is stored."""


class Devices(Protocol):
    """One page on every device: a desktop, a tablet, a phone."""

    def leave_out(self, site: str, words: str, device: str) -> None:
        """Leave something out on a device."""

    def set_aside(self, site: str, words: str, side: str, device: str) -> None:
        """Set something to a side (left, right) on a device."""

    def left_out_on(self, site: str, words: str) -> Sequence[str]:
        """Return on which devices something is left out, as it is stored."""

    def preview(self, site: str, device: str) -> None:
        """Look at the draft as visitors with a device would have it, and leave it so."""

    def previewed(self) -> Sequence[str]:
        """Return the lines that the preview shows."""

    def hold(self, device: str) -> None:
        """Visit with a device from now on."""

    def side_of(self, site: str, words: str) -> str:
        """Return on which side something stands on the live page, for the device that is held."""

    def beyond_edge(self, site: str) -> int:
        """Return how much wider the live page is than the device that is held, in CSS pixels."""


class Machines(Protocol):
    """What somebody's machine is like; it is said before anything is opened on it."""

    def deny_storage(self) -> None:
        """Let the browser refuse to keep anything for a page."""

    def set_clock(self, hours: int) -> None:
        """Let the clock be ahead by so many hours, or behind by as many below zero."""

    def hold(self, device: str) -> None:
        """Let pages be as large as on a device."""

    def wander(self, site: str) -> None:
        """Go to every screen to which links lead, from a site in the builder on."""

    def beyond_edges(self) -> Mapping[str, int]:
        """Return by how many CSS pixels each screen that was met, by its title, is wider than the device.

        Where nobody wandered, that is the screen that is open.
        """


class Pictures(Protocol):
    """Pictures of one's own."""

    def bring(self, name: str, content: bytes, said: str) -> None:
        """Bring a file as a picture that is said to be of a media type."""

    def put(self, site: str, name: str) -> None:
        """Put a picture that was brought at the end of a page's last section."""

    def take_away(self, name: str) -> None:
        """Take a picture away, wherever it is shown."""

    def names(self) -> Sequence[str]:
        """Return what one's pictures are called."""

    def choose(self, site: str, words: str, name: str, content: bytes) -> None:
        """Choose a file for an image of the page, which is called by its words."""

    def drop(self, site: str, mark: str, name: str, content: bytes) -> None:
        """Drop a file onto something on the page; refused where it is none that can be shown."""

    def shown(self, site: str, words: str) -> bytes:
        """Return the picture that the draft shows under these words; refused where it shows none."""

    def seen(self, site: str, name: str) -> bytes:
        """Return the picture that a visitor of a live page sees under a name; refused where none is."""


class Conventions(Protocol):
    """How every operation deals with a lost answer, a stale copy, a long list, a typing error."""

    def start_once(self, site: str, key: str) -> str:
        """Ask for a site with an idempotency key, and return the answer as it came."""

    def read(self, site: str) -> None:
        """Read a site, and remember which version that was."""

    def name_what_was_read(self, name: str) -> None:
        """Name what was read otherwise, saying which version that was."""

    def name_unread(self, site: str, name: str) -> None:
        """Name a site otherwise, without saying which version was seen."""

    def first_part(self, size: int) -> Sequence[str]:
        """Return the first names of the list of sites, so many at a time."""

    def next_part(self) -> Sequence[str]:
        """Return the names that follow; none at the end."""

    def ask_with(self, word: str, value: str) -> None:
        """Ask for the list of sites with a word, which may be a parameter, and a value for it."""

    def confuse(self, theirs: Belongings, how: str) -> Sequence[Tried]:
        """Try every operation that takes it with what cannot be right: one of `records.DOUBTS`."""


class Releasing(Protocol):
    """What visitors had before, and being off the net."""

    def look_at_releases(self, site: str) -> None:
        """Look which releases there are; what is switched from then on is switched as one has seen it."""

    def bring_back(self, site: str) -> None:
        """Let visitors have the release before the last again; refused where somebody has switched since."""

    def take_off(self, site: str) -> None:
        """Let visitors find nothing any more; refused as above."""

    def releases(self, site: str) -> tuple[int, int | None]:
        """Return how many releases there are, and the number of that which is live."""
