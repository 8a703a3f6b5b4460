"""Holds what a scenario exchanges with each service against what that service promised."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from support.contract import Answered, contract
from support.promised_line import promised_line
from support.unreached import NAME, met_by_chance, unreached

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from support.promised_messages import Message
    from support.promised_requests import Sent


_LINE_OPENED = 101  # what is said from then on has a contract of its own (RFC 9110 §15.2.2)


class ContractBroken(AssertionError):
    """A service answered what it promised to nobody; the message says which, and where, for each answer."""


@dataclass(frozen=True)
class Service:
    """What promised something.

    Attributes:
        name: how people call it.
        file: its contract.
        address: what the contract's paths are paths of; `{slug}` stands for the name of any site.
        below: how the paths begin that the contract speaks of; others are nobody's promise.
    """

    name: str
    file: Path
    address: str
    below: str = "/"

    def path(self, address: str) -> str | None:
        """Return path and query of an address where it promised something; None elsewhere."""
        found = self._own.match(address)
        path = address[found.end() :] or "/" if found else ""
        return path if path.startswith(self.below) else None

    @cached_property
    def _own(self) -> re.Pattern[str]:
        pieces = map(re.escape, self.address.rstrip("/").split("{slug}"))
        return re.compile("[^/.]+".join(pieces) + r"(?=[/?]|$)")


@dataclass(slots=True)
class Keeping:
    """Holds every exchange of one scenario against the contracts of its target, as far as it has any.

    Attributes:
        services: what promised something.
        line: what was promised of the line on which the platform speaks by itself.
        checked: how many answers were held against it.
        met: each operation that answered, by its service and its name, with the status.
        deviations: what was not as promised, each once, the oldest first, with the method and address asked.
        judged: what was asked where the first of those deviated that somebody read.
    """

    services: tuple[Service, ...] = ()
    line: Path | None = None
    checked: int = 0
    deviations: dict[str, tuple[str, str]] = field(default_factory=dict)
    met: set[tuple[str, str, str]] = field(default_factory=set)
    judged: tuple[str, str] | None = None

    def check(  # noqa: PLR0917 - an exchange has that many sides
        self,
        method: str,
        address: str,
        status: int,
        headers: Mapping[str, str] | None,
        text: str | None,
        sent: Sent | None = None,
    ) -> None:
        """Hold one exchange against its contract; `headers` and `text` are None where a page keeps them."""
        for service in self.services if status != _LINE_OPENED else ():
            path = service.path(address)
            if path is None:
                continue
            asked, promised = urlsplit(path), contract(service.file)
            self.checked += 1
            if operation := promised.operation(method, asked.path):
                self.met.add((service.name, operation.name, str(status)))
                self._refuse_reached(service, operation.name, str(status), (method, address))
            sent = sent and replace(sent, query=asked.query)
            wrong = promised.deviation(Answered(method, asked.path, status, headers, text, sent))
            if wrong:
                self.deviations.setdefault(f"{service.name}: {wrong}", (method, address))

    def check_message(self, message: Message, blamed: tuple[str, str]) -> None:
        """Hold a message to a partner against what promises any; `blamed` is whom to ask."""
        for service in self.services:
            promised = contract(service.file).messages
            if promised.kinds:
                self.checked += 1
                wrong = promised.deviation(message)
                if wrong:
                    self.deviations.setdefault(f"{service.name}: {wrong}", blamed)

    def check_line(self, text: str, blamed: tuple[str, str]) -> None:
        """Hold what was said on a line against its contract; `blamed` is whom to ask."""
        if self.line is None:
            return
        self.checked += 1
        wrong = promised_line(self.line).deviation(text)
        if wrong:
            self.deviations.setdefault(f"line: {wrong}", blamed)

    def _refuse_reached(self, service: Service, operation: str, status: str, asked: tuple[str, str]) -> None:
        """Note a status of which it is written that nobody reaches it: the reason is none."""
        because = unreached(service.file).get((operation, status))
        if because and (operation, status) not in met_by_chance(service.file):
            self.deviations.setdefault(
                f"{service.name}: {operation} was answered {status}, which {NAME} says is never met, since"
                f" {because}; where that is as it should be, take the reason out",
                asked,
            )

    def read(self) -> tuple[str, ...]:
        """Return the deviations; whoever reads them judges them, so they are not told at the end again."""
        found = tuple(self.deviations)
        self.judged = next(iter(self.deviations.values()), self.judged)
        self.deviations.clear()
        return found

    def refuse_deviations(self, whose: Callable[[str, str], str]) -> None:
        """Raise ContractBroken when something was answered otherwise than promised, and nobody judged it.

        `whose` says of a method and an address which system answers there, and who looks after it.
        """
        if self.deviations:
            raise ContractBroken(
                "; ".join(f"{wrong} ({whose(*asked)})" for wrong, asked in self.deviations.items())
            )
