"""What other systems tell workflows by API, and are told by them."""

from __future__ import annotations

import json
import secrets
from datetime import UTC, datetime, timedelta

from standardwebhooks import Webhook

from support.drivers.reference.api.connecting import ApiConnecting
from support.drivers.reference.api.webhooks import ApiWebhooks
from support.drivers.reference.asking import understood
from support.webhooks import Door

_ADDRESS, _SECRET = "address of the door", "secret of the door"
_SAID_INSTEAD = {"email": "ravi@example.org"}


class ApiDoors(ApiWebhooks):
    """Messages for workflows, and of them."""

    def open(self, site: str, workflow: str) -> Door:
        """Ask for another secret of the workflow."""
        identifier = ApiConnecting(self.seat).workflow_id(site, workflow)
        made = self.call("POST", f"/api/workflows/{identifier}/secret")
        self.seat.world.journal.secrets.add(made["secret"], "the secret of a workflow")
        return Door(made["address"], made["secret"])

    def hold(self, door: Door) -> None:
        """Keep where messages go, and what signs them."""
        self._keep(door.secret)
        self.seat.kept[_ADDRESS], self.seat.kept[_SECRET] = door.address, door.secret

    def place(self) -> str:
        """Return the address of one's own receiver."""
        return self._box.address

    def tell(self, name: str, email: str, manner: str) -> None:
        """Send a message as is said."""
        said = {"email": "nobody" if "none" in manner else email, "name": name}
        body = json.dumps(said, ensure_ascii=False, separators=(",", ":"))  # the bytes that a session sends
        message_id, sent = f"msg_{secrets.token_hex(8)}", datetime.now(UTC)
        if "old" in manner:
            sent -= timedelta(minutes=6)
        secret = self.seat.kept[_SECRET]
        if "another" in manner:
            secret = "whsec_" + "A" * 43 + "="
        headers = {
            "webhook-id": message_id,
            "webhook-timestamp": str(int(sent.timestamp())),
            "webhook-signature": Webhook(secret).sign(message_id, sent, body),
        }
        for _ in range(3 if "three" in manner else 1):
            self._send(_SAID_INSTEAD if "else" in manner else said, headers)

    def _send(self, said: dict[str, str], headers: dict[str, str]) -> None:
        address = self.seat.kept[_ADDRESS]
        understood(self.seat.session.send("POST", address, json=said, headers=headers), address)
