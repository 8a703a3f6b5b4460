"""Whole numbers as JSON Schema has them, so that a request is taken exactly where its schema takes it."""

from __future__ import annotations


def whole(value: object) -> object:
    """Take 2.0 for 2; nothing else is taken for a number, `true` neither (JSON Schema 2020-12, §4.2.3)."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
