"""What somebody can get at by a contract: found by looking around, made as its examples show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from support.records import Belongings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from support.drivers.session import Answer
    from support.promised_ways import Way

    Ask = Callable[[str, str, object], Answer]

_DONE, _JSON = range(200, 300), "json"
_LOOKS_OF_A_WAY = 30  # a page has a component for each, and few of them are forms


@dataclass(slots=True)
class Looking:
    """Looks around for somebody; `ask` sends a method, a path and a body for them."""

    ways: Sequence[Way]
    ask: Ask
    found: Belongings = field(default_factory=Belongings)
    _asked: set[str] = field(default_factory=set)

    @property
    def names(self) -> list[str]:
        """The names of all ids that operations take."""
        return list(dict.fromkeys(name for way in self.ways for name in way.ids))

    def have(self) -> Belongings:
        """Return all that is found; what operations need and is not there is made, where an example can."""
        self._look_around()
        for name in self.names:
            if not self.found.fitting([name]):
                self._make(name)
                self._look_around()
        return self.found

    def look(self) -> Belongings:
        """Return what is found by looking alone; nothing is made."""
        self._look_around()
        return self.found

    def _look_around(self) -> None:
        """Look at what was not looked at yet, until nothing comes up that was not known."""
        known = 0
        while known < len(self.found.ids):
            known = len(self.found.ids)
            for way in self.ways:
                for ids in self.found.fitting(way.in_path)[:_LOOKS_OF_A_WAY] if way.method == "GET" else ():
                    self._look(way, ids)

    def _look(self, way: Way, ids: dict[str, str]) -> None:
        address = way.address(ids)
        if address in self._asked:
            return
        self._asked.add(address)
        answer = self.ask(way.method, address, None)
        if answer.status in _DONE:
            self.found.seen[address] = answer.text
            used = {name: ids[name] for name in way.in_path}
            if len(used) > 1:
                self.found.proven.append(used)
            told = way.told(answer.body()) if _JSON in answer.headers.get("content-type", "") else ()
            for name, one in told:
                self.found.add({**used, name: one})

    def _make(self, name: str) -> None:
        """Make what there is none of, by the first operation that makes it of what there is."""
        for way in (one for one in self.ways if one.makes(name)):
            for ids in self.found.fitting(way.ids):
                answer = self.ask(way.method, way.address(ids), way.body(ids))
                if answer.status in _DONE:
                    used = {one: ids[one] for one in way.in_path}
                    self.found.ids += [{**used, told: one} for told, one in way.told(answer.body())]
                    return
