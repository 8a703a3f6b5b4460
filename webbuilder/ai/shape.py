"""The shape of an answer, told to providers that keep to one (OpenAI's API, `response_format`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_LONGEST = 300  # characters of one text: more of it than this no marketer wants at once


def of(asked: Mapping[str, Any], *, bounded: bool) -> dict[str, Any]:
    """Return the JSON Schema of what may be answered to a question: words for what was asked about, and why.

    Nothing is trusted because of it: an answer is looked at as if nobody had been told (`replies`).

    Args:
        bounded: say where to end as well, without which a small model finds no end; not everybody takes it.
    """
    longest = {"maxLength": _LONGEST} if bounded else {}
    changes = [_change(component, names, longest) for component, names in asked["schema"].items()]
    many = {"minItems": 1, "maxItems": len(changes)} if bounded else {}
    several = {"type": "array", "items": {"anyOf": changes}, **many}
    why = {"type": "string", "description": "One sentence: why so.", **longest}
    return _object({"changes": several, "reason": why})


def _change(component: str, names: Sequence[str], longest: Mapping[str, int]) -> dict[str, Any]:
    words = {name: {"type": "string", **longest} for name in names}
    return _object({"component": {"type": "string", "enum": [component]}, "set": _object(words)})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }
