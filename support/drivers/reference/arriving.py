"""Who comes to the reference platform: with a fresh workspace, or an account that the target was given."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpx

from support.drivers.page import Cookie
from support.drivers.reference import keeping_books
from support.drivers.reference.api import DRIVERS as API
from support.drivers.reference.asking import understood
from support.drivers.reference.browser import DRIVERS as BROWSER
from support.drivers.reference.operator import COOKIE, asked_by, workspace_of
from support.drivers.reference.systems import system_of
from support.drivers.session import HttpxSession, trust

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from support.case import Channel
    from support.drivers.session import Answer, Session
    from support.ledger.books import Books
    from support.seat import Seat
    from support.target import Target

_PATIENCE = 30.0


@dataclass(slots=True)
class ReferenceSet:
    """The drivers for one target, and who has arrived there in which scenario."""

    target: Target
    _workspaces: dict[tuple[str, str], str] = field(default_factory=dict)

    def driver(self, port: str, channel: Channel, seat: Seat) -> object | None:
        """Return what speaks for a person about a port on a channel."""
        made = (BROWSER if channel == "browser" else API).get(port)
        return made(seat) if made else None

    def arrive(self, seat: Seat) -> Session:
        """Return a session: a stranger's, or an owner's in a workspace of their own, signed in."""
        business = seat.world.business_of(seat.person.name)
        if business is None:
            return HttpxSession(seat.world.journal)
        who = (seat.world.suffix, seat.person.name)
        if seat.person.name not in self.target.description.accounts and who not in self._workspaces:
            self._workspaces[who], token = self._make(seat, business)
            return HttpxSession(seat.world.journal, cookies={COOKIE: token})
        return self._signed_in(seat)

    def _signed_in(self, seat: Seat) -> Session:
        session = HttpxSession(seat.world.journal)
        answer = session.send(
            "POST", f"{self.target.addresses['app']}/api/sessions", json=self._account(seat)
        )
        understood(answer, f"signing in {seat.person.name}")
        return session

    def _account(self, seat: Seat) -> dict[str, str]:
        account = self.target.description.accounts.get(seat.person.name)
        if account is None:
            return {"email": seat.person.email, "password": seat.person.password}
        try:
            return {"email": os.environ[account.email_from], "password": os.environ[account.password_from]}
        except KeyError as missing:
            raise LookupError(
                f"the account of {seat.person.name} is to be found in {missing}; set it"
            ) from None

    def _make(self, seat: Seat, business: str) -> tuple[str, str]:
        operator = HttpxSession(seat.world.journal)
        seat.world.cleanup.add("close the operator's session", operator.close)
        wanted = workspace_of(business, seat.person.name, seat.person.email, seat.person.password)
        made = self._control(operator, "POST", "/workspaces", wanted).body()
        workspace = str(made["workspace"])
        if not seat.world.run.settings.keep and not self.target.passing:
            seat.world.cleanup.add(
                f"remove the workspace of {seat.person.name}",
                lambda: self._control(operator, "DELETE", f"/workspaces/{workspace}"),
            )
        return workspace, str(made["token"])

    def _control(self, session: Session, method: str, path: str, body: object = None) -> Answer:
        if "control" not in self.target.addresses:
            name = self.target.description.name
            raise LookupError(f"the target {name} names no control address and no account; it needs one")
        address = f"{self.target.addresses['control']}{path}"
        answer = session.send(method, address, json=body, headers=asked_by(self.target.operator_key or ""))
        return understood(answer, f"the control API's {method} {path}")

    def books(self, key: str, since: datetime | None) -> Books:
        """Read them with a key."""
        asked_by_key = {"Authorization": f"Bearer {key}"}
        app = self.target.addresses["app"]
        with httpx.Client(
            base_url=app, headers=asked_by_key, verify=trust(), trust_env=False, timeout=_PATIENCE
        ) as client:
            return keeping_books.read_by(client, since)

    def cookies(self, seat: Seat) -> Sequence[Cookie]:
        """Return the cookie of the person's own session; none of a stranger's, who has not joined anybody."""
        try:
            token = seat.session.cookie(COOKIE)
        except LookupError:
            return []
        return [Cookie(COOKIE, token, self.target.addresses["app"])]

    def system_of(self, method: str, address: str) -> str | None:
        """Return which of the platform's systems answers there."""
        return system_of(method, address, self.target.addresses.get("mailbox", ""))

    def allow(self, seat: Seat, times: int) -> None:
        """Say how often the person's workspace may ask the copywriter within a day."""
        self._control(seat.session, "POST", f"{self._workspace(seat)}/allowance", {"copywriter": times})

    def _workspace(self, seat: Seat) -> str:
        return f"/workspaces/{self._workspaces[(seat.world.suffix, seat.person.name)]}"

    def is_well(self) -> bool:
        """Whether a server answers that it can do its work."""
        try:
            answer = httpx.get(
                f"{self.target.addresses['app']}/ready", verify=trust(), trust_env=False, timeout=_PATIENCE
            )
        except httpx.TransportError:
            return False
        return answer.is_success

    def forward(self, seat: Seat, by: timedelta) -> None:
        """Move the clock of the person's workspace forward."""
        self._control(seat.session, "POST", f"{self._workspace(seat)}/clock", {"seconds": by.total_seconds()})
