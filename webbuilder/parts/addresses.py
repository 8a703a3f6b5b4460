"""Every address of a platform, known before any part starts: ports taken, outside addresses checked."""

from __future__ import annotations

import socket
from dataclasses import replace

from webbuilder.parts.cluster import DATABASE_NAME
from webbuilder.parts.outside import database_address, reached_at
from webbuilder.parts.provider import provider_address
from webbuilder.parts.sockets import HOST, hear, listen, port_of, quiet_port
from webbuilder.settings import Addresses, Settings


def take(settings: Settings) -> tuple[Settings, dict[str, socket.socket]]:
    """Return the settings with all addresses in them, and the listening sockets by name.

    Raises:
        CannotStartError: a port is taken, or the database or the provider that was given cannot be used.
    """
    database = database_address(settings.database_url) if settings.database_url else None
    provider = (
        provider_address(settings.ai_base_url, plain=settings.ai_plain) if settings.ai_base_url else None
    )
    app = reached_at("APP_URL", settings.app_url) if settings.app_url else None
    sites = reached_at("SITES_URL", settings.sites_url, "{slug}") if settings.sites_url else None
    sockets = {
        "app": listen(settings.app_port, "the app", "--port"),
        "sites": listen(settings.sites_port, "the live sites", "--sites-port"),
    }
    free = ([] if settings.smtp_url else ["smtp", "mailbox"]) + ([] if settings.ai_base_url else ["ai"])
    sockets |= {name: listen(0, f"the {name} address") for name in free}
    if settings.control and not settings.nameserver:
        sockets |= {"names": listen(0, "the names address"), "questions": hear()}
    at = {name: f"{HOST}:{port_of(listener)}" for name, listener in sockets.items()}
    addresses = Addresses(
        app=app or f"http://{at['app']}",
        sites=sites or f"http://{{slug}}.localhost:{port_of(sockets['sites'])}",
        smtp=settings.smtp_url or f"smtp://{at['smtp']}",
        mailbox=(settings.mailbox_url or "") if settings.smtp_url else f"http://{at['mailbox']}",
        ai=provider or f"http://{at['ai']}",
        names=f"http://{at['names']}" if "names" in at else "",
        database=database or f"postgresql://postgres@{HOST}:{quiet_port()}/{DATABASE_NAME}",
    )
    nameserver = settings.nameserver or at.get("questions")
    return replace(settings, addresses=addresses, nameserver=nameserver), sockets
