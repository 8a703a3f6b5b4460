"""How sentences say the conditions of segments, and how the reference platform has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# What a person calls each kind, how programs do, and under which names they say which one, and what it says.
KINDS: dict[str, tuple[str, ...]] = {
    "is tagged": ("tagged", "tag"),
    "is not tagged": ("not_tagged", "tag"),
    "is on the list": ("listed", "list"),
    "is not on the list": ("not_listed", "list"),
    "has a detail that is": ("detail_is", "detail", "value"),
    "has no detail that is": ("detail_is_not", "detail", "value"),
    "has a detail that contains": ("detail_contains", "detail", "value"),
    "has a detail": ("detail_set", "detail"),
    "lacks a detail": ("detail_not_set", "detail"),
    "has in name or address": ("words", "words"),
    "is known since": ("known_since", "day"),
    "was known before": ("known_before", "day"),
}


def as_programs_have(conditions: Sequence[tuple[str, ...]]) -> list[dict[str, str]]:
    """Return conditions as programs have them; what a sentence leaves empty is said as empty."""
    return [_one(*condition) for condition in conditions]


def _one(asks: str, *says: str) -> dict[str, str]:
    kind, *names = KINDS[asks]
    return {"kind": kind, **dict(zip(names, says, strict=False))}
