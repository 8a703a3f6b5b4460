"""Mail as it lies in a folder: a file each, written before it is acknowledged, there after a restart."""

from __future__ import annotations

import os
import re
import secrets
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.parser import BytesHeaderParser, BytesParser
from email.policy import compat32
from email.utils import getaddresses
from pathlib import Path
from threading import Lock

from webbuilder.mail.headers import LENIENT, UNFIT
from webbuilder.tracing import log

Address = tuple[str, str]
Stamp = dict[str, str]
_ID = re.compile(r"[0-9a-f]{24}")
_SNIPPET = 200  # characters


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail; its id is the moment it came, in nanoseconds, and something random."""

    id: str
    size: int
    subject: str
    message_id: str
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    bcc: tuple[Address, ...]
    reply_to: tuple[Address, ...]
    return_path: str
    trace_id: str
    attachments: int
    snippet: str

    @property
    def created(self) -> datetime:
        """When it came."""
        return datetime.fromtimestamp(int(self.id[:16], 16) / 1e9, UTC)

    @property
    def recipients(self) -> tuple[str, ...]:
        """Every address that it went to, in lower case."""
        return tuple(address.lower() for _, address in (*self.to, *self.cc, *self.bcc))


class Mail:
    """All mail in one folder; many threads may put it there and look at it at once."""

    def __init__(self, folder: Path) -> None:
        """Know what is there; mails are read when somebody asks for them, not while they are taken."""
        self._folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = sorted(path for path in folder.glob("*.eml") if _ID.fullmatch(path.stem))
        self._there: dict[str, Stamp | None] = dict.fromkeys(path.stem for path in found)
        self._letters: dict[str, Letter] = {}
        self._reading = Lock()

    def __len__(self) -> int:
        """How many mails there are."""
        return len(self._there)

    def keep(self, content: bytes, sender: str, recipients: Iterable[str]) -> str:
        """Write a mail to its file, with the envelope in front as mail servers do, and return its id.

        Many may be kept at once, each by a thread of its own.
        """
        stamp = stamped(content)
        identifier = f"{time.time_ns():016x}{secrets.token_hex(4)}"
        envelope = [f"Return-Path: <{sender}>", *(f"Delivered-To: {each}" for each in recipients)]
        raw = "".join(f"{line}\r\n" for line in envelope).encode() + content
        partial = self._folder / f"{identifier}.partial"
        with partial.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        partial.rename(self._path(identifier))
        self._there[identifier] = stamp
        log().info("mail kept", mail=identifier, **stamp)
        return identifier

    def newest_first(self) -> Sequence[Letter]:
        """Return all letters."""
        return list(self._letters_of(list(self._there)))

    def letter(self, identifier: str) -> Letter | None:
        """Return one letter, or None; “latest” is the newest."""
        if identifier == "latest":
            identifier = max(list(self._there), default="")
        return next(self._letters_of([identifier]), None)

    def stamped_with(self, part: str) -> Sequence[Letter]:
        """Return the letters in whose Message-ID this stands, the newest first; no other mail is read."""
        found = [one for one, stamp in list(self._there.items()) if part.lower() in self._number(one, stamp)]
        return list(self._letters_of(found))

    def raw(self, letter: Letter) -> bytes:
        """Return a letter as it lies in its file."""
        return self._path(letter.id).read_bytes()

    def parsed(self, letter: Letter) -> EmailMessage:
        """Return a letter's headers and bodies."""
        return parse(self.raw(letter))

    def throw_away(self, identifiers: Iterable[str] | None = None) -> None:
        """Remove these letters, or all; ids that are not there are passed over."""
        with self._reading:
            for identifier in list(self._there if identifiers is None else identifiers):
                if identifier in self._there:
                    del self._there[identifier]
                    self._letters.pop(identifier, None)
                    self._path(identifier).unlink(missing_ok=True)

    def _letters_of(self, identifiers: Sequence[str]) -> Iterator[Letter]:
        """Yield those of these mails that are there, the newest first; each is read once."""
        for identifier in sorted(identifiers, reverse=True):
            with self._reading:
                if identifier not in self._there:
                    continue
                if identifier not in self._letters:
                    self._letters[identifier] = _read(identifier, self._path(identifier).read_bytes())
                letter = self._letters[identifier]
            yield letter

    def _number(self, identifier: str, stamp: Stamp | None) -> str:
        """Return the Message-ID of a mail in lower case; of one that lay there at the start it is read."""
        if stamp is None:
            with self._reading:
                if identifier not in self._there:
                    return ""
                stamp = self._there[identifier] = stamped(self._path(identifier).read_bytes())
        return stamp["message_id"].lower()

    def _path(self, identifier: str) -> Path:
        return self._folder / f"{identifier}.eml"


