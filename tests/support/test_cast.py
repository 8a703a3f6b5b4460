"""The people of the scenarios, and the handles by which they take part."""

from __future__ import annotations

import pytest

from support.cast import CAST, Outcome
from support.drivers.ports import PORTS
from support.records import Refused
from support.target.connecting import _NotOffered
from tests.drivers import tiny
from tests.support.worlds import tiny_world


def test_given_arranges_by_api_and_the_others_take_the_channel() -> None:
    maya = tiny_world("browser").actor("Maya")
    assert isinstance(maya.given.building, tiny.TinyBuilding)
    assert isinstance(maya.sees.building, _NotOffered), "the tiny set has nothing for a browser"
    maya = tiny_world("api").actor("Maya")
    assert isinstance(maya.sees.building, tiny.TinyBuilding)


def test_somebody_is_one_person_with_one_seat() -> None:
    world = tiny_world()
    maya = world.actor("Maya")
    assert world.actor("Maya") is maya
    assert maya.seat is maya.seat
    assert maya.seat.person is maya.person
    assert [seat.person.name for seat in world.seats] == ["Maya"]


def test_elsewhere_is_another_seat_of_the_same_person() -> None:
    world = tiny_world()
    maya = world.actor("Maya")
    maya.given.building.start("Spring Sale")
    assert maya.elsewhere.building.draft("Spring Sale").headline == "From nothing"
    assert [seat.person for seat in world.seats] == [maya.person, maya.person]
    assert world.seats[0] is not world.seats[1]


def test_an_act_becomes_the_outcome_with_how_long_it_took() -> None:
    world = tiny_world()
    world.actor("Maya").acts.building.start("Spring Sale")
    outcome = world.outcome
    assert (outcome.act, outcome.refused) == ("start", None)
    assert 0 <= outcome.after < 1


def test_a_refused_act_becomes_the_outcome_and_raises_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([10.0, 12.5])
    monkeypatch.setattr("support.cast.time.monotonic", lambda: next(times))
    world = tiny_world()
    assert world.actor("Priya").acts.visiting.read("Spring Sale") is None
    monkeypatch.undo()
    assert world.outcome == Outcome("read", 2.5, "This page does not exist here.", "Priya")


def test_on_a_screen_an_act_is_timed_from_the_last_press_or_key(monkeypatch: pytest.MonkeyPatch) -> None:
    world = tiny_world()
    acts = world.actor("Maya").acts.building
    times = iter([10.0, 11.0, 12.5])
    monkeypatch.setattr("support.cast.time.monotonic", lambda: next(times))
    monkeypatch.setattr(tiny.TinyBuilding, "start", lambda *_: world.journal.pointed())
    acts.start("Spring Sale")
    monkeypatch.undo()
    assert world.outcome.after == 1.5


def test_an_act_returns_what_its_driver_returned() -> None:
    acts = tiny_world().actor("Maya").acts.building
    acts.start("Spring Sale", "Bakery")
    assert acts.draft("Spring Sale").headline == "From Bakery"


def test_a_failure_that_is_no_refusal_passes_through() -> None:
    world = tiny_world()
    with pytest.raises(KeyError):
        world.actor("Maya").acts.building.open("nobody's site")
    with pytest.raises(Exception, match="a When is missing"):
        _ = world.outcome


def test_a_look_that_is_refused_raises() -> None:
    world = tiny_world()
    with pytest.raises(Refused, match="does not exist here"):
        world.actor("Priya").sees.visiting.read("Spring Sale")
    world.close(finished=False)


def test_every_port_can_be_acted_through() -> None:
    acts = tiny_world().actor("Maya").acts
    assert all(getattr(acts, port) is not None for port in PORTS)


def test_a_stranger_owns_nothing() -> None:
    assert set(CAST) == {"Maya", "Ravi", "Noor", "Priya", "Tariq", "Imani"}
    assert tiny_world().business_of("a stranger") is None


def test_somebody_looks_through_the_same_driver_all_the_time() -> None:
    maya = tiny_world().actor("Maya")
    assert maya.sees is maya.sees
    assert maya.elsewhere is maya.elsewhere
    assert maya.elsewhere is not maya.sees
