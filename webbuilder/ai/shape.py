"""The shape of an answer, told to providers that keep to one (OpenAI's API, `response_format`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def of(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSON Schema of what may be answered to a question: words for what was asked about, and why.

    Nothing is trusted because of it: an answer is looked at as if nobody had been told (`replies`).
    """
    changes = [_change(component, names) for component, names in asked["schema"].items()]
    several = {"type": "array", "items": {"anyOf": changes}}
    return _object({"changes": several, "reason": {"type": "string", "description": "One sentence: why so."}})


def _change(component: str, names: Sequence[str]) -> dict[str, Any]:
    words = {name: {"type": "string"} for name in names}
    return _object({"component": {"type": "string", "enum": [component]}, "set": _object(words)})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }
