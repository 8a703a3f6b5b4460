"""Requests to addresses that somebody else chose: only to public machines, and to the one looked at."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

import httpx

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

LONGEST = 2000  # characters of an address
_PORTS = {"http": 80, "https": 443}
# Addresses of IPv6 that lead on to one of IPv4, which may be private (RFC 6052, 3056, 4380).
_LEADS_ON = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "2002::/16", "2001::/32")))


class NotAllowed(Exception):
    """Nothing is sent to such an address; the message is a sentence that says why, and what to do."""


class NotSent(Exception):
    """What was to be sent was not taken, or nobody knows; the message is a clause that says why."""


@dataclass(frozen=True, slots=True)
class Way:
    """An address that was looked at: its parts, its port, and the machines that it leads to, in order."""

    parts: SplitResult
    port: int
    machines: tuple[str, ...]


def read(address: str) -> tuple[SplitResult, str, int]:
    """Return the parts of an address, its host and its port.

    Raises:
        NotAllowed: it is none that anything is sent to, wherever it leads.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0)
        host.encode("idna")
        httpx.URL(address)
    except (ValueError, UnicodeError, httpx.InvalidURL) as error:
        raise NotAllowed("This is no address. Give one such as https://till.example/hooks.") from error
    if parts.scheme not in _PORTS or not host:
        raise NotAllowed("An address begins with https:// or http:// and a host. Give one such as that.")
    if parts.username is not None or parts.password is not None:
        raise NotAllowed("An address holds no name and no password: messages are signed. Leave them out.")
    return parts, host, port


def is_public(machine: str) -> bool:
    """Whether a machine's address belongs to the public internet, and to one machine there."""
    address = ipaddress.ip_address(machine.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return is_public(str(address.ipv4_mapped))
        if address.is_site_local or any(address in leads_on for leads_on in _LEADS_ON):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def machines_of(host: str, port: int) -> Sequence[str]:
    """Return the addresses of the machines that a name leads to now, each once; OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def way_to(address: str, allowed: Collection[str]) -> Way:
    """Look at an address, and return the way to it.

    Args:
        allowed: `host:port` of those that are let through wherever they lead.

    Raises:
        NotAllowed: it leads to a machine that nothing is sent to.
        OSError: its name leads to no machine.
    """
    parts, host, port = read(address)
    machines = tuple(machines_of(host, port))
    if f"{host}:{port}" not in allowed and not all(map(is_public, machines)):
        raise NotAllowed(
            f"{host} leads to a private machine, and nothing is sent there."
            " Give an address that the public internet knows."
        )
    return Way(parts, port, machines)


def refuse(address: str, allowed: Collection[str]) -> None:
    """Refuse an address that nothing would be sent to; a name that nobody knows (yet) is none of these.

    Raises:
        NotAllowed: nothing would be.
    """
    try:
        way_to(address, allowed)
    except OSError:
        return  # it is looked at again whenever something is sent


def post(
    address: str, body: bytes, headers: Mapping[str, str], *, limit: float, allowed: Collection[str]
) -> int:
    """Send a body to an address, and return the status that it was answered; redirects are not followed.

    Args:
        limit: seconds that all of it may take.

    Raises:
        NotSent: the address is not allowed (any more), nobody answered, or not in time.
    """
    try:
        return asyncio.run(_within(limit, address, body, headers, allowed))
    except TimeoutError as error:
        raise NotSent(f"no answer came within {limit:g} seconds") from error
    except NotAllowed as error:
        raise NotSent(str(error)) from error
    except (OSError, httpx.HTTPError) as error:
        raise NotSent(f"it could not be reached ({type(error).__name__})") from error


async def _within(
    limit: float, address: str, body: bytes, headers: Mapping[str, str], allowed: Collection[str]
) -> int:
    async with asyncio.timeout(limit):
        way = await asyncio.to_thread(way_to, address, allowed)
        return await _to_first(way, body, headers)


async def _to_first(way: Way, body: bytes, headers: Mapping[str, str]) -> int:
    """Send to the first of the machines that takes a call."""
    async with httpx.AsyncClient(verify=trust(), trust_env=False, timeout=None) as client:  # noqa: S113 - `limit` is for all
        *others, last = way.machines
        for machine in others:
            try:
                return await _to(client, machine, way, body, headers)
            except httpx.ConnectError:
                continue
        return await _to(client, last, way, body, headers)


async def _to(
    client: httpx.AsyncClient, machine: str, way: Way, body: bytes, headers: Mapping[str, str]
) -> int:
    """Send to a machine by its number, so that nobody is asked a second time where the name leads."""
    request = client.build_request(
        "POST",
        httpx.URL(way.parts.geturl()).copy_with(host=machine, fragment=None),
        content=body,
        headers={**headers, "Host": way.parts.netloc},
        extensions={"sni_hostname": way.parts.hostname},
    )
    answer = await client.send(request, stream=True)
    await answer.aclose()  # nothing but its status matters, and a body may have no end
    return answer.status_code


@cache
def trust() -> ssl.SSLContext:
    """Return the one TLS context of all that is sent: each of its own would cost 35 ms."""
    return ssl.create_default_context()
