"""What can be asked of work in the background, and of what started nothing; ports like in `ports.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.records_of_workflows import BacklogTold, JobTold
    from support.webhooks import Delivery


class Sifting(Protocol):
    """What visitors sent to a site, and has started nothing."""

    def held_back(self, site: str) -> Sequence[str]:
        """Return the e-mail addresses of what was held back, as a machine seems to have sent it."""

    def let_through(self, site: str, email: str) -> None:
        """Take what was held back under an address for what a person sent; refused where nothing was."""

    def start_late(self, site: str) -> None:
        """Have all that was kept start what its form starts by now, in the background."""


class Jobs(Protocol):
    """Work in the background; of several alike, the one that was asked for last."""

    def told(self, kind: str, site: str) -> JobTold:
        """Return how the work of a kind (`publication`, `late starts`) for a site stands."""

    def cancel(self, kind: str, site: str) -> None:
        """Have no more of it done; refused where it has ended."""

    def again(self, kind: str, site: str) -> None:
        """Have done what is left of it; refused unless it failed or was cancelled."""

    def backlog(self) -> BacklogTold:
        """Return how much nobody has begun yet, and whether it waits too long."""

    def given_up(self) -> Sequence[Delivery]:
        """Return the messages to partners that nobody took and that are tried no more, the newest first."""

    def send_again(self, kind: str) -> None:
        """Have the newest of these sent again that tells of a kind of event; refused where it may not be."""
