"""Secrets taken out of parsed JSON: of what lies beneath a telling name, of headers, cookies and fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from support.evidence.redaction import HIDDEN, NAMES

Change = Callable[[str], str]
_SAYS_WHAT = ("name", "id", "property", "http-equiv")
_HOLDS_IT = ("value", "content", "__playwright_value_")


def hidden(_: str) -> str:
    """Return what stands in the place of a secret."""
    return HIDDEN


def redacted_tree(node: Any, redact: Change, hide: Change = hidden, beneath: str = "") -> Any:
    """Return a tree of JSON with `hide` done to what a name tells to be secret, `redact` to other text.

    `beneath` is the name that the node stands beside.
    """
    if isinstance(node, dict):
        told = _held_beside_a_telling_name(node, beneath)
        return {
            redact(name): hide(one) if name in told else redacted_tree(one, redact, hide, name)
            for name, one in node.items()
        }
    if isinstance(node, list):
        return [redacted_tree(one, redact, hide, beneath) for one in node]
    if isinstance(node, str):
        return hide(node) if node and _tells(beneath) else redact(node)
    return node


def _held_beside_a_telling_name(node: dict[str, Any], beneath: str) -> set[str]:
    """Return which members hold a secret that another names: of a header, a cookie, a field of a form."""
    telling = _tells(beneath) or node.get("type") == "password"
    if telling or any(_tells(node.get(name)) for name in _SAYS_WHAT):
        return {name for name in _HOLDS_IT if isinstance(node.get(name), str) and node[name]}
    return set()


def _tells(name: object) -> bool:
    return isinstance(name, str) and bool(NAMES.search(f"{name}="))
