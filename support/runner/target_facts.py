"""What the runner asks about a target before a run; imported late, so that it loads without one."""

from __future__ import annotations

import os

from support.runner.planning import TargetFacts

__all__ = ["TargetFacts", "capabilities", "describe", "unknown_target"]


def describe(name: str) -> TargetFacts:
    """What the target of this name offers and may miss; `UnknownTarget` tells what is lacking."""
    from support.target import describe, given  # noqa: PLC0415

    facts = describe(name)
    given(facts, os.environ)  # before the run begins: what an earlier one left stays, then
    return facts


def unknown_target() -> type[Exception]:
    """The error by which a target is refused."""
    from support.target import UnknownTarget  # noqa: PLC0415

    error: type[Exception] = UnknownTarget
    return error


def capabilities() -> frozenset[str]:
    """The closed list of what targets can offer, for `@needs.<capability>`."""
    from support.target.capabilities import CAPABILITIES  # noqa: PLC0415

    return frozenset(CAPABILITIES)
