"""An inbox read by Mailpit's API, which our mailroom speaks as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from support.records import Mail

if TYPE_CHECKING:
    from collections.abc import Sequence

_PATIENCE = 10.0


class MailpitInbox:
    """Mail at an address of the mailbox."""

    def __init__(self, address: str) -> None:
        self._address = address.rstrip("/")

    def mails(self, address: str) -> Sequence[Mail]:
        """Return the mails to an address, the newest first."""
        with httpx.Client(base_url=f"{self._address}/api/v1/", timeout=_PATIENCE, trust_env=False) as client:
            found = (
                client.get("search", params={"query": f'to:"{address}"'})
                .raise_for_status()
                .json()["messages"]
            )
            return [self._mail(client, one["ID"]) for one in found]

    @staticmethod
    def _mail(client: httpx.Client, identifier: str) -> Mail:
        message = client.get(f"message/{identifier}").raise_for_status().json()
        headers = client.get(f"message/{identifier}/headers").raise_for_status().json()
        first = {name.lower(): values[0] for name, values in headers.items()}
        return Mail(message["Subject"], message["Text"], message["HTML"], first)
