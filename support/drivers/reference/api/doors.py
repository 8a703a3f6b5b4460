"""What other systems tell workflows by API, and are told by them."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from standardwebhooks import Webhook

from support.drivers.reference.api.connecting import ApiConnecting
from support.drivers.reference.api.webhooks import ApiWebhooks
from support.drivers.reference.asking import understood
from support.webhooks import Door

_ADDRESS, _SECRET = "address of the door", "secret of the door"


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a message comes: how often, signed with which other secret, how old, and what else it says."""

    times: int = 1
    secret: str = ""
    age: timedelta = timedelta()
    email: str = ""
    instead: dict[str, str] | None = None


_MANNERS = {
    "signed as it should be": _Manner(),
    "the same message three times": _Manner(times=3),
    "signed with another secret": _Manner(secret=f"whsec_{'A' * 43}="),
    "signed as something else": _Manner(instead={"email": "ravi@example.org"}),
    "six minutes old": _Manner(age=timedelta(minutes=6)),
    "with an address that is none": _Manner(email="nobody"),
}


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
        how = _MANNERS[manner]
        said = {"email": how.email or email, "name": name}
        body = json.dumps(said, ensure_ascii=False, separators=(",", ":"))  # the bytes that a session sends
        message_id, sent = f"msg_{secrets.token_hex(8)}", datetime.now(UTC) - how.age
        signing = Webhook(how.secret or self.seat.kept[_SECRET])
        headers = {
            "webhook-id": message_id,
            "webhook-timestamp": str(int(sent.timestamp())),
            "webhook-signature": signing.sign(message_id, sent, body),
        }
        for _ in range(how.times):
            self._send(how.instead or said, headers)

    def _send(self, said: dict[str, str], headers: dict[str, str]) -> None:
        address = self.seat.kept[_ADDRESS]
        understood(self.seat.session.send("POST", address, json=said, headers=headers), address)
