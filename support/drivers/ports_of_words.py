"""What can be asked of a copywriter; ports like those of `ports.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.records import Brief


class Customising(Protocol):
    """Words from the copywriter."""

    def ask(self, site: str, section: str, brief: Brief) -> None:
        """Ask for a section in other words; the page stays as it is."""

    def shown(self) -> Sequence[str]:
        """Return the proposed words."""

    def accept(self) -> None:
        """Put the proposed words onto the page."""

    def refuse(self) -> None:
        """Put the proposed words away."""

    def waiting(self) -> bool:
        """Whether a suggestion still waits for a decision."""

    def ask_again(self) -> None:
        """Ask for yet other words in the same place; what was proposed before can still be chosen."""

    def choices(self) -> Sequence[Sequence[str]]:
        """Return the words of each proposal that one can choose from, the oldest first."""

    def choose(self, number: int) -> None:
        """Look at a proposal, counted from one."""


class Writing(Protocol):
    """Words from the copywriter, while it writes them."""

    def begin(self, site: str, section: str, brief: Brief) -> None:
        """Ask for a section in other words, and do not wait for the end."""

    def so_far(self) -> Sequence[str]:
        """Return what one can read by now of what is written."""

    def offered(self) -> bool:
        """Whether there is anything to accept yet."""

    def end(self) -> None:
        """Let the copywriter stop."""

    def said(self) -> str:
        """Return in which words one is told that nothing more comes; empty while something does."""
