"""Whom a failure points at: a screen, who answered last, or who last changed what that one only shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from support.failures import PromiseBroken, failure_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.drivers.driver_set import DriverSet
    from support.failures import About, Failure
    from support.journal import Exchange
    from support.world import World

ANSWERED, CHANGED = "answered last", "made the last change"
SHOWS = "shows it otherwise than the API does"
SENT_NOTHING, SENT_SO = "sent nothing that was answered", "sent it so, and it was kept as it was sent"
DEVIATES = "answered otherwise than promised"
TOLD, LET_IN = "said it in these words", "decides who is let in"

_BUILDER, _CANVAS, _LIVE, _DOOR = "Frontend Builder", "Drag-Drop Canvas", "Live Sites", "Backend APIs"
# They show and keep what every other system does, so what is wrong there is seldom theirs.
_WINDOWS = frozenset({_BUILDER, "Component APIs"})
# The screen that an act is done on, where that is not the builder; and the acts that want nothing changed.
_SCREENS = {
    **dict.fromkeys(("add_form", "add_form_by_keyboard"), _CANVAS),
    **dict.fromkeys(
        ("drag", "throw", "drag_new", "add_by_keyboard", "shift", "rewrite", "copy_over"), _CANVAS
    ),
    "read": _LIVE,
    "sign_up": _LIVE,
    "answer": _LIVE,
    "sign_up_twice": _LIVE,
}
_LOOKS = frozenset({"open", "look", "found", "read"})


class Suspect(NamedTuple):
    """A system, and why it is named."""

    system: str
    why: str


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known when a step has failed.

    Attributes:
        exchanges: the last ones, those of a second look included.
        last_change: method and address of the last exchange of a When that was more than a look.
        about: what it is that does not fit.
        act: the last act, if it was done on a screen; else empty.
        sent: whether that act led to an exchange that was more than a look; one that nobody answered is none.
        kept_as_sent: whether what a screen sent is what the second look found.
        held: whether the promise holds at a second look, by API; None where there was none.
        deviating: method and address of what was answered otherwise than it should, if that is what failed.
    """

    exchanges: Sequence[Exchange]
    last_change: tuple[str, str] | None = None
    about: About = "something"
    act: str = ""
    sent: bool = True
    kept_as_sent: bool = False
    held: bool | None = None
    deviating: tuple[str, str] | None = None

    @property
    def first_look(self) -> Sequence[Exchange]:
        """The exchanges without those of a second look."""
        return [one for one in self.exchanges if not one.again]


def suspect(drivers: DriverSet, clues: Clues) -> Suspect:
    """Return the system to ask first; its name is empty when none had a part."""
    if clues.deviating:
        return Suspect(drivers.system_of(*clues.deviating) or "", DEVIATES)
    if clues.held:
        shown = _last(drivers, clues.first_look)
        return Suspect(_LIVE if shown == _LIVE else _BUILDER, SHOWS)
    return (_screen(clues) if clues.act else None) or _behind(drivers, clues)


def _screen(clues: Clues) -> Suspect | None:
    """Return the screen that somebody acted on, if what it did with that act is wrong."""
    screen = _SCREENS.get(clues.act, _BUILDER)
    if clues.about == "words of a refusal":
        return Suspect(screen, TOLD)
    if not clues.sent and clues.act not in _LOOKS:
        return Suspect(screen, SENT_NOTHING)
    return Suspect(screen, SENT_SO) if clues.kept_as_sent else None


def _behind(drivers: DriverSet, clues: Clues) -> Suspect:
    """Return who answered last, by API if somebody looked there; or who last changed what that one shows."""
    last = _last(drivers, clues.first_look if clues.held is None else clues.exchanges)
    changed = drivers.system_of(*clues.last_change) if clues.last_change else None
    if changed and (clues.about != "something" or last in _WINDOWS):
        return Suspect(changed, CHANGED)
    if clues.about == "an act let through" and last in _WINDOWS:
        return Suspect(_DOOR, LET_IN)
    return Suspect(last, ANSWERED)


def _last(drivers: DriverSet, exchanges: Sequence[Exchange]) -> str:
    found = (drivers.system_of(one.method, one.address) for one in reversed(exchanges))
    return next((system for system in found if system), "")


def failure_in(world: World, error: BaseException | None) -> Failure:
    """Return what there is to say about the step that runs, which an error has ended; without secrets."""
    target, journal, judge = world.run.target, world.journal, world.judge
    system, why = suspect(target.driver_set(), _clues(world, error))
    stage = f"{judge.kind.title()} {judge.words}".strip()
    owner = target.description.owners.get(system, "")
    failure = failure_of(error, stage, system=system, owner=owner, trace_id=journal.trace_id)
    return replace(failure, why=why).without(journal.secrets.redacted)


def _clues(world: World, error: BaseException | None) -> Clues:
    journal, change, look = world.journal, world.journal.change, world.second_look
    act = world.judge.last_act
    # Nobody speaks to a live page but as its visitors do, so it is a screen by API as well.
    on_screen = world.judge.kind == "then" and (world.channel == "browser" or _SCREENS.get(act) == _LIVE)
    return Clues(
        journal.exchanges,
        (change.method, change.address) if change else None,
        error.about if isinstance(error, PromiseBroken) else "something",
        act if on_screen and isinstance(error, PromiseBroken) else "",
        journal.sent_something,
        journal.kept_as_sent(),
        look.held if look else None,
        journal.promised.judged or journal.accused,
    )
