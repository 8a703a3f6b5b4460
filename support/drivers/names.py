"""What name servers say of domains, where a target lets that be set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from support.drivers.session import trust

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PATIENCE = 10.0


class SetNames:
    """A name server that says what it was told; what a scenario told it is forgotten at its end."""

    def __init__(self, address: str) -> None:
        self._address, self._told = address.rstrip("/"), set[str]()

    def say(self, name: str, records: Mapping[str, Sequence[str]]) -> None:
        """Let a name have these records, by their kind, and no others."""
        self._told.add(name)
        self._write(name, dict(records))

    def fall_silent_below(self, host: str) -> None:
        """Let nobody answer who is asked about a domain, or a name below it, of which they were told.

        Raises:
            LookupError: nothing was told of it, so nobody would notice.
        """
        known = [name for name in self._told if name == host or name.endswith(f".{host}")]
        if not known:
            raise LookupError(f"name servers were told nothing of {host}, so they can say nothing less")
        for name in known:
            self._write(name, {"silent": True})

    def forget(self, name: str) -> None:
        """Let there be no such name."""
        self._send("DELETE", name)

    def forget_all(self) -> None:
        """Let there be none of the names that were told here."""
        while self._told:
            self.forget(self._told.pop())

    def _write(self, name: str, records: Mapping[str, object]) -> None:
        self._send("PUT", name, records)

    def _send(self, method: str, name: str, body: Mapping[str, object] | None = None) -> None:
        with httpx.Client(timeout=_PATIENCE, trust_env=False, verify=trust()) as client:
            client.request(method, f"{self._address}/names/{name}", json=body).raise_for_status()
