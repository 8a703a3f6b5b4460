"""How a person of a load does a scenario: as a visitor who is new each time, or as an owner who stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from support.addresses import Addresses
from support.load.plan import VISITORS, Part, Plan
from support.load.timed import Note, Timed, Watch
from support.run import Run
from support.scenario import Call, Script, compiled, run_calls
from support.settings import RunSettings
from support.world import World

if TYPE_CHECKING:
    import random

    from support.drivers.session import Session


class Player(Protocol):
    """Does scenarios, one after the other."""

    def play(self, lot: random.Random) -> tuple[str, str]:
        """Do one, drawn by lot; return its title, and why it did not go as told, if it did not."""

    def leave(self) -> None:
        """End it, and put back what was brought about."""


class CannotBeLoad(ValueError):
    """A scenario cannot be done by many at once as it stands; the message says why."""


@dataclass(frozen=True, slots=True)
class _Role:
    """A part with its scenario: what it takes as given beyond what holds already, and what is done."""

    part: Part
    script: Script
    given: tuple[Call, ...]
    done: tuple[Call, ...]


def role_of(part: Part, holds: Sequence[str]) -> _Role:
    """Return a part with its scenario, its steps matched.

    Raises:
        CannotBeLoad: it is not tagged @load, needs a browser, or is a visitor's and takes for granted what
            does not hold.
    """
    script = compiled(part.path, part.title, "api")
    if "load" not in script.case.tags:
        raise CannotBeLoad(f"“{part.title}” is not tagged @load, so many at once may not do it.")
    if script.case.channel != "api":
        raise CannotBeLoad(f"“{part.title}” acts in a browser; a thousand of them fit on no machine.")
    given = tuple(one for one in script.calls if one.kind == "given" and one.name not in holds)
    if given and part.who == VISITORS:
        lacking = f"“{part.title}” is a visitor's and takes as given: {given[0].name}."
        raise CannotBeLoad(f"{lacking} Say so before the load begins, or let owners do it.")
    return _Role(part, script, given, tuple(one for one in script.calls if one.kind != "given"))


class Stage:
    """What all people of one process share: the run that they are part of, and their scenarios."""

    def __init__(self, plan: Plan) -> None:
        settings = RunSettings.read({"target": plan.target, "channel": "api", "evidence": "none"})
        self.run = Run.begin(settings, joined=plan.shared)
        # No scenario starts a platform of its own, nor tidies up: this is the one that is tried.
        self.run.target.own = self.run.target.passing = True
        self.roles = [role_of(part, plan.given) for part in plan.parts]
        self.addresses = Addresses()
        for site, live in plan.sites.items():
            self.addresses.tell(site, live=live)

    def drawn(self, who: str, lot: random.Random) -> _Role:
        """Return what somebody does this time."""
        mine = [role for role in self.roles if role.part.who == who]
        return lot.choices(mine, [role.part.share for role in mine])[0]


@dataclass(slots=True)
class Guest:
    """A visitor: somebody new each time, with a machine of their own."""

    stage: Stage
    who: str
    watch: Watch
    note: Note

    def play(self, lot: random.Random) -> tuple[str, str]:
        """Do one scenario in a world of its own."""
        role = self.stage.drawn(self.who, lot)
        world = self._world(role)

        def act() -> None:
            with world:
                run_calls(role.done, world, self._say)

        return role.part.title, went(act)

    def leave(self) -> None:
        """Nothing is left of a visitor."""

    def _say(self, call: Call) -> None:
        self.watch.sentence = call.name

    def _world(self, role: _Role) -> World:
        return World(self.stage.run, role.script.case, addresses=self.stage.addresses, carried=self._carried)

    def _carried(self, session: Session) -> Session:
        return Timed(session, self.watch, self.note)


class Host(Guest):
    """An owner: her worlds last as long as she is there, each with all that its scenario takes as given."""

    def __init__(self, stage: Stage, who: str, watch: Watch, note: Note) -> None:
        super().__init__(stage, who, watch, note)
        self._worlds: dict[str, World] = {}
        for role in stage.roles:
            if role.part.who == who:
                world = World(stage.run, role.script.case)
                self._worlds[role.part.title] = world.__enter__()
                run_calls(role.given, world)
                for seat in world.seats:
                    seat.speak_by(self._carried(seat.session))

    def play(self, lot: random.Random) -> tuple[str, str]:
        """Do one scenario once more, in the world that it has."""
        role = self.stage.drawn(self.who, lot)
        world = self._worlds[role.part.title]
        return role.part.title, went(lambda: run_calls(role.done, world, self._say))

    def leave(self) -> None:
        """Put back what was brought about."""
        for world in self._worlds.values():
            world.close(finished=False)


def went(act: Callable[[], None]) -> str:
    """Do something; return in a line why it did not go as told, empty when it did."""
    try:
        act()
    except Exception as error:  # noqa: BLE001 - whatever a person of the load meets is counted by its words
        return f"{type(error).__name__}: {str(error).strip().partition(chr(10))[0]}"[:200]
    return ""
