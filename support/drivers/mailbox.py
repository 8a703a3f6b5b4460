"""An inbox read by Mailpit's API, which our mailroom speaks as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from support.drivers.session import trust
from support.records import Mail

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Heard = Callable[[str, str, int, str], None]

_PATIENCE = 10.0


class MailpitInbox:
    """Mail at an address of the mailbox; `heard` is told of each look at it, as of any other exchange."""

    def __init__(self, address: str, heard: Heard | None = None) -> None:
        self._address, self._heard = address.rstrip("/"), heard

    def mails(self, address: str) -> Sequence[Mail]:
        """Return the mails to an address, the newest first."""
        with self._client() as client:
            found = (
                client.get("search", params={"query": f'to:"{address}"'})
                .raise_for_status()
                .json()["messages"]
            )
            mails = [self._mail(client, one["ID"]) for one in found]
        if self._heard:
            trace_id = mails[0].headers.get("x-trace-id", "") if mails else ""
            self._heard("GET", f"{self._address}/api/v1/search?query=to:{address}", 200, trace_id)
        return mails

    def _client(self) -> httpx.Client:
        base = f"{self._address}/api/v1/"
        return httpx.Client(base_url=base, timeout=_PATIENCE, trust_env=False, verify=trust())

    @staticmethod
    def _mail(client: httpx.Client, identifier: str) -> Mail:
        message = client.get(f"message/{identifier}").raise_for_status().json()
        headers = client.get(f"message/{identifier}/headers").raise_for_status().json()
        first = {name.lower(): values[0] for name, values in headers.items()}
        return Mail(message["Subject"], message["Text"], message["HTML"], first)
