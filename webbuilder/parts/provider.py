"""An address at which another copywriter is to answer: what is refused before anything is sent there."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from webbuilder.parts.refusal import CannotStartError

_EXAMPLE = "https://provider.example/v1"


def provider_address(given: str, *, plain: bool) -> str:
    """Return the address of a provider as whoever asks it wants it, without its usual `/v1`.

    Args:
        plain: whether the key and the words may go there unencrypted, as to a machine on one's own network.

    Raises:
        CannotStartError: nothing would be sent there: the message says why, and what to do.
    """
    try:
        parts = urlsplit(given)
        host, _ = parts.hostname, parts.port
    except ValueError:
        parts, host = urlsplit(""), None
    if parts.scheme not in {"http", "https"} or not host or parts.query or parts.fragment:
        raise CannotStartError(f"AI_BASE_URL is no address of a provider: write one as in {_EXAMPLE}.")
    if parts.username or parts.password:
        raise CannotStartError(
            "AI_BASE_URL has a name or a password in it, which would stand in every log: give the key as "
            "AI_API_KEY, and the address without it."
        )
    if _is(host, "is_link_local") or _is(host, "is_multicast") or _is(host, "is_unspecified"):
        raise CannotStartError(
            f"AI_BASE_URL leads to {host}, where a machine tells its own secrets and no provider answers: "
            f"write one as in {_EXAMPLE}."
        )
    if parts.scheme == "http" and not (plain or host == "localhost" or _is(host, "is_loopback")):
        raise CannotStartError(
            f"AI_BASE_URL leads to {host} without TLS, so that the key and what customers write can be read "
            "on the way: use https, or set AI_PLAIN=allowed where the network is your own."
        )
    return given.rstrip("/").removesuffix("/v1")


def _is(host: str, what: str) -> bool:
    """Whether a host is a number of such a kind; a name is none."""
    try:
        number = ip_address(host)
    except ValueError:
        return False
    return bool(getattr(getattr(number, "ipv4_mapped", None) or number, what))
