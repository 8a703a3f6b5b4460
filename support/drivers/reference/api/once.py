"""Asking once, by API: whoever gets no answer does not know whether it was done."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import httpx

from support.drivers.reference.asking import Api

if TYPE_CHECKING:
    from support.histories.acts import Answer


class AskedOnce(Api):
    """Somebody who asks and does not ask again."""

    def _site(self, alias: str) -> str:
        return self.seat.world.addresses.identifier(alias)

    def _asked(self, method: str, path: str, body: object = None) -> tuple[Answer, dict[str, Any]]:
        """Ask once; what fails may have been done all the same, and counts as unanswered."""
        address = self.seat.world.run.target.addresses["app"] + path
        try:
            answer = self.seat.session.send(method, address, json=body)
        except httpx.TransportError:
            return "unanswered", {}
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return "unanswered", {}
        return ("refused", {}) if answer.status >= HTTPStatus.BAD_REQUEST else ("acknowledged", answer.body())
