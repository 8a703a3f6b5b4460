"""How something stands by device, as names that the style sheet of sites knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Mapping

DEVICES = ("desktop", "tablet", "phone")  # each smaller than the one before


def names(properties: Mapping[str, Any]) -> list[str]:
    """Return a name for all that is set otherwise than usual, the larger device first.

    What was stored before there were devices has none of it.
    """
    found: list[str] = []
    for device in DEVICES:
        on = "" if device == DEVICES[0] else f"_on_{device}"
        set_here = {what: properties.get(what + on) for what in ("align", "size")}
        found.extend(f"{device}-{what}-{value}" for what, value in set_here.items() if value)
        if properties.get(f"hidden_on_{device}"):
            found.append(f"{device}-hidden")
    return found


def dressed(name: str, properties: Mapping[str, Any]) -> Markup:
    """Return the class attribute of an element: its own name, if it has one, and how it stands by device."""
    every = " ".join(filter(None, [name, *names(properties)]))
    return Markup(' class="{}"').format(escape(every)) if every else Markup("")
