"""Which of two values of a key was there first, as far as positions or clocks tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.histories.acts import Act


class Order:
    """The writes of a history, by key and value."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self._writes: dict[tuple[str, str | None], Act] = {}
        self._positions: dict[tuple[str, str | None], int] = {}
        for act in acts:
            if act.kind == "write":
                self._refuse_again(act)
                self._writes[act.key, act.value] = act
            if act.kind != "read" and act.position is not None:
                self._positions.setdefault((act.key, act.value), act.position)

    def _refuse_again(self, act: Act) -> None:
        if act.value is None or (act.key, act.value) in self._writes:
            raise ValueError(f"each write needs a value of its own, to know which one is read: {act}")

    def write_of(self, key: str, value: str | None) -> Act | None:
        """Return who wrote a value, if anybody did."""
        return self._writes.get((key, value))

    def position(self, key: str, value: str | None) -> int | None:
        """Return the place of a value, if it was told: with the answer, or by the log where none came."""
        return self._positions.get((key, value))

    def is_before(self, key: str, one: str | None, other: str | None) -> bool:
        """Whether one value of a key is known to have been there before another; None is before any."""
        if one is None or other is None:
            return one is None and other is not None
        here, there = self.position(key, one), self.position(key, other)
        if here is not None and there is not None:
            return here < there
        first, second = self.write_of(key, one), self.write_of(key, other)
        return first is not None and second is not None and first.is_over_before(second)
