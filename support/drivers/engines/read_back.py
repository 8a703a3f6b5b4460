"""What an engine was asked to be like, read back in a page: it may ignore that without a word."""

from __future__ import annotations

from support.drivers.engines.engine import WINDOW, EngineUnavailable

SCRIPT = "[innerWidth, innerHeight, devicePixelRatio]"
_ASKED = [*WINDOW, 1]


def refuse_other(name: str, seen: list[float]) -> None:
    """EngineUnavailable when a page is not what was asked for; `seen` is what the script says of it."""
    if seen != _ASKED:
        asked, shown = ("{} × {} pixels at a ratio of {}".format(*one) for one in (_ASKED, seen))
        raise EngineUnavailable(f"{name} was asked for a page of {asked}, and shows {shown}.")
