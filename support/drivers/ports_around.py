"""What is around a platform and nobody's channel: where mail arrives, and who breaks parts and mends them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.records import Mail


class Inbox(Protocol):
    """Mail, read where it arrives."""

    def mails(self, address: str) -> Sequence[Mail]:
        """Return the mails to an address, the newest first."""


class Processes(Protocol):
    """The processes of parts; what ends is started again, unless another machine has joined."""

    def processes(self, part: str) -> frozenset[int]:
        """Return the ids of a part's processes that run."""

    def killed(self, part: str, *, politely: bool = False) -> None:
        """End a part's process, without a word or asked to; what looks after it starts it again."""

    def stands_still(self, part: str) -> None:
        """Stop a part's processes, so that it holds all it has and does nothing."""

    def goes_on(self, part: str) -> None:
        """Let a part that stands still go on."""

    def joined(self, part: str) -> None:
        """Have another machine run a part as well; what ends from now on is not started again."""


class Outages(Processes, Protocol):
    """Parts in trouble; what was broken mends when the scenario ends."""

    def gone(self, part: str) -> None:
        """Let nobody reach a part."""

    def hangs(self, part: str) -> None:
        """Let a part take questions and never answer."""

    def misbehaves(self, part: str, way: str) -> None:
        """Let a part answer as none should, in one of the ways that the impostors of drivers list."""

    def let_go(self, part: str) -> int:
        """Return how many have hung up, or were sent away, since a part misbehaves."""

    def back(self, part: str) -> None:
        """Let a part be as it was."""

    def all_back(self) -> None:
        """Let every part be as it was."""
