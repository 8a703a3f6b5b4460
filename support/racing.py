"""Several people at one site at once: what each does and is told is written down, and judged afterwards."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from threading import Barrier
from typing import TYPE_CHECKING

from hamcrest import has_item

from support.failures import SentenceMissing
from support.histories.checking import anomalies
from support.matchers import with_properties

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hamcrest.core.matcher import Matcher

    from support.cast import Actor
    from support.drivers.ports_of_pages import Racing
    from support.histories.acts import Act, How
    from support.world import World

_PLACES = ("headline", "text")
_LOOKS = 3  # at what visitors sent, once all of them have
_ANSWERED: Matcher[Sequence[Act]] = has_item(with_properties(answer="acknowledged"))


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of people who were at it at once.

    Attributes:
        found: what cannot be, of the kinds that were asked for, each in a sentence.
        stored: how many of a hundred writes were called stored.
        looks: how often somebody was shown something.
    """

    found: tuple[str, ...]
    stored: float
    looks: int


def judged(world: World, *hows: How) -> Judged:
    """Hold what people did and were told against what one store would tell.

    Raises:
        SentenceMissing: nobody was at it at once.
    """
    acts = world.memory.history
    if not acts:
        raise SentenceMissing("nobody was at it at once: a When such as '… at once' is missing")
    writes = [act for act in acts if act.kind == "write"]
    stored = 100 * sum(act.is_stored for act in writes) / len(writes)
    found = tuple(str(one) for one in anomalies(acts) if one.how in hows)
    return Judged(found, stored, sum(act.shows for act in acts))


@dataclass(slots=True)
class _Race:
    """One race: who waits until all are there, and what was done."""

    world: World
    site: str
    start: Barrier
    acts: list[Act] = field(default_factory=list)  # appending is one act of the interpreter

    def writes(self, name: str, racing: Racing, many: int, halfway: Callable[[], None]) -> None:
        """Write and read in turns; who gets no answer looks until there is one."""
        self.start.wait()
        for number in range(many):
            if number == many // 2:
                halfway()
            act = racing.write(self.site, _PLACES[number % len(_PLACES)], f"{name} {number + 1}")
            self.acts.append(act)
            if act.answer == "unanswered":
                self.world.wait_until(partial(self.reads, racing), _ANSWERED, f"{name} should be answered")
            self.reads(racing)

    def reads(self, racing: Racing) -> Sequence[Act]:
        """Read, and return what was read."""
        shown = racing.read(self.site)
        self.acts.extend(shown)
        return shown

    def signs_up(self, racing: Racing, email: str) -> None:
        """Send the form once."""
        self.start.wait()
        self.acts.append(racing.sign_up(self.site, email))


def wrote_at_once(
    world: World, people: Sequence[str], site: str, many: int, halfway: Callable[[], None] = lambda: None
) -> None:
    """Let people write so often together; one of them sees to what happens halfway; all read at the end."""
    racing = {name: world.actor(name).acts.racing for name in people}
    begins = [each.begin(site) for each in racing.values()]
    race = _Race(world, site, Barrier(len(racing)), [*begins[0]])
    with ThreadPoolExecutor(len(racing)) as threads:
        halfways = [halfway, *[lambda: None] * (len(racing) - 1)]
        share = many // len(racing)
        tasks = [
            threads.submit(race.writes, name, each, share, meanwhile)
            for (name, each), meanwhile in zip(racing.items(), halfways, strict=True)
        ]
    for task in tasks:
        task.result()
    for each in racing.values():
        race.reads(each)
    world.memory.history = [*race.acts, *racing[people[0]].told(site)]


def signed_up_at_once(world: World, owner: Actor, site: str, many: int) -> None:
    """Let so many visitors send the form of a site at once, while its owner looks at what they sent."""
    visitors = [world.actor(f"visitor {number + 1}") for number in range(many)]
    for visitor in visitors:
        visitor.seat.arrive()
    looking, emails = owner.acts.racing, [visitor.person.email for visitor in visitors]
    race = _Race(world, site, Barrier(many))
    with ThreadPoolExecutor(many) as threads:
        tasks = [threads.submit(race.signs_up, one.acts.racing, one.person.email) for one in visitors]
        while not all(task.done() for task in tasks):
            race.acts.extend(looking.signed_up(site, emails))
    for task in tasks:
        task.result()
    for _ in range(_LOOKS):
        race.acts.extend(looking.signed_up(site, emails))
    world.memory.history = race.acts
