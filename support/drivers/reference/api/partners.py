"""The API as those see it who build on it, and as those try it who have no business there."""

from __future__ import annotations

import json
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from hamcrest import equal_to

from support.belonging import Looking
from support.drivers.reference.asking import Api, PlatformFailed
from support.drivers.session import HttpxSession
from support.promised_ways import Way, ways_of
from support.records import ROLES, Belongings, Tried
from support.waiting import eventually

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from support.drivers.session import Answer, Session

_DONE, _FAILED = range(200, 300), 500
_LATER = "retry-after"
_PATIENCE = 3.0  # times as long as usual: a message that nobody takes is tried a second time meanwhile


class ApiPartners(Api):
    """Operations as the contract has them, tried one after the other."""

    @cached_property
    def ways(self) -> list[Way]:
        """Every operation of the target's contract that asks who is calling."""
        return self._ways()

    def _ways(self, *, open_too: bool = False) -> list[Way]:
        promised = self.seat.world.run.target.description.contract
        if promised is None:
            message = (
                "the target names no contract, so nobody knows its operations: @needs.contract is missing"
            )
            raise LookupError(message)
        return ways_of(promised.file, promised.below, open_too=open_too)

    def make_key(self, name: str, scopes: Sequence[str]) -> str:
        """Make a key for a partner, and return its secret."""
        made = self.call("POST", "/api/keys", {"name": name, "scopes": list(scopes)})
        return str(made["secret"])

    def withdraw_key(self, name: str) -> None:
        """Let a key open nothing any more."""
        found = next(one for one in self.call("GET", "/api/keys")["items"] if one["name"] == name)
        self.call("DELETE", f"/api/keys/{found['id']}")

    def hold_key(self, secret: str) -> None:
        """Speak by a key from now on."""
        self.seat.speak_by(self._session(key=secret))

    def belongings(self) -> Belongings:
        """Return what one can get at; what operations need and nobody has is made as the contract shows.

        Raises:
            LookupError: there is nothing with an id that some operation takes, and no example makes it.
        """
        found = self._have()
        for name in self._looking.names:
            if not found.fitting([name]):
                raise LookupError(
                    f"{self.seat.person.name} has nothing with a {name}, and no example of the contract makes"
                    " it: add a sentence that does, or an example that can be followed"
                )
        return found

    def readable(self) -> Mapping[str, str]:
        """Return all that one can read without making anything, by its address."""
        return self._looking.look().seen

    @property
    def _looking(self) -> Looking:
        return Looking(self.ways, self._at_rest)

    def _have(self) -> Belongings:
        found = self._looking.have()
        found.seen = self.look_again(found)
        return found

    def _at_rest(self, method: str, path: str, body: object = None) -> Answer:
        """Ask, and where the answer says when to look again, do so until it says no more: work has ended."""
        answer = self._ask(method, path, body)
        if method != "GET" or _LATER not in answer.headers:
            return answer
        ended = f"{method} {path} should tell of what has come to its end"
        waits = partial(self._waits, method, path)
        eventually(waits, equal_to(obj=False), ended, scale=_PATIENCE * self.seat.world.scale)
        return self._ask(method, path)

    def _waits(self, method: str, path: str) -> bool:
        return _LATER in self._ask(method, path).headers

    def look_again(self, belongings: Belongings) -> dict[str, str]:
        """Return what each address that was looked at answers now."""
        return {address: self._at_rest("GET", address).text for address in belongings.seen}

    def trespass(self, theirs: Belongings) -> Sequence[Tried]:
        """Try every operation that takes an id: with all of theirs, then with one of them among one's own.

        Raises:
            LookupError: one's own, with which the others are mixed, would be refused as well, or are none.
        """
        mine = self._have()
        return [
            self._try(way, ids, told, headers=_any_version(way))
            for way in self.ways
            for told, ids in self._mixed(way, mine, theirs)
        ]

    def _mixed(self, way: Way, mine: Belongings, theirs: Belongings) -> Iterator[tuple[str, dict[str, str]]]:
        """Give the ids to try a way with: all of theirs, then each of theirs with the others one's own."""
        if not way.ids:
            return
        yield f"with their {' and '.join(way.ids)}", _first(theirs, way)
        if len(way.ids) == 1:
            return
        own = _first(mine, way)
        if set(own) != set(way.ids) or not self._done(way, own):
            raise LookupError(
                f"{way.name} cannot be tried with one of another business's ids among one's own, since"
                f" {self.seat.person.name} has no {' and '.join(way.ids)} that do: add a sentence"
            )
        for name in way.ids:
            yield f"with their {name} among one's own", {**own, name: _first(theirs, way)[name]}

    def _done(self, way: Way, own: Mapping[str, str]) -> bool:
        """Whether what is tried with another's ids is done with one's own."""
        asked = way.method, way.address(own), way.body(own), _any_version(way)
        return self._ask(*asked).status in _DONE

    def overreach(self, theirs: Belongings, held: Sequence[str]) -> Sequence[Tried]:
        """Try every operation that asks for a role or a scope beyond those that one has."""
        beyond = [way for way in self.ways if _asked_of(way, held) not in _opened_by(held)]
        return [
            self.tried(way, theirs, f"which asks for {_asked_of(way, held)}", headers=_any_version(way))
            for way in beyond
        ]

    def knock(self, theirs: Belongings) -> Sequence[Tried]:
        """Try every operation as nobody."""
        self.seat.speak_by(self._session())
        return [self.tried(way, theirs, "as nobody", headers=_any_version(way)) for way in self.ways]

    def _session(self, key: str | None = None) -> Session:
        session = HttpxSession(self.seat.world.journal, key=key)
        self.seat.world.cleanup.add(f"close a session of {self.seat.person.name}", session.close)
        return session

    def _ask(
        self, method: str, path: str, body: object = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        address = self.seat.world.run.target.addresses["app"] + path
        if isinstance(body, bytes):
            as_json = {"Content-Type": "application/json", **(headers or {})}
            return self.seat.session.send(method, address, content=body, headers=as_json)
        return self.seat.session.send(method, address, json=body, headers=headers)

    def tried(self, way: Way, theirs: Belongings, told: str, **more: Any) -> Tried:
        """Try an operation with ids that belong together, and with a query, body or headers of one's own."""
        return self._try(way, _first(theirs, way), told, **more)

    def _try(
        self,
        way: Way,
        ids: Mapping[str, str],
        told: str,
        *,
        query: str = "",
        body: object = None,
        headers: Mapping[str, str] | None = None,
    ) -> Tried:
        address = way.address(ids) + query
        answer = self._ask(way.method, address, body or way.body(ids), headers)
        if answer.status >= _FAILED:
            message = f"{way.name} {told} was answered {answer.status}: {answer.text[:300]}"
            raise PlatformFailed(message)
        asked = way.method, self.seat.world.run.target.addresses["app"] + address
        return Tried(way.name, told, answer.status, _title(answer), asked)


def _any_version(way: Way) -> dict[str, str] | None:
    """Let no version be in the way (RFC 9110 §13.1.1): whose something is counts before how old it is."""
    return {"If-Match": "*"} if way.asks_version else None


def _first(belongings: Belongings, way: Way) -> dict[str, str]:
    """Return ids for a way: such as belong together, or else whatever there is of each."""
    together = belongings.joined(way.ids)
    if together:
        return together
    found = {name: belongings.fitting([name]) for name in way.ids}
    return {name: sets[0][name] for name, sets in found.items() if sets}


def _asked_of(way: Way, held: Sequence[str]) -> str:
    by_role = set(held) <= set(ROLES)
    return way.least_role if by_role else way.scope or "a person who signs in"


def _opened_by(held: Sequence[str]) -> set[str]:
    """Return what a role opens, with those below it; or what scopes do."""
    return {*held, *(below for role in held if role in ROLES for below in ROLES[: ROLES.index(role)])}


def _title(answer: Answer) -> str:
    if "problem" not in answer.headers.get("content-type", ""):
        return ""
    return str(json.loads(answer.text)["title"])
