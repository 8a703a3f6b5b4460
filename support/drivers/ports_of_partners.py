"""What a platform can be asked by those who build on it, and by those who try every door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from support.records import Belongings, Tried


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
