"""What a mail says of a letter that came back, or that somebody called unwanted; nothing is done here.

A notice (RFC 3464) says of a letter that it came back, or is late; a report (RFC 5965) that its reader called
it unwanted. Either holds the letter, or its headers; the letter is known by its Message-ID.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from typing import Literal

from webbuilder.mail import smtp
from webbuilder.problems import Problem

Says = Literal["nobody there", "came back", "late", "unwanted", "nothing"]

_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,990}>")
_PART = re.compile(rb"(?:^|[\r\n])content-type[ \t]*:", re.IGNORECASE)
_MOST_PARTS = 100  # a report has three, and a letter within it few
_HEADERS = frozenset({"text/rfc822-headers", "message/global-headers"})
_LETTERS = frozenset({"message/rfc822", "message/global"})
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}\b")
_SAID = re.compile(r"\b([45]\d\d)(?:[ -]+(.*))?$", re.DOTALL)
_UNDEFINED = "5.0.0"  # what a mail server says that was told a code alone
_GOT_THROUGH = frozenset({"delivered", "relayed", "expanded"})
# What is told of several addresses is as bad as the best of it: a letter that one of them got is no failure.
_WORSE: tuple[Says, ...] = ("nothing", "late", "came back", "nobody there")


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one address: how it is called there, and what that says of a letter to it."""

    addresses: frozenset[str]
    says: Says


@dataclass(frozen=True, slots=True)
class Notice:
    """What came back of a letter: its key in the ledger, and what is told of the addresses it went to."""

    message_id: str
    told: tuple[Told, ...]

    def says(self, recipient: str) -> Says:
        """Return what it says of a letter to an address.

        Where it names only others, such as those to which mails are forwarded, the letter came back at most:
        that nobody is there is said of them.
        """
        own = [one for one in self.told if recipient.lower() in one.addresses]
        said = min((one.says for one in own or self.told), key=_rank)
        of_others = not own and any(one.addresses for one in self.told)
        return "came back" if of_others and said == "nobody there" else said


def _rank(says: Says) -> int:
    return _WORSE.index(says) if says in _WORSE else len(_WORSE)


def read(mail: bytes) -> Notice:
    """Return what a mail says that came back.

    Raises:
        Problem: it says nothing of a letter, or not of which.
    """
    try:
        return _read(mail)
    except RecursionError as error:
        raise _no_report() from error


def _read(mail: bytes) -> Notice:
    if len(_PART.findall(mail)) > _MOST_PARTS:
        raise _no_report()
    # Headers are taken as they stand: what strangers wrote is neither understood nor remembered by `POLICY`.
    whole = message_from_bytes(mail, policy=policy.compat32)
    parts = list(_parts(whole))
    told = tuple(one for part in parts for one in _told_by(part))
    if whole.get_content_type() != "multipart/report" or not told:
        raise _no_report()
    named = _key_of(whole, parts)
    if named is None:
        words = "This report does not name its letter. Let mail servers send the letter's headers with it."
        raise Problem(422, "no-letter-named", words)
    return Notice(named, told)


def _no_report() -> Problem:
    words = (
        "This mail is no report on a letter (RFC 3464 or RFC 5965) that could be read."
        " Hand in reports alone, as they came, and leave all else in the inbox."
    )
    return Problem(422, "no-report", words)


def _parts(whole: Message) -> Iterator[Message]:
    """Yield the parts of a report; not those of the letter in it, which may be a report itself."""
    payload = whole.get_payload()
    if whole.is_multipart() and isinstance(payload, list):
        yield from (part for part in payload if isinstance(part, Message))


def _told_by(part: Message) -> Iterator[Told]:
    kind, payload = part.get_content_type(), part.get_payload()
    blocks = [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []
    if kind in {"message/delivery-status", "message/global-delivery-status"}:
        yield from (_of_address(block) for block in blocks if "Action" in block or "Status" in block)
    elif kind == "message/feedback-report":
        kinds = (_line(block, "Feedback-Type").lower() for block in blocks)
        yield from (Told(frozenset(), what_is_called(one)) for one in kinds if one)


def what_is_called(kind: str) -> Says:
    """Return what is said by a report of a kind; all but abuse says nothing of who wants no letters."""
    return "unwanted" if kind == "abuse" else "nothing"


def _of_address(block: Message) -> Told:
    """Return what is told of one address."""
    named = (_line(block, name) for name in ("Original-Recipient", "Final-Recipient"))
    addresses = frozenset(one.rpartition(";")[2].strip(" <>").lower() for one in named if one)
    return Told(addresses, what_it_says(block))


def what_it_says(block: Message) -> Says:
    """Return what is said of a letter to one address (RFC 3464 §2.3)."""
    action, found = _line(block, "Action").lower(), _STATUS.match(_line(block, "Status"))
    status = found[0] if found else ""
    if action in _GOT_THROUGH or (not action and not status.startswith("5")):
        return "nothing"
    if action not in {"failed", ""}:
        return "late"
    said = _SAID.search(_line(block, "Diagnostic-Code").partition(";")[2])
    code, words = (said[1], said[2] or "") if said and status in {"", _UNDEFINED} else ("", status)
    return "nobody there" if smtp.nobody_there(code, words) else "came back"


def _key_of(whole: Message, parts: list[Message]) -> str | None:
    """Return the Message-ID of the letter; where a report holds nothing of it, that which it answers."""
    for letter in filter(None, map(_letter_in, parts)):
        found = _MESSAGE_ID.search(_line(letter, "Message-ID"))
        if found:
            return found[0]
    answered = _MESSAGE_ID.search(_line(whole, "In-Reply-To"))
    return answered[0] if answered else None


def _letter_in(part: Message) -> Message | None:
    kind, payload = part.get_content_type(), part.get_payload()
    if isinstance(payload, list):  # as the library reads whatever calls itself a message
        within = [one for one in payload if isinstance(one, Message)]
        return within[0] if within and kind in _LETTERS | _HEADERS else None
    body = part.get_payload(decode=True) if kind in _HEADERS else None
    return message_from_bytes(body.lstrip(), policy=policy.compat32) if isinstance(body, bytes) else None


def _line(of: Message, name: str) -> str:
    """Return a header on one line; empty where there is none."""
    return " ".join(str(of.get(name, "")).split())
