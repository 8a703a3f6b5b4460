"""What is looked for in the mail: Mailpit's search words, as far as anybody here uses them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from webbuilder.parts.mailroom.store import Letter

_TERM = re.compile(
    r'(?P<negated>[-!])?(?:(?P<field>[a-z-]+):)?(?:"(?P<quoted>[^"]*)"|(?P<bare>\S+))', re.IGNORECASE
)


def _everything(letter: Letter) -> str:
    people = (letter.sender, *letter.to, *letter.cc, *letter.bcc)
    return " ".join(
        [
            letter.subject,
            letter.snippet,
            letter.message_id,
            *(f"{name} {address}" for name, address in people),
        ]
    )


_FIELDS: dict[str, Callable[[Letter], str]] = {
    "to": lambda letter: " ".join(f"{name} {address}" for name, address in (*letter.to, *letter.bcc)),
    "cc": lambda letter: " ".join(f"{name} {address}" for name, address in letter.cc),
    "bcc": lambda letter: " ".join(f"{name} {address}" for name, address in letter.bcc),
    "from": lambda letter: " ".join(letter.sender),
    "reply-to": lambda letter: " ".join(f"{name} {address}" for name, address in letter.reply_to),
    "addressed": lambda letter: " ".join(
        f"{name} {address}"
        for name, address in (letter.sender, *letter.to, *letter.cc, *letter.bcc, *letter.reply_to)
    ),
    "subject": lambda letter: letter.subject,
    "message-id": lambda letter: letter.message_id,
}


class UnknownFieldError(ValueError):
    """A search word names a field that is not known; finding nothing would look like an answer."""


def search(letters: Sequence[Letter], query: str) -> list[Letter]:
    """Return the letters that fulfil every word of the query, in the order given.

    Raises:
        UnknownFieldError: the query names a field that is not known.
    """
    tests = [_test(match) for match in _TERM.finditer(query)]
    return [letter for letter in letters if tests and all(test(letter) for test in tests)]


def _test(term: re.Match[str]) -> Callable[[Letter], bool]:
    field, wanted = term["field"], (term["quoted"] or term["bare"] or "").lower()
    if field and field.lower() not in _FIELDS:
        message = f"Mail cannot be searched by “{field}”: use one of {', '.join(sorted(_FIELDS))}."
        raise UnknownFieldError(message)
    if field and field.lower() == "message-id":
        wanted = wanted.strip("<>")
    read = _FIELDS[field.lower()] if field else _everything
    negated = bool(term["negated"])
    return lambda letter: (wanted in read(letter).lower()) is not negated
