"""All ways in which a value may stand in a text: plain, escaped for JSON, HTML or addresses, in base64."""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote, quote_plus

_HEX = re.compile(r"%[0-9A-F]{2}")
_SHORTEST_PIECE = 6  # characters of base64; what is shorter stands in many a word by chance


@lru_cache(maxsize=256)
def spellings(value: str) -> tuple[str, ...]:
    """Return every spelling of a value, the longest first, so that none is cut in two by a shorter one."""
    once = {value, *_escaped(value)}
    twice = {spelt for text in once for spelt in _escaped(text)}  # such as an address in a form in JSON
    pieces = {piece for text in once for piece in _in_base64(text)}
    pieces_again = {piece for one in set(_in_base64(value)) for piece in _in_base64(one)}
    return tuple(sorted(once | twice | pieces | pieces_again, key=lambda one: (-len(one), one)))


def _escaped(text: str) -> Iterator[str]:
    for ascii_only in (True, False):
        in_json = json.dumps(text, ensure_ascii=ascii_only)[1:-1]
        yield from (in_json, in_json.replace("/", r"\/"))
        yield re.sub("[<>&'\u2028\u2029]", lambda one: f"\\u{ord(one[0]):04x}", in_json)
    named = html.escape(text)
    yield from (named, html.escape(text, quote=False), named.replace("&#x27;", "&#39;"))
    yield from (
        named.replace("&#x27;", "&apos;"),
        named.replace("&quot;", "&#34;").replace("&#x27;", "&#39;"),
    )
    for spelt in (quote(text, safe=""), quote_plus(text), quote(text, safe="!~*'()"), quote(text)):
        yield from (spelt, _HEX.sub(lambda one: one[0].lower(), spelt))


def _in_base64(text: str) -> Iterator[str]:
    """Give the characters of base64 that the text alone decides, wherever it begins in what was encoded."""
    content = text.encode("utf-8", "surrogatepass")
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + content).decode()
        begin = -(-before * 8 // 6)
        end = (before + len(content)) * 8 // 6
        piece = encoded[begin:end]
        if len(piece) >= _SHORTEST_PIECE:
            yield piece
            yield piece.replace("+", "-").replace("/", "_")
