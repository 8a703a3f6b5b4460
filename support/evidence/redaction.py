"""Takes secrets out of what is about to be kept: by the name beside them, and by their looks."""

from __future__ import annotations

import json
import re

_NAMES = r"password|passwd|secret|token|authorization|cookie|api[-_]?key|operator[-_]?key|view_token"
_IN_JSON = re.compile(rf'("[^"]*(?:{_NAMES})[^"]*"\s*:\s*)"[^"]*"', re.IGNORECASE)
_IN_FORM = re.compile(rf"((?:^|[&?\s;])(?:\w*(?:{_NAMES})\w*)=)[^&\s;]+", re.IGNORECASE)
_IN_MARKUP = re.compile(rf'(name="[^"]*(?:{_NAMES})[^"]*"[^>]*value=")[^"]*"', re.IGNORECASE)
_BEARER = re.compile(r"(Bearer\s+)[\w.~+/=-]+")
_JWT = re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]+")
_IN_ADDRESS = re.compile(r"(?<=://)[^/@\s\"']+(?=@)")
HIDDEN = "«redacted»"


def redacted(value: object) -> str:
    """Return `value` as text without passwords, tokens, cookies, keys and credentials in addresses."""
    text = (
        value
        if isinstance(value, str)
        else ""
        if value is None
        else json.dumps(value, default=str, ensure_ascii=False)
    )
    text = _IN_JSON.sub(rf'\1"{HIDDEN}"', text)
    text = _IN_MARKUP.sub(rf'\1{HIDDEN}"', text)
    text = _IN_FORM.sub(rf"\1{HIDDEN}", text)
    for pattern, instead in ((_BEARER, rf"\1{HIDDEN}"), (_JWT, HIDDEN), (_IN_ADDRESS, HIDDEN)):
        text = pattern.sub(instead, text)
    return text
