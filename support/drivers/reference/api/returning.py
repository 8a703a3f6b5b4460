"""What a mail server sends back of a letter, handed in as the operator's mail server does."""

from __future__ import annotations

from support.drivers.reference.asking import Api, understood
from support.drivers.reference.letters import letter_of
from support.drivers.reference.notices import report
from support.drivers.reference.operator import asked_by

_PATH = "/api/returned-mails"
_NOBODYS = {
    "message-id": "<of.nobody@mail.magic-moment.example>",
    "from": "hello@mail.magic-moment.example",
    "to": "nobody@customers.example",
    "subject": "A letter of somebody else",
}
_UNNAMED = {name: said for name, said in _NOBODYS.items() if name != "message-id"}
_DEAD = "there is no such mailbox"
_LETTER = b"From: nobody@customers.example\nSubject: Out of the house\n\nBack on Monday.\n"
_MISREPORTS = {
    "what is no report": _LETTER,
    "a report that names no letter": report(_UNNAMED, _DEAD),
    "a report on a letter that nobody sent": report(_NOBODYS, _DEAD),
    "a report with the key of somebody else": report(_NOBODYS, _DEAD),
}


class ApiReturning(Api):
    """What comes back of letters."""

    def report(self, subject: str, notice: str) -> None:
        """Read the letter where it arrived, and hand in what a mail server says of it."""
        self._hand_in(report(letter_of(self.seat, subject).headers, notice))

    def misreport(self, what: str) -> None:
        """Hand in what is refused."""
        key = "of-somebody-else" if "key" in what else self.seat.world.run.target.operator_key
        self._hand_in(_MISREPORTS[what], key)

    def _hand_in(self, mail: bytes, key: str | None = None) -> None:
        target = self.seat.world.run.target
        headers = {"Content-Type": "message/rfc822", **asked_by(key or target.operator_key or "")}
        address = target.addresses["app"] + _PATH
        understood(self.seat.session.send("POST", address, content=mail, headers=headers), _PATH)
