"""Words alone, whatever somebody typed or pasted."""

from __future__ import annotations

import re
import unicodedata

_MARKUP = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)


def plain_words(value: object, longest: int) -> str:
    """Return a value as words alone: no markup, no control characters, single spaces, cut at a word."""
    text = _MARKUP.sub(" ", value if isinstance(value, str) else "").replace("<", " ").replace(">", " ")
    printable = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    words = " ".join(printable.split())
    if len(words) <= longest:
        return words
    return words[: longest + 1].rsplit(" ", 1)[0][:longest].rstrip(" ,;:-")
