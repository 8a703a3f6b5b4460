"""The mailroom: takes mail by SMTP and shows it over HTTP, with Mailpit's API and an inbox for people."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Mapping
from functools import partial

from aiosmtpd.smtp import SMTP

from webbuilder.parts.mailroom.counter import Counter
from webbuilder.parts.mailroom.routes import mailbox
from webbuilder.parts.mailroom.store import Mail
from webbuilder.parts.serving import Answering
from webbuilder.settings import Settings
from webbuilder.tracing import start_logging

_LARGEST = 25 * 1024 * 1024


def serve(settings: Settings, sockets: Mapping[str, socket.socket], ready: Callable[[], None]) -> None:
    """Take and show mail, on the sockets "smtp" and "mailbox", until killed."""
    start_logging("mailroom")
    asyncio.run(_serve(Mail(settings.data / "mail"), sockets, ready))


async def _serve(mail: Mail, sockets: Mapping[str, socket.socket], ready: Callable[[], None]) -> None:
    # A name is given, because the library would ask the network for ours.
    counter = partial(
        SMTP,
        Counter(mail),
        hostname="localhost",
        ident="mailroom",
        data_size_limit=_LARGEST,
        enable_SMTPUTF8=True,
    )
    taking = await asyncio.get_running_loop().create_server(counter, sock=sockets["smtp"])
    async with taking:
        await Answering(mailbox(mail), ready).serve(sockets=[sockets["mailbox"]])
