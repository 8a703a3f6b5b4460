"""What can be asked of what came of a site, and who comes; ports like those of `ports.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from support.ledger.books import Books
    from support.records_of_insights import FiguresTold


class Counting(Protocol):
    """What came of a site, as its owner reads it."""

    def look(self, site: str) -> None:
        """Look at what came of a site; refused where it is another business's."""

    def told(self, site: str) -> FiguresTold:
        """Return what came of a site within the last thirty days."""

    def save(self, site: str) -> None:
        """Save what came of a site as a file, and keep it."""

    def tell(self, site: str, told: Mapping[str, str]) -> None:
        """Tell of something that happened elsewhere, as a program of one's own does; it may be refused.

        `told` says what the platform is told: `id`, `name`, and `at`, if that is not now.
        """

    def saved(self, site: str) -> tuple[int, int, int]:
        """Return how many views, visitors and sent forms the file that was saved tells of."""


class Bookkeeping(Protocol):
    """What each system keeps of what visitors sent; by API alone, as other programs read it."""

    def books(self) -> Books:
        """Return what the systems of one's business keep."""


class Coming(Protocol):
    """Somebody, or something, that comes to a live site by a way that matters."""

    def come_by(self, site: str, whence: str) -> None:
        """Come to a live site; `support/whences.py` has by what."""

    def come_unfollowed(self, site: str) -> None:
        """Come to a live site with a browser that asks not to be followed."""

    def read_as_search_engine(self, site: str) -> None:
        """Read a live site for a search engine."""

    def fetch_ahead(self, site: str) -> None:
        """Fetch a live site before anybody asks for it, as browsers do."""

    def begin(self, site: str) -> None:
        """Begin to fill in the form of a live site, and leave it there."""

    def begin_by_forgery(self, site: str) -> None:
        """Let a program make up that the form of a live site was begun; refused."""

    def look_as_own(self, site: str) -> None:
        """Look at a live site as whoever works on it does."""
