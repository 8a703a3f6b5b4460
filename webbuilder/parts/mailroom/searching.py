"""What is looked for in the mail: Mailpit's search words, as far as anybody here uses them."""

from __future__ import annotations

import re
from collections.abc import Callable

from webbuilder.parts.mailroom.store import Letter, Mail

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


_NUMBER = "message-id"
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
    _NUMBER: lambda letter: letter.message_id,
}


class UnknownFieldError(ValueError):
    """A search word names a field that is not known; finding nothing would look like an answer."""


def search(mail: Mail, query: str) -> list[Letter]:
    """Return the letters that fulfil every word of the query, the newest first.

    A Message-ID alone, by which the platform asks what became of a mail, is found without reading all others.

    Raises:
        UnknownFieldError: the query names a field that is not known.
    """
    terms = list(_TERM.finditer(query))
    if len(terms) == 1 and (terms[0]["field"] or "").lower() == _NUMBER and not terms[0]["negated"]:
        return list(mail.stamped_with(_wanted(terms[0])))
    tests = [_test(term) for term in terms]
    return [letter for letter in mail.newest_first() if tests and all(test(letter) for test in tests)]


def _wanted(term: re.Match[str]) -> str:
    """Return what a word asks for."""
    wanted: str = (term["quoted"] or term["bare"] or "").lower()
    return wanted.strip("<>") if (term["field"] or "").lower() == _NUMBER else wanted


def _test(term: re.Match[str]) -> Callable[[Letter], bool]:
    field, wanted = term["field"], _wanted(term)
    if field and field.lower() not in _FIELDS:
        message = f"Mail cannot be searched by “{field}”: use one of {', '.join(sorted(_FIELDS))}."
        raise UnknownFieldError(message)
    read = _FIELDS[field.lower()] if field else _everything
    negated = bool(term["negated"])
    return lambda letter: (wanted in read(letter).lower()) is not negated