def parse(raw: bytes) -> EmailMessage:
    """Read a mail; broken headers stand as they are, and one that lies in itself too often has one part."""
    try:
        return message_from_bytes(raw, policy=LENIENT)
    except RecursionError:
        return BytesParser(policy=LENIENT).parsebytes(raw, headersonly=True)


def stamped(content: bytes) -> Stamp:
    """Return by what a mail is known and the trace that it belongs to, with the rest of it unread."""
    found = BytesHeaderParser(policy=compat32).parsebytes(content)
    told = {"message_id": found.get("Message-ID", ""), "trace_id": found.get("X-Trace-Id", "")}
    return {name: str(value).strip().strip("<>") for name, value in told.items()}


def body(message: EmailMessage, kind: str) -> str:
    """Return the text of the body of a kind ("plain" or "html"), or nothing."""
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return ""
    content = part.get_payload(decode=True)
    charset = part.get_content_charset("utf-8")
    try:
        return content.decode(charset, "replace") if isinstance(content, bytes) else ""
    except (LookupError, ValueError):  # a charset that nobody knows
        return content.decode("utf-8", "replace") if isinstance(content, bytes) else ""


def addresses(message: EmailMessage, header: str) -> tuple[Address, ...]:
    """Return the names and addresses in a header."""
    return tuple(
        pair for pair in getaddresses([str(value) for value in message.get_all(header, [])]) if pair[1]
    )


def _read(identifier: str, raw: bytes) -> Letter:
    """Return a letter; of one that cannot be read what it is known by, so that it hides no other."""
    try:
        return _letter(identifier, raw)
    except UNFIT as error:
        log().warning("mail cannot be read", mail=identifier, error=repr(error))
        stamp, nobody = stamped(raw), ("", "")
        number, trace = stamp["message_id"], stamp["trace_id"]
        return Letter(
            identifier, len(raw), "", number, nobody, (), (), (), (), "", trace, attachments=0, snippet=""
        )


def _letter(identifier: str, raw: bytes) -> Letter:
    message = parse(raw)
    to, cc = addresses(message, "To"), addresses(message, "Cc")
    named = {address.lower() for _, address in (*to, *cc)}
    delivered = addresses(message, "Delivered-To")
    return Letter(
        id=identifier,
        size=len(raw),
        subject=str(message.get("Subject", "")),
        message_id=str(message.get("Message-ID", "")).strip().strip("<>"),
        sender=next(iter(addresses(message, "From")), ("", "")),
        to=to,
        cc=cc,
        bcc=tuple(pair for pair in delivered if pair[1].lower() not in named),
        reply_to=addresses(message, "Reply-To"),
        return_path=str(message.get("Return-Path", "")).strip("<>"),
        trace_id=str(message.get("X-Trace-Id", "")),
        attachments=sum(1 for _ in message.iter_attachments()),
        snippet=_snippet(message),
    )


def _snippet(message: EmailMessage) -> str:
    text = body(message, "plain") or re.sub(
        r"<style.*?</style>|<[^>]+>", " ", body(message, "html"), flags=re.DOTALL
    )
    words = " ".join(text.split())
    return words if len(words) <= _SNIPPET else f"{words[:_SNIPPET].rstrip()}…"
