"""Errors that people met, by API."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, NoReturn

from support.drivers.reference.asking import Api, understood
from support.drivers.reference.operator import asked_by
from support.records_of_errors import ErrorGroup, FoundByNumber

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.drivers.session import Answer

_GROUPS = "/api/error-groups"
_SETTLEMENT = "PUT", f"{_GROUPS}/of-nobody/settlement"
_UNKNOWN = 404
_TELLS = ("error", "place", "during")


class ApiTracking(Api):
    """What the operator's key opens."""

    def look_at_sites(self) -> None:
        """Ask for them."""
        self.call("GET", "/api/sites")

    def do_without_dialogs(self, site: str) -> None:
        """Not by API."""
        _no_screen(site)

    def preview(self) -> None:
        """Not by API."""
        _no_screen("a preview")

    def groups(self) -> Sequence[ErrorGroup]:
        """Ask for the list."""
        return [_group(one) for one in understood(self._operate("GET", _GROUPS), _GROUPS).body()["items"]]

    def found(self, number: str) -> FoundByNumber:
        """Ask for all that the number finds."""
        answer = self._operate("GET", f"/api/errors/{number}")
        if answer.status == _UNKNOWN:
            return FoundByNumber()
        told = understood(answer, "what a number finds").body()
        group = _group(told["group"]) if told["group"] else None
        parts = tuple(one["part"] for one in told["passages"])
        return FoundByNumber(group, parts, tuple(str(line["event"]) for line in told["lines"]))

    def settle(self, number: str) -> None:
        """Ask which group it is, and call that settled."""
        group = understood(self._operate("GET", f"/api/errors/{number}"), number).body()["group"]["id"]
        understood(self._operate("PUT", f"{_GROUPS}/{group}/settlement"), group)

    def look_with_another_key(self) -> None:
        """Ask with a key of nobody's."""
        understood(self._operate("GET", _GROUPS, "of-somebody-else"), _GROUPS)

    def ask_in_vain(self, what: str) -> None:
        """Ask as the operator's program does, or with a key of nobody's."""
        number = "GET", f"/api/errors/{secrets.token_hex(16)}"  # nobody is told the same one twice
        method, path = number if "number" in what else _SETTLEMENT
        understood(self._operate(method, path, "of-somebody-else" if "key" in what else None), path)

    def _operate(self, method: str, path: str, key: str | None = None) -> Answer:
        target = self.seat.world.run.target
        headers = asked_by(key or target.operator_key or "")
        return self.seat.session.send(method, target.addresses["app"] + path, headers=headers)


def _group(told: dict[str, Any]) -> ErrorGroup:
    said = " ".join(str(told[name]) for name in _TELLS)
    returned, numbers = told["returned_at"] is not None, tuple(told["numbers"])
    return ErrorGroup(told["id"], told["many"], told["state"], returned, numbers, said)


def _no_screen(asked: str) -> NoReturn:
    raise NotImplementedError(f"there is no screen for {asked} by API: tag the scenario @browser")
