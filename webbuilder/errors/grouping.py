"""Which errors are of one kind: what failed, at which place of ours, during what; never in which words."""

from __future__ import annotations

import hashlib
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

_OURS, _BUILTIN = "webbuilder.", "builtins"
NOWHERE = "outside of the platform's own code"


@dataclass(frozen=True, slots=True)
class Kind:
    """What errors of one group have in common.

    Attributes:
        error: the type of the exception, or the stable name of a problem.
        place: the innermost function of ours that the error came through, without its line, which each
            change moves.
        during: what it was met in: a part and a route's template, or a piece of work.
    """

    error: str
    place: str
    during: str

    @property
    def group(self) -> str:
        """The id of the group, the same on every machine and after every start."""
        told = f"{self.error}\n{self.place}\n{self.during}"
        return f"err_{hashlib.sha256(told.encode()).hexdigest()[:20]}"


def kind_of(error: BaseException, during: str) -> Kind:
    """Return of which kind an error is; its message may hold anything of anybody."""
    return Kind(name_of(error), place_of(error), during)


def name_of(error: BaseException) -> str:
    """Return the name of what failed."""
    stable = getattr(error, "kind", None)  # as problems have one
    if isinstance(stable, str):
        return stable
    whose = type(error).__module__
    return type(error).__qualname__ if whose == _BUILTIN else f"{whose}.{type(error).__qualname__}"


def place_of(error: BaseException) -> str:
    """Return the innermost function of ours that an error came through."""
    ours = [place for frame, _ in traceback.walk_tb(error.__traceback__) if (place := _place(frame))]
    return ours[-1] if ours else NOWHERE


def _place(frame: FrameType) -> str:
    """Return the place of a frame; empty where it is not ours, or does not say whose it is."""
    module = frame.f_globals.get("__name__")
    if not isinstance(module, str) or not module.startswith(_OURS):
        return ""
    return f"{module}:{frame.f_code.co_qualname.replace('.<locals>', '')}"
