"""Worlds without a platform: drivers are those of the tiny set, and nothing listens anywhere."""

from __future__ import annotations

from support.case import Case, Channel
from support.run import Run
from support.settings import RunSettings
from support.target import Target, TargetDescription
from support.target.description import Http
from support.world import World


def tiny_target(scale: float = 1.0) -> Target:
    """A target that is a dictionary."""
    description = TargetDescription(
        name="tiny",
        found="by address",
        offers=frozenset(),
        drivers={"default": "tests.drivers.tiny"},
        http=Http(timeout_scale=scale),
    )
    return Target(description, {})


def tiny_world(
    channel: Channel = "api", target: Target | None = None, settings: RunSettings | None = None
) -> World:
    """A world of its own on a tiny target."""
    case = Case("features/a.feature", "A", None, "A title", None, 3, frozenset(), channel)
    return World(Run(settings or RunSettings(target="tiny"), target or tiny_target()), case)
