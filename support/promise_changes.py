"""Says in words how what a scenario promises differs from what is locked of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from support.bounds import Bound, bounds_in

if TYPE_CHECKING:
    from support.promises import Promise

_UNREAD = Bound("", "exact", 0, "")  # a lock that was edited by hand may hold what is no bound


def changes(locked: Promise | None, promised: Promise | None) -> Iterator[str]:
    """Each difference, to be put after the name of the scenario; None is a promise that is not there."""
    if locked is None or promised is None:
        yield "is promised and not locked yet" if locked is None else "is locked and promised no longer"
        return
    yield from _number("Then", locked.thens, promised.thens)
    yield from _number("row", locked.rows, promised.rows)
    lost, won = {*locked.requirements}, {*promised.requirements}
    yield from (f"no longer claims the requirement {name}" for name in sorted(lost - won))
    yield from (f"claims the requirement {name}, which is not locked yet" for name in sorted(won - lost))
    yield from _bounds(Counter(locked.bounds), Counter(promised.bounds))


def _number(what: str, locked: int, promised: int) -> Iterator[str]:
    if locked != promised:
        comparison = "fewer" if promised < locked else "more"
        yield f"has {promised} {what}{'' if promised == 1 else 's'}, {comparison} than the {locked} locked"


def _bounds(locked: Counter[str], promised: Counter[str]) -> Iterator[str]:
    """Tell bounds of the same thing as one change, in order; what is left over has gone or is new."""
    new = [*(promised - locked).elements()]
    for before in (locked - promised).elements():
        alike = [one for one in new if _read(one).counted == _read(before).counted]
        if not alike:
            yield f'no longer says "{before}", so it promises less'
            continue
        after = min(alike, key=lambda one: _read(one).limit != _read(before).limit)
        new.remove(after)
        yield f'says "{after}" where "{before}" is locked{_direction(_read(before), _read(after))}'
    yield from (f'says "{after}", which is not locked yet' for after in new)


def _direction(before: Bound, after: Bound) -> str:
    if after.is_looser_than(before):
        return ", which is looser"
    return ", which is tighter" if before.is_looser_than(after) else ""


def _read(text: str) -> Bound:
    return next(iter(bounds_in(text, counts=True)), _UNREAD)
