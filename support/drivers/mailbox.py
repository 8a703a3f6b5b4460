"""An inbox read by Mailpit's API, which our mailroom speaks as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from support.drivers.session import trust
from support.promised_requests import Sent
from support.records import Mail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.journal import Journal

_PATIENCE = 10.0


class MailpitInbox:
    """Mail at an address of the mailbox; the journal is told of each look at it, as of any other exchange."""

    def __init__(self, address: str, journal: Journal | None = None) -> None:
        self._address, self._journal = address.rstrip("/"), journal

    def mails(self, address: str) -> Sequence[Mail]:
        """Return the mails to an address, the newest first."""
        with self._client() as client:
            found = self._read(client, "search", query=f'to:"{address}"')["messages"]
            mails = [self._mail(client, one["ID"]) for one in found]
        if self._journal:
            trace_id = mails[0].headers.get("x-trace-id", "") if mails else ""
            self._journal.looked("GET", f"{self._address}/api/v1/search?query=to:{address}", 200, trace_id)
        return mails

    def _client(self) -> httpx.Client:
        base = f"{self._address}/api/v1/"
        return httpx.Client(base_url=base, timeout=_PATIENCE, trust_env=False, verify=trust())

    def _read(self, client: httpx.Client, what: str, **asked: str) -> Any:
        """Ask for something, hold the answer against what was promised, and return it."""
        answer = client.get(what, params=asked)
        if self._journal:
            query = f"?{answer.url.query.decode()}" if asked else ""
            where = f"{self._address}/api/v1/{what}{query}"
            self._journal.promised.check(
                "GET", where, answer.status_code, answer.headers, answer.text, Sent()
            )
        return answer.raise_for_status().json()

    def _mail(self, client: httpx.Client, identifier: str) -> Mail:
        message = self._read(client, f"message/{identifier}")
        headers = self._read(client, f"message/{identifier}/headers")
        first = {name.lower(): values[0] for name, values in headers.items()}
        return Mail(message["Subject"], message["Text"], message["HTML"], first)
