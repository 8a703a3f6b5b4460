"""A second look at a promise that broke on a screen: it is had by API, changes nothing and hides nothing."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hamcrest import equal_to

from support.drivers.session import Answer
from support.failures import PromiseBroken
from support.records import Draft, Refused
from support.second_look import take
from support.suspects import SHOWS, failure_in
from support.world import World
from tests.drivers import tiny
from tests.support.worlds import tiny_world

SITE, ADDRESS = "Spring Sale", "http://spring-sale.localhost:8001/"


class Screen:
    """A builder that shows what was never written."""

    def draft(self, _site: str) -> Draft:
        return Draft("10% off", ())


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    """A world whose API shows the right draft, and whose screen does not."""
    by_api = tiny.TinySet.driver
    monkeypatch.setattr(
        tiny.TinySet,
        "driver",
        lambda self, port, channel, seat: (
            Screen() if channel == "browser" else by_api(self, port, channel, seat)
        ),
    )
    world = tiny_world("browser")
    world.begin_step("given", "Maya has the site")
    world.actor("Maya").given.building.start(SITE)
    world.actor("Maya").given.building.change_headline(SITE, "20% off")
    world.begin_step("then", "Maya's draft should read it")
    return world


def reading(world: World, words: str = "20% off") -> Callable[[], None]:
    """A step that looks, with an exchange, and judges."""

    def step() -> None:
        building = world.actor("Maya").sees.building
        world.journal.exchanged("GET", ADDRESS, None, Answer(200, {"x-trace-id": world.channel}, ""))
        world.assert_that(building.draft(SITE).headline, equal_to(words), "the headline")

    return step


def broken(world: World, step: Callable[[], None]) -> PromiseBroken:
    with pytest.raises(PromiseBroken) as caught:
        take(world, step)
    return caught.value


def test_a_promise_that_holds_by_api_is_broken_by_its_screen(world: World) -> None:
    error = broken(world, reading(world))
    assert error.seen == ("was '10% off'",)
    assert world.second_look
    assert world.second_look.held
    failure = failure_in(world, error)
    assert (failure.system, failure.why) == ("Live Sites", SHOWS)


def test_a_promise_that_fails_by_api_too_is_no_screen_s(world: World) -> None:
    broken(world, reading(world, "30% off"))
    assert world.second_look
    assert world.second_look.held is False
    assert "30% off" in world.second_look.says


def test_the_second_look_changes_nothing(world: World) -> None:
    judge = world.judge
    broken(world, reading(world))
    assert world.judge is judge
    assert judge.evaluated == 1
    assert world.channel == "browser"
    assert world.journal.acted_in == set()
    assert world.journal.trace_id == "browser"


def test_its_exchanges_are_kept_and_marked(world: World) -> None:
    broken(world, reading(world))
    assert [(one.trace_id, one.again) for one in world.journal.exchanges] == [
        ("browser", False),
        ("api", True),
    ]
    assert "(at the second look)" in str(world.journal.exchanges[1])


def test_they_push_none_of_the_first_look_out(world: World) -> None:
    look = reading(world)

    def step() -> None:
        for _ in range(30 if world.looks_again else 1):
            look()

    broken(world, step)
    assert [one.trace_id for one in world.journal.exchanges if not one.again] == ["browser"]


@pytest.mark.parametrize("trouble", [Refused("come back later"), KeyError("no such site")])
def test_what_goes_wrong_at_the_second_look_hides_nothing(world: World, trouble: Exception) -> None:
    look = reading(world)

    def step() -> None:
        if world.looks_again:
            raise trouble
        look()

    assert broken(world, step).seen == ("was '10% off'",)
    assert world.second_look
    assert world.second_look.held is None
    assert failure_in(world, broken(world, look)).system == "Live Sites"


@pytest.mark.parametrize("handle", ["given", "acts"])
def test_nobody_acts_at_a_second_look(world: World, handle: str) -> None:
    look = reading(world)

    def step() -> None:
        if world.looks_again:
            getattr(world.actor("Maya"), handle).building.change_headline(SITE, "50% off")
        look()

    broken(world, step)
    assert world.second_look
    assert "Maya" in world.second_look.says
    assert world.second_look.held is None
    assert world.actor("Maya").given.building.draft(SITE).headline == "20% off"


def test_it_does_not_wait_for_the_whole_deadline_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("support.second_look._LIMIT", 0.0)
    began = time.monotonic()

    def step() -> None:
        sees, within = world.actor("Maya").sees.building, 60.0 if world.looks_again else 0.0
        world.eventually(lambda: sees.draft(SITE).headline, equal_to("30% off"), "the headline", within)

    broken(world, step)
    assert time.monotonic() - began < 10


def test_what_no_screen_showed_is_not_looked_at_again(world: World) -> None:
    broken(world, lambda: world.assert_that(1, equal_to(2), "the number"))
    assert world.second_look is None
    world.begin_step("when", "Maya looks")
    broken(world, reading(world))
    assert world.second_look is None


def test_a_promise_without_a_judgement_by_api_is_not_called_kept(world: World) -> None:
    look = reading(world)
    broken(world, lambda: None if world.looks_again else look())
    assert world.second_look
    assert world.second_look.held is None


def test_a_step_that_holds_is_not_looked_at_again(world: World) -> None:
    take(world, reading(world, "10% off"))
    assert world.second_look is None
    assert world.judge.evaluated == 1
