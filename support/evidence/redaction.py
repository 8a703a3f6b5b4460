"""Takes secrets out of what is about to be kept: by the name beside them, and by their looks."""

from __future__ import annotations

import json
import re

_NAMES = r"password|passwd|secret|token|authorization|cookie|api[-_]?key|operator[-_]?key|view_token"
_IN_JSON = re.compile(rf'("[^"]*(?:{_NAMES})[^"]*"\s*:\s*)"(?:[^"\\]|\\.)*"', re.IGNORECASE | re.DOTALL)
_IN_FORM = re.compile(rf"((?:^|[&?\s;])(?=[\w-]*(?:{_NAMES}))[\w-]+=)[^&\s;]+", re.IGNORECASE)
_TAG = re.compile(r"""<\w(?:"[^"]*"|'[^']*'|[^<>"'])*>""")
_NAMES_A_SECRET = re.compile(rf"""\sname\s*=\s*["']?[^"'\s>]*(?:{_NAMES})""", re.IGNORECASE)
_VALUE = re.compile(
    r"""(\s(?:value|content)\s*=\s*)("|'|)(?:(?<=")[^"]*|(?<=')[^']*|[^\s"'>]+)\2""", re.IGNORECASE
)
_COOKIES = re.compile(r"((?:^|\s)(?:set-)?cookie:\s*)[\w.-]+=[^\r\n\"]*", re.IGNORECASE)
_AUTHORIZATION = re.compile(
    r"(\bauthorization:\s*(?:basic|bearer|token)\s+|(?:api|operator)-key:\s*)\S+", re.IGNORECASE
)
_BEARER = re.compile(r"(Bearer\s+)[\w.~+/=-]+")
_JWT = re.compile(r"(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]+")
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
    text = _TAG.sub(_without_value, text)
    for pattern in (_IN_FORM, _COOKIES, _AUTHORIZATION, _BEARER):
        text = pattern.sub(rf"\1{HIDDEN}", text)
    return _IN_ADDRESS.sub(HIDDEN, _JWT.sub(HIDDEN, text))


def _without_value(tag: re.Match[str]) -> str:
    markup = tag.group(0)
    return _VALUE.sub(rf"\1\2{HIDDEN}\2", markup) if _NAMES_A_SECRET.search(markup) else markup
