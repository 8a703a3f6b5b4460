"""A second look, by API, at a promise that broke on a screen: so that a failure names the right system."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from support.failures import PromiseBroken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from support.world import World

_LIMIT = 2.0  # s, times the target's scale: the deadline of the sentence has passed already
_ABOUT_STATES = frozenset({"something", "nothing"})


@dataclass(frozen=True, slots=True)
class SecondLook:
    """Whether the promise holds by API, None where nobody could look there; and that in words."""

    held: bool | None
    says: str


def take(world: World, step: Callable[[], None]) -> None:
    """Let a step happen and come to its end; a promise that breaks on a screen is looked at by API.

    Whatever the second look leads to, the failure is that of the first.
    """
    try:
        step()
    except PromiseBroken as broken:
        judge = world.judge
        if judge.kind == "then" and judge.saw_screen and broken.about in _ABOUT_STATES:
            world.second_look = _look_again(world, step)
        raise
    world.end_step()


def _look_again(world: World, step: Callable[[], None]) -> SecondLook:
    try:
        with _looking_by_api(world):
            step()
            world.end_step()
    except PromiseBroken as broken:
        return SecondLook(held=False, says=f"By API the promise does not hold either. {broken}")
    except Exception as error:  # noqa: BLE001 - whatever it is, the first failure is the one that is told
        return SecondLook(held=None, says=f"Nobody could look again by API. {type(error).__name__}: {error}")
    return SecondLook(held=True, says="By API the promise holds.")


@contextmanager
def _looking_by_api(world: World) -> Iterator[None]:
    """Let everybody look by API; nobody acts meanwhile, and what is judged counts for nothing."""
    judge = world.judge
    world.judge = replace(judge, evaluated=0, limit=_LIMIT * world.scale)
    world.looks_again = world.journal.again = True
    try:
        yield
    finally:
        world.looks_again = world.journal.again = False
        world.judge = judge
