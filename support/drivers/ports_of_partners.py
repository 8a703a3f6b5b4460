"""What a platform can be asked by those who build on it, and by those who try every door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from support.records import Belongings, Tried
    from support.webhooks import Delivery, Told


class Partners(Protocol):
    """Operations as the contract has them, tried one after the other."""

    def make_key(self, name: str, scopes: Sequence[str]) -> str:
        """Make a key for a partner, and return its secret."""

    def withdraw_key(self, name: str) -> None:
        """Let a key open nothing any more."""

    def hold_key(self, secret: str) -> None:
        """Speak by a key from now on."""

    def belongings(self) -> Belongings:
        """Return what one can get at, by the ids that operations take; what there is none of is made."""

    def look_again(self, belongings: Belongings) -> Mapping[str, str]:
        """Return what each address that was looked at answers now."""

    def trespass(self, theirs: Belongings) -> Sequence[Tried]:
        """Try every operation that takes an id with each id that is somebody else's."""

    def overreach(self, theirs: Belongings, held: Sequence[str]) -> Sequence[Tried]:
        """Try every operation that asks for a role or a scope beyond those that one has."""

    def knock(self, theirs: Belongings) -> Sequence[Tried]:
        """Try every operation as nobody."""


class Subscribing(Protocol):
    """Looking after a webhook that one has."""

    def change(self, kind: str) -> None:
        """Be told of one kind of events from now on, and of no other."""

    def end(self) -> None:
        """Be told of nothing any more."""

    def resume(self) -> None:
        """Be told again, by a webhook that was disabled."""

    def try_out(self) -> None:
        """Be sent a message that tells of nothing."""


class Webhooks(Protocol):
    """Being told what happens in a workspace, at a receiver of one's own."""

    def subscribe(self, events: Sequence[str], address: str = "") -> None:
        """Ask to be told of some kinds of events at an address, or else at a receiver of one's own."""

    def answer(self, how: str) -> None:
        """Let one's receiver deal so with what it is sent, from now on."""

    def received(self) -> Sequence[Told]:
        """Return what came to one's receiver, the oldest first."""

    def deliveries(self) -> Sequence[Delivery]:
        """Return what the platform says of the messages to one's webhook, the newest first."""

    def change_secret(self) -> None:
        """Get another secret."""

    def secrets(self) -> Sequence[str]:
        """Return the secrets that one got, the oldest first."""

    def shown(self) -> str:
        """Return all that the platform shows of one's webhook, as it is answered."""

    def follow(self, kind: str) -> str:
        """Return what is found at the address that the last message of a kind names."""
