"""Webhooks by API: asked for by a partner, received at a letterbox of their own, verified by the library."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from standardwebhooks import Webhook, WebhookVerificationError

from support.drivers.receiver import Letterbox
from support.drivers.reference.asking import Api, understood
from support.promised_messages import Message
from support.webhooks import Delivery, Told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WEBHOOK, _SECRETS, _BOX = "webhook", "secrets of the webhook", "letterbox"
_PATH = "/api/webhooks"


class ApiWebhooks(Api):
    """Being told what happens in a workspace."""

    def subscribe(self, events: Sequence[str], address: str = "") -> None:
        """Ask to be told of some kinds of events at an address, or else at a receiver of one's own."""
        wanted = {"url": address or self._box.address, "events": list(events)}
        made = self.call("POST", _PATH, wanted)
        self.seat.kept[_WEBHOOK] = made["id"]
        self._keep(made["secret"])

    def answer(self, how: str) -> None:
        """Let one's receiver deal so with what it is sent, from now on."""
        self._box.answer(how)

    def received(self) -> Sequence[Told]:
        """Return what came to one's receiver, the oldest first; each is held against the contract, too."""
        came, blamed = self._box.came(), self._blame(_PATH)
        for one in came:
            message = Message(one["headers"], one["body"])
            self.seat.world.journal.promised.check_message(message, blamed)
        return [self._told(one) for one in came]

    def deliveries(self) -> Sequence[Delivery]:
        """Return what the platform says of the messages to one's webhook, the newest first."""
        path = f"{self.path}/deliveries"
        self._blame(path)
        return [delivery(one) for one in self.call("GET", path)["items"]]

    def change_secret(self) -> None:
        """Get another secret."""
        self._keep(self.call("POST", f"{self.path}/secret")["secret"])

    def secrets(self) -> Sequence[str]:
        """Return the secrets that one got, the oldest first."""
        found: list[str] = json.loads(self.seat.kept.get(_SECRETS, "[]"))
        return found

    def shown(self) -> str:
        """Return all that the platform shows of one's webhook, as it is answered."""
        pages = (_PATH, self.path, f"{self.path}/deliveries")
        return "\n".join(json.dumps(self.call("GET", page)) for page in pages)

    def follow(self, kind: str) -> str:
        """Return what is found at the address that the last message of a kind names.

        Raises:
            LookupError: none of that kind came.
        """
        bodies = [json.loads(one["body"]) for one in self._box.came()]
        said = next((one for one in reversed(bodies) if one["type"] == kind), None)
        if said is None:
            raise LookupError(f"{self.seat.person.name} was not told of {kind}")
        path = said["data"]["address"].removeprefix(self.seat.world.run.target.addresses["app"])
        return json.dumps(self.call("GET", path), ensure_ascii=False)

    def _blame(self, path: str) -> tuple[str, str]:
        """Name what to ask when something is wrong with a message: a receiver's own address tells nobody."""
        blamed = ("POST", self.seat.world.run.target.addresses["app"] + path)
        self.seat.world.journal.accused = blamed
        return blamed

    @property
    def path(self) -> str:
        """Where the webhook is."""
        if _WEBHOOK not in self.seat.kept:
            raise LookupError(
                f"{self.seat.person.name} has no webhook: a sentence that asks for one is missing"
            )
        return f"{_PATH}/{self.seat.kept[_WEBHOOK]}"

    @property
    def _box(self) -> Letterbox:
        """The partner's letterbox, opened when first needed, closed with the world."""
        world = self.seat.world
        if "receiver" not in world.run.target.addresses:
            raise LookupError(
                f"the target {world.run.target.description.name} has no receiver; tag it @needs.receiver"
            )
        name = f"{self.seat.person.name.lower()}-{world.suffix}"
        box = Letterbox(world.run.target.addresses["receiver"], name)
        if _BOX not in self.seat.kept:
            self.seat.kept[_BOX] = name
            box.answer("taken")
            world.cleanup.add(f"close the letterbox of {self.seat.person.name}", box.close)
        return box

    def _keep(self, secret: str) -> None:
        self.seat.world.journal.secrets.add(secret, "the secret of a webhook")
        self.seat.kept[_SECRETS] = json.dumps([*self.secrets(), secret])

    def _told(self, came: Mapping[str, Any]) -> Told:
        signed_by = [number for number, secret in enumerate(self.secrets(), 1) if _is_genuine(secret, came)]
        kind = _kind_of(came["body"])
        return Told(came["headers"].get("webhook-id", ""), kind, came["how"] == "taken", tuple(signed_by))


class ApiSubscribing(ApiWebhooks):
    """Looking after a webhook."""

    def change(self, kind: str) -> None:
        """Change the events, as they were seen last."""
        self._change({"events": [kind]})

    def resume(self) -> None:
        """Enable it, as it was seen last."""
        self._change({"enabled": True})

    def _change(self, wanted: dict[str, Any]) -> None:
        address = self.seat.world.run.target.addresses["app"] + self.path
        seen = understood(self.seat.session.send("GET", address), f"GET {self.path}")
        self.call("PATCH", self.path, wanted, headers={"If-Match": seen.headers["etag"]})

    def end(self) -> None:
        """Delete it."""
        self.call("DELETE", self.path)

    def try_out(self) -> None:
        """Ask for a message."""
        self.call("POST", f"{self.path}/test")


def _is_genuine(secret: str, came: Mapping[str, Any]) -> bool:
    try:
        Webhook(secret).verify(came["body"], dict(came["headers"]), json_parse=False)
    except (WebhookVerificationError, ValueError):  # a signature that cannot even be read is none
        return False
    return True


def _kind_of(body: str) -> str:
    try:
        return str(json.loads(body)["type"])
    except (ValueError, KeyError, TypeError):
        return "something that cannot be read"


def delivery(shown: Mapping[str, Any]) -> Delivery:
    """Return what the platform says of a message."""
    attempts = shown["attempts"]
    because = attempts[-1]["because"] or "" if attempts else ""
    return Delivery(shown["type"], shown["state"], len(attempts), because)
