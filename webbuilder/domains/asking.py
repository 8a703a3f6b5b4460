"""What name servers say of a domain, asked for as anybody may; each question has two seconds."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from dns.exception import DNSException, Timeout
from dns.resolver import NXDOMAIN, NoAnswer, NoNameservers, Resolver

from webbuilder.domains.hosts import PROOF
from webbuilder.domains.states import Finding, Found

if TYPE_CHECKING:
    from collections.abc import Callable

_LIMIT = 2.0  # seconds
_MOST = 5  # records of a name that are told, each as long as
_LONGEST = 120  # characters


class Silent(Exception):
    """Nobody answered, or not what was asked."""


def proof_name(host: str) -> str:
    """Return the name of the record that proves whose a domain is."""
    return f"{PROOF}.{host}"


def proof_value(token: str) -> str:
    """Return what stands in that record."""
    return f"webbuilder={token}"


def resolver(nameserver: str | None) -> Resolver:
    """Return who is asked: a name server at `address:port`, or whom this machine asks.

    Raises:
        Silent: this machine asks nobody.
    """
    try:
        asked = Resolver(configure=nameserver is None)
    except (DNSException, OSError) as error:
        raise Silent from error
    if nameserver:
        address, _, port = nameserver.rpartition(":")
        asked.nameservers, asked.port = [address.strip("[]")], int(port)
    asked.timeout = asked.lifetime = _LIMIT
    return asked


def records(asked: Resolver, name: str, kind: str) -> tuple[str, ...]:
    """Return the records of a kind that a name has; none where there is no such name.

    Raises:
        Silent: nobody answered.
    """
    try:
        answer = asked.resolve(f"{name}.", kind, search=False)
    except (NXDOMAIN, NoAnswer):
        return ()
    except (Timeout, NoNameservers, DNSException, OSError) as error:
        raise Silent from error
    if kind == "TXT":
        return tuple(b"".join(one.strings).decode("utf-8", "replace") for one in answer)
    return tuple(one.to_text().rstrip(".").lower() for one in answer)


def _told(found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_fit_to_tell(one)[:_LONGEST] for one in found[:_MOST])


def _fit_to_tell(record: str) -> str:
    """Return a record as it may be told: what machines there are in our own net is nobody's business."""
    try:
        machine = ipaddress.ip_address(record)
    except ValueError:
        return record
    return record if machine.is_global else "a machine that nobody reaches from outside"


def _finding(found: tuple[str, ...], fits: Callable[[str], bool]) -> Finding:
    if any(map(fits, found)):
        return Finding("found", _told(tuple(filter(fits, found))))
    return Finding("other" if found else "none", _told(found))


def _lead(asked: Resolver, host: str, target: str) -> Finding:
    """Return where a domain leads: by name, or, as a bare domain may, to the machines of the target."""
    below = "." + target.partition(".")[2]
    names = records(asked, host, "CNAME")
    if names:
        return _finding(names, lambda name: name.endswith(below))
    machines = records(asked, host, "A")
    return _finding(machines, set(records(asked, target, "A") if machines else ()).__contains__)


def look(host: str, token: str, target: str, nameserver: str | None) -> Found:
    """Return what is found of a domain; whoever is silent once is asked nothing more.

    Args:
        target: the host name that the domain has to lead to.
        nameserver: `address:port` of who is asked; None is whom this machine asks.
    """
    try:
        asked = resolver(nameserver)
        proof = _finding(records(asked, proof_name(host), "TXT"), proof_value(token).__eq__)
    except Silent:
        return Found(Finding("silent"), Finding("silent"))
    try:
        return Found(proof, _lead(asked, host, target))
    except Silent:
        return Found(proof, Finding("silent"))
