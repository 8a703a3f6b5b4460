"""Takes secrets out of what is about to be kept: by the name beside them, and by their looks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache

_NAMES = (  # the letters first: without them each place of a text is tried for every name
    r"(?=[pstacxjo])(?:password|passwd|passphrase|secret|token|authorization|cookie|credential|csrf|xsrf|jwt"
    r"|(?:api|operator|private|access|session)[-_]?key|session[-_]?id|session(?=\\*[\"'=]))"
)
NAMES = re.compile(_NAMES, re.IGNORECASE)
_JWT = re.compile(r"(?<![\w-])(?P<secret>eyJ[\w-]+\.[\w-]+\.[\w-]+)")
# what stands between quotes may hold quotes that are escaped; text that was quoted twice has \" and \\\"
_IN_JSON = re.compile(
    rf'"[^"\\]*(?:{_NAMES})[^"\\]*"\s*:\s*"(?P<secret>(?:[^"\\]|\\.)*)"', re.IGNORECASE | re.DOTALL
)
_IN_QUOTED_JSON = re.compile(
    rf'(?P<quote>\\+")[^"\\]*(?:{_NAMES})[^"\\]*(?P=quote)\s*:\s*(?P=quote)'
    r"(?P<secret>(?:(?!(?P=quote)).|\\\\+.)*?)(?<!\\)(?P=quote)",
    re.IGNORECASE | re.DOTALL,
)
_IN_PYTHON = re.compile(
    rf"'[^'\\\n]*(?:{_NAMES})[^'\\\n]*'\s*:\s*b?'(?P<secret>(?:[^'\\\n]|\\.)*)'", re.IGNORECASE
)
_IN_SCRIPT = re.compile(
    rf"\b[\w$]*(?:{_NAMES})[\w$]*\s*[:=]\s*(?P<quote>[\"'`])(?P<secret>(?:(?!(?P=quote))[^\\\n]|\\.)*)(?P=quote)",
    re.IGNORECASE,
)
_IN_FORM = re.compile(
    rf"(?:^|[&?#\s;\"'])(?=[\w-]*(?:{_NAMES}))[\w-]+="
    r"(?P<secret>[^&\s;\"'<>]+(?:[\"'](?=\w)[^&\s;\"'<>]*)*)",
    re.IGNORECASE,
)
_COOKIES = re.compile(r"(?:^|\s)(?:set-)?cookie:\s*(?P<secret>[\w.-]+=[^\r\n\"]*)", re.IGNORECASE)
_HEADERS = re.compile(
    r"(?:\bauthorization:\s*(?:basic|bearer|token)\s+|(?<![\w-])[\w-]*-(?:key|token|secret):\s*)(?P<secret>\S+)",
    re.IGNORECASE,
)
_BEARER = re.compile(r"Bearer\s+(?P<secret>[\w.~+/=-]+)")
_BASIC = re.compile(r"\bBasic\s+(?P<secret>(?=[a-zA-Z0-9]+?[A-Z0-9+/=])[A-Za-z0-9+/]{8,}=*)")
_IN_ADDRESS = re.compile(r"(?<=://)(?P<secret>[^/@\s\"']+)(?=@)")
_PLACES = (
    *(_IN_JSON, _IN_QUOTED_JSON, _IN_PYTHON, _IN_SCRIPT, _IN_FORM),
    *(_COOKIES, _HEADERS, _BEARER, _BASIC, _IN_ADDRESS),
)
_TAG = re.compile(r"""<\w(?:"[^"]*"|'[^']*'|[^<>"'])*>""")
_NAMES_A_SECRET = re.compile(
    rf"""\s(?:(?:name|id|property|http-equiv)\s*=\s*["']?[^"'\s>]*(?:{_NAMES})|type\s*=\s*["']?password\b)""",
    re.IGNORECASE,
)
_ANY_QUOTES = r"""(?:"(?P<secret>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))"""
_VALUE = re.compile(rf"\s(?:value|content)\s*=\s*{_ANY_QUOTES}", re.IGNORECASE)
_TELLING = re.compile(rf"\s[\w:-]*(?:{_NAMES})[\w:-]*\s*=\s*{_ANY_QUOTES}", re.IGNORECASE)
HIDDEN = "«redacted»"


def as_text(value: object) -> str:
    """Return what was sent as text: text as it is, nothing as nothing, all else as JSON."""
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, default=str, ensure_ascii=False)


@lru_cache(maxsize=64)
def _by_name(text: str) -> str:
    text = _JWT.sub(_hidden, text)
    text = _TAG.sub(_tag_without_value, text)
    for place in _PLACES:
        text = place.sub(_hidden, text)
    return text


def redacted(value: object) -> str:
    """Return `value` as text without passwords, tokens, cookies, keys and credentials in addresses."""
    return _by_name(as_text(value))


@lru_cache(maxsize=64)
def secrets_in(text: str) -> tuple[str, ...]:
    """Return every value that stands beside a telling name, so that it can be looked for elsewhere too."""
    return tuple(_secrets_in(text))


def _secrets_in(text: str) -> Iterator[str]:
    for place in (_JWT, *_PLACES):
        yield from (match["secret"] for match in place.finditer(text))
    for tag in _TAG.findall(text):
        for match in _values_of(tag):
            yield match["secret"] or match["single"] or match["bare"] or ""


def _values_of(tag: str) -> Iterator[re.Match[str]]:
    if _NAMES_A_SECRET.search(tag):
        yield from _VALUE.finditer(tag)
    yield from _TELLING.finditer(tag)


def _hidden(match: re.Match[str]) -> str:
    group = next(
        (name for name in ("secret", "single", "bare") if match.groupdict().get(name) is not None), ""
    )
    if not group or not match[group]:
        return match[0]
    begin, end = match.start(group) - match.start(), match.end(group) - match.start()
    return f"{match[0][:begin]}{HIDDEN}{match[0][end:]}"


def _tag_without_value(tag: re.Match[str]) -> str:
    markup = tag[0]
    if _NAMES_A_SECRET.search(markup):
        markup = _VALUE.sub(_hidden, markup)
    return _TELLING.sub(_hidden, markup)
