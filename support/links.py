"""What a mail leads to, whoever sent it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.records import Mail

_LINKS, _ADDRESS = re.compile(r'(?:href|src)="(https?://[^"]+)"'), re.compile(r"https?://\S+")


def links_of(mail: Mail) -> list[str]:
    """Return each address that stands in a mail: links, pictures, and what it tells mail programs."""
    told = [mail.headers.get("list-unsubscribe", "").strip("<>")]
    found = [unescape(one) for one in _LINKS.findall(mail.html)] + _ADDRESS.findall(mail.text) + told
    return [one for one in dict.fromkeys(found) if one]
