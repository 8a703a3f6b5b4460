"""A name server that says what it is told to (RFC 1035, over UDP), so that domains can be tried out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, cast

import dns.exception
import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rrset
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from webbuilder.parts.serving import Answering
from webbuilder.tracing import start_logging

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Mapping

    from starlette.requests import Request

    from webbuilder.settings import Settings

# Whatever is below this leads to the machine itself (RFC 6761 §6.3).
_OURS, _HERE = ".localhost", {"A": ["127.0.0.1"]}
_SILENT = "silent"
_TTL = 1  # s
Zone = dict[str, dict[str, Any]]  # by name: records by their kind, or that nobody answers


def answer(zone: Zone, asked: bytes) -> bytes | None:
    """Return what is said to a question; None where nothing is."""
    try:
        query = dns.message.from_wire(asked)
        question = query.question[0]
    except (dns.exception.DNSException, IndexError):
        return None
    name = question.name.to_text(omit_final_dot=True).lower()
    told = zone.get(name, _HERE if name.endswith(_OURS) else None)
    if told and told.get(_SILENT):
        return None
    said = dns.message.make_response(query)
    said.flags |= dns.flags.AA
    if told is None:
        said.set_rcode(dns.rcode.NXDOMAIN)
    kind = dns.rdatatype.to_text(question.rdtype)
    for each in (kind, "CNAME") if told and kind not in told else (kind,):
        if words := (told or {}).get(each):
            found = dns.rrset.from_text_list(
                question.name, _TTL, "IN", each, words, origin=dns.name.root, relativize=False
            )
            said.answer.append(found)
    return said.to_wire()


class _Questions(asyncio.DatagramProtocol):
    """Answers each question as the zone has it by then."""

    def __init__(self, zone: Zone) -> None:
        self._zone = zone

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep by which answers go out."""
        self._way = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: tuple[str | Any, int]) -> None:
        """Answer one question."""
        if said := answer(self._zone, data):
            self._way.sendto(said, addr)


def writing(zone: Zone) -> Starlette:
    """Return the application by which it is said what a name has, such as {"TXT": ["…"]}; {} is nothing."""

    async def write(request: Request) -> Response:
        zone[request.path_params["name"].lower()] = await request.json()
        return Response(status_code=204)

    async def forget(request: Request) -> Response:
        zone.pop(request.path_params["name"].lower(), None)
        return Response(status_code=204)

    async def tell(_request: Request) -> Response:
        return Response(status_code=204)

    one = "/names/{name}"
    shown = (("/", tell, "GET"), (one, write, "PUT"), (one, forget, "DELETE"))
    return Starlette(routes=[Route(path, act, methods=[how]) for path, act, how in shown])


def serve(_settings: Settings, sockets: Mapping[str, socket.socket], ready: Callable[[], None]) -> None:
    """Answer on the socket "questions", and be told on "names", until killed."""
    start_logging("names")
    asyncio.run(_serve(sockets, ready))


async def _serve(sockets: Mapping[str, socket.socket], ready: Callable[[], None]) -> None:
    zone: Zone = {}
    loop = asyncio.get_running_loop()
    await loop.create_datagram_endpoint(lambda: _Questions(zone), sock=sockets["questions"])
    await Answering(writing(zone), ready).serve(sockets=[sockets["names"]])
