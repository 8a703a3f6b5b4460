"""Which services of our own platform are tried, where each answers, and who asks there."""

from __future__ import annotations

import smtplib
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from support.belonging import Looking
from support.conformance import Caller
from support.drivers.session import HttpxSession
from support.journal import Journal
from support.promised_ways import ways_of
from support.target.description import describe
from support.target.own import COOKIE, go_live, open_workspace, workspace_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.target.embedded import Embedded

FOLDER = Path("contracts")
FILE = FOLDER / "openapi.json"
# Asked with a session of their own each, since they end it, or the password that it was begun with.
ENDING = ("DELETE /api/sessions", "DELETE /api/sessions/current", "PUT /api/me/password")
_WORDS = "rye at five"  # as the contract's own examples have it, so that they can succeed
_NEWEST = "latest"  # stands for a mail's id, in Mailpit's API as well


@dataclass(frozen=True, slots=True)
class Trial:
    """A service that is tried: what it promised, where it answers, and who asks."""

    service: str
    file: Path
    address: str
    caller: Caller


def trials(platform: Embedded) -> Iterator[Trial]:
    """Go through the services; each is made ready when it is its turn."""
    facts = platform.facts
    yield Trial("API", FILE, facts["app"], _owner(platform))
    yield _live_sites(platform)
    _hand_in(facts["smtp"])
    asks_for_mail = Caller(ids={"path.identifier": _NEWEST})
    yield Trial("mailroom", FOLDER / "mailroom.json", facts["mailbox"], asks_for_mail)
    yield Trial("copywriter", FOLDER / "copywriter.json", facts["ai"], Caller())


def _owner(platform: Embedded) -> Caller:
    """Return an owner who has one of all that the contract's examples can make."""
    session, known = _session(platform, 0), ways_of(FILE, _below())
    http, app = HttpxSession(Journal(), cookies={COOKIE: session}), platform.facts["app"]
    try:
        looking = Looking(known, lambda method, path, body: http.send(method, app + path, json=body))
        ids = {name: one for them in looking.have().ids for name, one in them.items()}
    finally:
        http.close()
    members = {f"path.{name}": one for name, one in ids.items()}
    for way in known:
        members |= {f"body.{member}": ids[name] for member, name in way.held.items()}
    members["body.operations[*].id"] = ids["component_id"]
    return Caller(session, {name: _session(platform, 1 + at) for at, name in enumerate(ENDING)}, members)


def _below() -> str:
    """Return how the paths begin that our own target's contract speaks of."""
    promised = describe("embedded").contract
    return promised.below if promised else "/"


def _session(platform: Embedded, number: int) -> str:
    """Return a session of the owner of a fresh workspace."""
    address = f"maya.{number}@example.org" if number else "maya@example.org"
    return open_workspace(platform, workspace_of(f"Bakery {number}", "Maya", address, _WORDS))


def _live_sites(platform: Embedded) -> Trial:
    """Return the trial of a live site by a visitor."""
    owner = HttpxSession(Journal(), cookies={COOKIE: _session(platform, 1 + len(ENDING))})
    try:
        site = go_live(owner, platform.facts["app"])
    finally:
        owner.close()
    visitor = Caller(
        ids={"path.form_id": site.form}, headers={"Host": site.host, "Accept": "application/json"}
    )
    return Trial("live sites", FOLDER / "sites.json", site.address, visitor)


def _hand_in(smtp: str) -> None:
    """Hand in a mail, so that there is one to ask for."""
    mail, counter = EmailMessage(), urlsplit(smtp)
    mail["From"], mail["To"], mail["Subject"] = "maya@example.org", "priya@example.com", "Welcome"
    mail.set_content("The crust still sings.")
    with smtplib.SMTP(counter.hostname or "", counter.port or 0, timeout=10) as connection:
        connection.send_message(mail)
