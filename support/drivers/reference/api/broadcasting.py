"""Letters to many, by API."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from support.drivers.reference.asking import Api
from support.records_of_mail import BroadcastTold

if TYPE_CHECKING:
    from support.records_of_mail import Whom

_COUNTED = "to how many goes "
_WORDS = ["Hello {name}. The rye is out of the oven on Saturday at eight."]


class ApiBroadcasting(Api):
    """Broadcasts."""

    def write(self, site: str, subject: str, whom: Whom, at: str) -> None:
        """Write it, and ask for its size."""
        letter = {
            "site": self.site(site)["id"],
            "subject": subject,
            "paragraphs": _WORDS,
            "button": "Order a loaf",
            "link": "/",
            "audience": {"kind": whom.kind, "of": list(whom.of)},
            "at": at,
        }
        path = f"/api/broadcasts/{self.call('POST', '/api/broadcasts', letter)['id']}"
        self.seat.kept[_COUNTED + subject] = str(self.call("GET", f"{path}/size")["readers"])

    def rewrite(self, subject: str, other: str) -> None:
        """Read it and write it with another subject."""
        path = self.path(subject)
        letter = {**self.call("GET", path)["letter"], "subject": other}
        self.call("PUT", path, letter, headers={"If-Match": self.version(path)})

    def try_out(self, subject: str) -> None:
        """Ask for a trial."""
        self.call("POST", f"{self.path(subject)}/trials")

    def send(self, subject: str) -> None:
        """Send it to as many as were counted."""
        counted = int(self.seat.kept[_COUNTED + subject])
        self.call("POST", f"{self.path(subject)}/sending", {"readers": counted})

    def pause(self, subject: str) -> None:
        """Pause it."""
        self.call("POST", f"{self.path(subject)}/acts", {"act": "pause"})

    def resume(self, subject: str) -> None:
        """Let it go on."""
        self.call("POST", f"{self.path(subject)}/acts", {"act": "resume"})

    def cancel(self, subject: str) -> None:
        """Cancel it."""
        self.call("POST", f"{self.path(subject)}/acts", {"act": "cancel"})

    def told(self, subject: str) -> BroadcastTold:
        """Return how it stands, with its size."""
        told = self.one(subject)
        path = f"/api/broadcasts/{told['id']}"
        size = self.call("GET", f"{path}/size")
        self.seat.kept[_COUNTED + subject] = str(size["readers"])
        left_out = (("unsubscribed", size["unsubscribed"]), ("did not agree", size["did_not_agree"]))
        uncertain = self.call("GET", f"{path}/readers?state=uncertain")["items"]
        return BroadcastTold(
            told["state"],
            size["readers"] if told["readers"] is None else told["readers"],
            left_out,
            tuple(told["mails"].items()),
            tuple(one["email"] for one in uncertain),
            told["followed"],
            datetime.fromisoformat(told["goes_on_at"]) if told["goes_on_at"] else None,
        )

    def one(self, subject: str) -> dict[str, Any]:
        """Return a broadcast by its subject."""
        listed = self.call("GET", "/api/broadcasts")["items"]
        for one in listed:
            if one["letter"]["subject"] == subject:
                found: dict[str, Any] = one
                return found
        message = (
            f"{self.seat.person.name} has no broadcast {subject!r}: a sentence that writes it is missing"
        )
        raise LookupError(message)

    def path(self, subject: str) -> str:
        """Return where a broadcast is."""
        return f"/api/broadcasts/{self.one(subject)['id']}"
