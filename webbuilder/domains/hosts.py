"""Which names an owner may bring, as she types them, and how they stand in the name system."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import urlsplit

import idna

from webbuilder.problems import misfit

if TYPE_CHECKING:
    from collections.abc import Collection

    from webbuilder.settings import Addresses

PROOF = "_webbuilder"  # the label below which a record proves whose the name is
# RFC 1035 §2.3.4: a name has at most 253 characters, and that of the proof is longer than the host's.
LONGEST = 253 - len(f"{PROOF}.")
_PLAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")
_NO_NAMES = re.compile(r"[\s/:@?#\\%]")


def ours(where: Addresses) -> frozenset[str]:
    """Return the names that are the platform's own; whatever is below them is, too."""
    below = (urlsplit(where.sites.format(slug="x")).hostname or "").removeprefix("x.")
    return frozenset({below, urlsplit(where.app).hostname or "", "localhost"})


def _is_below(host: str, names: Collection[str]) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in names)


def _refuse(words: str) -> NoReturn:
    raise misfit("host", words)


def _in_ascii(name: str) -> str:
    try:
        return idna.encode(name, uts46=True).decode()
    except UnicodeError:  # of which idna's own error is one
        _refuse("This cannot be a name of a domain. Say only the name, as bakery.example.")


def _refuse_numbers(name: str) -> None:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        if not name.rpartition(".")[2].isdecimal():
            return
    _refuse("This is the number of a machine, and no name. Say the name of your domain, as bakery.example.")


def read(typed: str, own: Collection[str]) -> str:
    """Return a name as it stands in the name system: in lower case, in ASCII (IDNA), with no dot at its end.

    Args:
        own: the platform's own names.

    Raises:
        Problem: it is none that an owner may bring; the words say why.
    """
    name = typed.strip().rstrip(".").lower()
    if name.count(":") < 2 and _NO_NAMES.search(name):  # noqa: PLR2004 - two colons make it IPv6
        _refuse("This is more than a name. Say only the name, as bakery.example.")
    if "*" in name:
        _refuse("A site has one name, and “*” means all of them. Say only the name, as bakery.example.")
    if "_" in name:
        _refuse("No visitor finds a name with “_” in it. Say only the name, as bakery.example.")
    _refuse_numbers(name)
    host = _in_ascii(name)
    if not _PLAIN.fullmatch(host):
        _refuse("This cannot be a name of a domain. Say only the name, as bakery.example.")
    if _is_below(host, own):
        _refuse(f"“{typed.strip()}” belongs to this platform. Bring a domain that is yours.")
    if "." not in host:
        _refuse(
            f"“{typed.strip()}” is a whole part of the net. Say the name of your domain, as bakery.example."
        )
    if len(host) > LONGEST:
        _refuse(f"A domain has {LONGEST} characters at most. Bring a shorter one.")
    return host
