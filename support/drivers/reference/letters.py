"""Mails of the reference platform as a mail program shows them: where their button and pictures are."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.seat import Seat

_BUTTON, _PICTURE = re.compile(r'href="([^"]*/go/[^"]+)"'), re.compile(r'src="([^"]*/seen/[^"]+)"')


def letter_of(seat: Seat, subject: str) -> str:
    """Return the HTML of somebody's newest mail of a subject.

    Raises:
        LookupError: there is none.
    """
    for mail in seat.world.inbox.mails(seat.person.email):
        if mail.subject == subject:
            return mail.html
    message = f"{seat.person.name} has no mail {subject!r}: a sentence that waits for it is missing"
    raise LookupError(message)


def button_of(seat: Seat, subject: str) -> str:
    """Return where the button of a mail leads."""
    return _only(_BUTTON, letter_of(seat, subject), f"a button in {subject!r}")


def picture_of(seat: Seat, subject: str) -> str:
    """Return the address of the picture by which the platform hears that a mail is opened."""
    return _only(_PICTURE, letter_of(seat, subject), f"a picture in {subject!r}")


def _only(pattern: re.Pattern[str], html: str, what: str) -> str:
    found = pattern.search(html)
    if found is None:
        raise LookupError(f"there is not {what}")
    return unescape(found[1])
