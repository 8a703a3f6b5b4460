"""The API side's way to speak: a request goes out, an answer comes back; what carries both can be swapped."""

from __future__ import annotations

import json
import ssl
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

import httpx

if TYPE_CHECKING:
    from collections.abc import Mapping

    from support.journal import Journal


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; header names in lower case.

    `text` is empty for a picture, which is in `content`; `sent_as` is the media type of what was sent.
    """

    status: int
    headers: Mapping[str, str]
    text: str
    content: bytes = b""
    sent_as: str = ""

    def body(self) -> Any:
        """Return the body, read as JSON."""
        return json.loads(self.text)


class Session(Protocol):
    """One caller's conversation: cookies stay with it."""

    def send(
        self,
        method: str,
        address: str,
        *,
        json: object = None,
        form: Mapping[str, str] | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send one request and return the answer, redirects not followed; `content` is a body as it is."""

    def cookie(self, name: str) -> str:
        """Return the value of a cookie that this conversation got; LookupError when it got none."""

    def close(self) -> None:
        """End the conversation."""


# Only browsers know the first; whoever has a domain below the other in a scenario has it here (RFC 6761).
_HERE = (".localhost", ".test")


@cache
def trust() -> ssl.SSLContext:
    """Return the one TLS context of all our clients: each of its own would cost 35 ms."""
    return ssl.create_default_context()


class HttpxSession:
    """A session carried by httpx."""

    def __init__(
        self,
        journal: Journal,
        *,
        cookies: Mapping[str, str] | None = None,
        key: str | None = None,
        timeout: float = 60.0,
    ) -> None:
        self._journal = journal
        if key:
            journal.secrets.add(key, "a key")
        for name, value in (cookies or {}).items():
            journal.secrets.add(value, f"the cookie {name}")
        self._client = httpx.Client(
            verify=trust(),
            cookies=dict(cookies or {}),
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=timeout,
            trust_env=False,
        )

    def send(
        self,
        method: str,
        address: str,
        *,
        json: object = None,
        form: Mapping[str, str] | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send one request; a name that nobody resolves for programs is asked for at 127.0.0.1."""
        reached, host = _reachable(address)
        sent = self._client.request(
            method,
            reached,
            json=json,
            data=dict(form) if form is not None else None,
            content=content,
            headers={**host, **(headers or {})},
        )
        self._keep_secret(sent)
        told = {name.lower(): value for name, value in sent.headers.items()}
        is_text = not told.get("content-type", "").startswith("image/")
        sent_as = sent.request.headers.get("content-type", "").partition(";")[0]
        answer = Answer(sent.status_code, told, sent.text if is_text else "", sent.content, sent_as)
        shown = f"{len(content)} bytes" if content is not None else form
        self._journal.exchanged(method, address, json if json is not None else shown, answer)
        return answer

    def _keep_secret(self, sent: httpx.Response) -> None:
        secrets = self._journal.secrets
        secrets.add(
            sent.request.headers.get("authorization", "").rpartition(" ")[2], "what an API was called with"
        )
        for header in sent.headers.get_list("set-cookie"):
            name, _, value = header.partition(";")[0].partition("=")
            secrets.add(value.strip(), f"the cookie {name.strip()}")

    def cookie(self, name: str) -> str:
        """Return the value of a cookie that this conversation got."""
        value = self._client.cookies.get(name)
        if value is None:
            message = f"this conversation got no cookie {name}; sign in first"
            raise LookupError(message)
        return value

    def close(self) -> None:
        """End the conversation."""
        self._client.close()


def _reachable(address: str) -> tuple[str, dict[str, str]]:
    parts = urlsplit(address)
    if not (parts.hostname or "").endswith(_HERE):
        return address, {}
    port = f":{parts.port}" if parts.port else ""
    return parts._replace(netloc=f"127.0.0.1{port}").geturl(), {"Host": parts.netloc}
