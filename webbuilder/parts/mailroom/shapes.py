"""Letters in the shapes of Mailpit's API."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from email.utils import parsedate_to_datetime
from typing import Any

from webbuilder.parts.mailroom.store import Address, Letter, Mail, body


def summary(letter: Letter) -> dict[str, Any]:
    """Return what a list shows of a letter."""
    return {
        "ID": letter.id,
        "MessageID": letter.message_id,
        "Read": False,
        "From": _person(letter.sender),
        "To": _people(letter.to),
        "Cc": _people(letter.cc),
        "Bcc": _people(letter.bcc),
        "ReplyTo": _people(letter.reply_to),
        "Subject": letter.subject,
        "Created": letter.created.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "Tags": [],
        "Size": letter.size,
        "Attachments": letter.attachments,
        "Snippet": letter.snippet,
    }


def page(found: Sequence[Letter], everything: int, start: int, limit: int) -> dict[str, Any]:
    """Return a stretch of a list; `messages_count` is how many were found in all."""
    return {
        "total": everything,
        "unread": everything,
        "count": len(found[start : start + limit]),
        "messages_count": len(found),
        "messages_unread": len(found),
        "start": start,
        "tags": [],
        "messages": [summary(letter) for letter in found[start : start + limit]],
    }


def whole(mail: Mail, letter: Letter) -> dict[str, Any]:
    """Return a letter with its bodies; its date is what it says of itself, else when it came."""
    message = mail.parsed(letter)
    return {
        "ID": letter.id,
        "MessageID": letter.message_id,
        "From": _person(letter.sender),
        "To": _people(letter.to),
        "Cc": _people(letter.cc),
        "Bcc": _people(letter.bcc),
        "ReplyTo": _people(letter.reply_to),
        "ReturnPath": letter.return_path,
        "Subject": letter.subject,
        "Date": _date(str(message.get("Date", "")), letter),
        "Tags": [],
        "Text": body(message, "plain"),
        "HTML": body(message, "html"),
        "Size": letter.size,
        "Inline": [],
        "Attachments": [
            {"FileName": part.get_filename() or "", "ContentType": part.get_content_type()}
            for part in message.iter_attachments()
        ],
    }


def headers(mail: Mail, letter: Letter) -> dict[str, list[str]]:
    """Return every header by name, with all its values."""
    message = mail.parsed(letter)
    return {name: [str(value) for value in message.get_all(name, [])] for name in message}


def _date(said: str, letter: Letter) -> str:
    try:
        return parsedate_to_datetime(said).isoformat()
    except ValueError:
        return letter.created.isoformat()


def _person(address: Address) -> dict[str, str]:
    return {"Name": address[0], "Address": address[1]}


def _people(addresses: Iterable[Address]) -> list[dict[str, str]]:
    return [_person(address) for address in addresses]
