"""The copywriter: an OpenAI-compatible provider, with the same words for the same brief each time."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Mapping

from webbuilder.parts.copywriter.routes import copywriter
from webbuilder.parts.serving import Answering
from webbuilder.settings import Settings
from webbuilder.tracing import start_logging


def serve(_settings: Settings, sockets: Mapping[str, socket.socket], ready: Callable[[], None]) -> None:
    """Answer on the socket "ai" until killed."""
    start_logging("copywriter")
    asyncio.run(Answering(copywriter(), ready).serve(sockets=[sockets["ai"]]))
