"""What can be asked of mails that one sends; ports like those of `ports.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from support.records_of_mail import BroadcastTold, LetterSeen, Whom


class Returning(Protocol):
    """What a mail server says of a letter after it had taken it; a letter goes by its subject."""

    def report(self, subject: str, notice: str) -> None:
        """Hand in what a mail server says of a letter in one's own inbox; `support/notices.py` has what."""

    def misreport(self, what: str) -> None:
        """Hand in what is none of that; refused in words."""


class Broadcasting(Protocol):
    """One letter to many; a broadcast goes by its subject."""

    def write(self, site: str, subject: str, whom: Whom, at: str) -> None:
        """Write a broadcast from a site, for a time or for at once, and see to how many it goes.

        Nothing goes out yet.
        """

    def rewrite(self, subject: str, other: str) -> None:
        """Give a broadcast another subject; refused once some of it has gone out."""

    def try_out(self, subject: str) -> None:
        """Send a broadcast to oneself alone."""

    def send(self, subject: str) -> None:
        """Let a broadcast go out to as many as one has seen; refused where these are more or fewer by now."""

    def pause(self, subject: str) -> None:
        """Let nothing more go out for now."""

    def resume(self, subject: str) -> None:
        """Let go out what was held up."""

    def cancel(self, subject: str) -> None:
        """Let nothing more go out, for good."""

    def told(self, subject: str) -> BroadcastTold:
        """Return how a broadcast stands."""


class Pacing(Protocol):
    """When and how fast letters to many go out."""

    def be_quiet(self, begins: str, ends: str) -> None:
        """Let nobody be written to between two times, as their clocks show it; it may be refused."""

    def slow_down(self, many: int) -> None:
        """Let so many letters a minute go to a provider of mail, and not more; it may be refused."""


class Doubting(Protocol):
    """Letters of a broadcast of which nobody knows whether they came; each goes by its reader's address."""

    def send_again(self, subject: str, email: str) -> None:
        """Send one once more, though it may come twice; refused where it is known how it stands."""

    def has_come(self, subject: str, email: str) -> None:
        """Say that one has come; refused where it is known how it stands."""


class Previewing(Protocol):
    """A broadcast as its readers will have it before them, looked at by whoever writes it."""

    def look(self, subject: str, way: str) -> None:
        """Look at it in a way, such as `on a phone`, and keep it before oneself."""

    def seen(self) -> LetterSeen:
        """Return what is before oneself."""
