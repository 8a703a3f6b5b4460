"""How a run names things to people: features without folder and suffix, durations in short."""

from __future__ import annotations

_MINUTE = 60


def short(path: str) -> str:
    """`features/journeys/publishing.feature` as `journeys/publishing`."""
    return path.removeprefix("features/").removesuffix(".feature")


def seconds(duration_s: float) -> str:
    """A duration as people read it: `0.04 s`, `3.1 s`, `2 min 5 s`."""
    if duration_s < 1:
        return f"{duration_s:.2f} s"
    if round(duration_s, 1) < _MINUTE:
        return f"{duration_s:.1f} s"
    minutes, rest = divmod(round(duration_s), _MINUTE)
    return f"{minutes} min {rest} s"


def counted(count: int, noun: str) -> str:
    """`1 case`, `2 cases`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
