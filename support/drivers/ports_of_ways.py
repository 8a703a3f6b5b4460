"""What can be asked about how a site is found, shown and timed; ports like those of `ports.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from support.histories.acts import Act
    from support.records import NameRecord


class Moving(Protocol):
    """An owner who lets pages and sites be found, here or elsewhere."""

    def move_page(self, site: str, page: str) -> None:
        """Give a page another address, that no other page has."""

    def move_site(self, site: str, to: str | None = None) -> None:
        """Give a site another address: one that nobody has, or this label."""

    def describe(self, site: str, page: str, words: str) -> None:
        """Say of a page what it is about."""

    def clear(self, site: str, page: str) -> None:
        """Take everything off a page."""

    def hang(self, site: str, name: str) -> None:
        """Put a picture that one has brought on the home page, with no words about what it shows."""

    def fill(self, site: str, words: str, times: int) -> None:
        """Write so many more paragraphs of the same words on the home page."""


class Naming(Protocol):
    """A domain of an owner's own, for a site."""

    def bring(self, site: str, host: str) -> None:
        """Say which domain is to be a site's; refused where it cannot be one."""

    def look_again(self, site: str) -> None:
        """Have it looked now what name servers say of it."""

    def take_away(self, site: str) -> None:
        """Let the site have none."""

    def told(self, site: str) -> str:
        """Return all that is told of it: how it stands, what to set, what was found."""

    def to_set(self, site: str) -> Sequence[NameRecord]:
        """Return the records to set: that which proves it, and that which leads here."""

    def address(self, site: str) -> str:
        """Return where visitors find the site at it, once it is live."""


class Issuing(Protocol):
    """One of several who publish a site, or read it; what one did, and was told when, is returned."""

    def begin(self, site: str) -> Act:
        """Return what visitors read before anybody publishes, as if the beginning had published it."""

    def publish(self, site: str, words: str) -> Act:
        """Give the home page another headline, and publish it."""

    def read(self, site: str) -> Act:
        """Read the headline as visitors do; an act without an answer where none came."""


class Lending(Protocol):
    """Drafts that are shown to whoever is given a link."""

    def lend(self, site: str) -> None:
        """Make a link to the draft of a site."""

    def take_back(self, site: str) -> None:
        """Let the link lead nowhere any more."""

    def look(self, site: str, page: str | None = None) -> Sequence[str]:
        """Look at a page of a draft by the link that somebody made; refused where it leads nowhere."""

    def look_astray(self, site: str) -> None:
        """Look by the link at a page of a draft that there never was; refused."""

    def look_at_other(self, other: str, site: str) -> None:
        """Try the link to one draft at another site; refused."""

    def guess(self, site: str) -> None:
        """Try a link that nobody made; refused."""

    def told_to_machines(self, site: str) -> str:
        """Return what the link says to machines of keeping what it shows."""


class Timing(Protocol):
    """Sites that go live and off the net by themselves."""

    def let_go_live(
        self, site: str, live_in: timedelta | None = None, off_in: timedelta | None = None
    ) -> None:
        """Let a site go live, off the net, or both, so long from now; refused where that cannot be."""

    def let_go_live_anyway(self, site: str, live_in: timedelta) -> None:
        """Let a site go live so long from now, once one has been warned."""
