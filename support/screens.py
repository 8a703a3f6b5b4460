"""The platform's screens as somebody meets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def too_wide(screens: Mapping[str, int]) -> Sequence[str]:
    """Return which screens stand beyond the edge of what shows them, and by how many CSS pixels."""
    return [f"{screen}, by {beyond}" for screen, beyond in screens.items() if beyond > 0]
