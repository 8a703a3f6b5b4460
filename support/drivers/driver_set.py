"""What a package of drivers offers, so that another platform can be asked by drivers of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from support.case import Channel
    from support.drivers.page import Cookie
    from support.drivers.session import Session
    from support.ledger.books import Books
    from support.seat import Seat


class DriverSet(Protocol):
    """A package names one by its function `driver_set(target)`."""

    def driver(self, port: str, channel: Channel, seat: Seat) -> object | None:
        """Return what speaks for a person about a port on a channel; None where this set has nothing."""

    def arrive(self, seat: Seat) -> Session:
        """Return a session of the API side for a person: with a workspace and signed in, if they own one."""

    def cookies(self, seat: Seat) -> Sequence[Cookie]:
        """Return what a browser needs to know somebody who has arrived."""

    def allow(self, seat: Seat, times: int) -> None:
        """Let the person's workspace ask the copywriter as often within a day, and no more."""

    def is_well(self) -> bool:
        """Whether the platform says that it can do its work."""

    def forward(self, seat: Seat, by: timedelta) -> None:
        """Move the clock of a person's workspace forward."""

    def books(self, key: str, since: datetime | None) -> Books:
        """Return what the systems of a business keep of what was sent since a moment, or ever.

        Args:
            key: one of the business's, which may read what visitors sent.
        """

    def system_of(self, method: str, address: str) -> str | None:
        """Return which of the platform's systems answers there, by the glossary; None where none does."""
