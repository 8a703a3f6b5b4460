"""Mails of the reference platform as a mail program shows them: their button, links and pictures."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.records import Mail
    from support.seat import Seat

_BUTTON, _PICTURE = re.compile(r'href="([^"]*/go/[^"]+)"'), re.compile(r'src="([^"]*/seen/[^"]+)"')
_UNSUBSCRIBE = re.compile(r'href="([^"]*/unsubscribe/[^"]+)"')
ONE_GO = "List-Unsubscribe=One-Click"


def letter_of(seat: Seat, subject: str) -> Mail:
    """Return somebody's newest mail of a subject.

    Raises:
        LookupError: there is none.
    """
    for mail in seat.world.inbox.mails(seat.person.email):
        if mail.subject == subject:
            return mail
    message = f"{seat.person.name} has no mail {subject!r}: a sentence that waits for it is missing"
    raise LookupError(message)


def button_of(seat: Seat, subject: str) -> str:
    """Return where the button of a mail leads."""
    return _only(_BUTTON, letter_of(seat, subject).html, f"a button in {subject!r}")


def picture_of(seat: Seat, subject: str) -> str:
    """Return the address of the picture by which the platform hears that a mail is opened."""
    return _only(_PICTURE, letter_of(seat, subject).html, f"a picture in {subject!r}")


def unsubscribing_of(seat: Seat, subject: str) -> str:
    """Return where the link of a mail leads by which mails are ended."""
    return _only(_UNSUBSCRIBE, letter_of(seat, subject).html, f"a link to unsubscribe in {subject!r}")


def one_go_of(seat: Seat, subject: str) -> str:
    """Return where a mail program ends the mails in one go (RFC 8058).

    Raises:
        LookupError: the mail does not offer that.
    """
    headers = letter_of(seat, subject).headers
    if headers.get("list-unsubscribe-post") != ONE_GO:
        message = f"{subject!r} does not offer {ONE_GO}"
        raise LookupError(message)
    return headers["list-unsubscribe"].strip("<>")


def _only(pattern: re.Pattern[str], html: str, what: str) -> str:
    found = pattern.search(html)
    if found is None:
        raise LookupError(f"there is not {what}")
    return unescape(found[1])
