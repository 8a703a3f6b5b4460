"""A scenario's world: names of its own, an outcome that somebody must speak about, everything put back."""

from __future__ import annotations

import pytest
from hamcrest import equal_to

from support.case import Channel
from support.cast import Outcome
from support.cleanup import CleanupFailed
from support.drivers.session import Answer
from support.failures import ActedElsewhere, RefusalUnread, SentenceMissing
from support.settings import RunSettings
from support.world import World
from tests.support.worlds import tiny_target, tiny_world

REFUSED = Outcome("publish", 0.1, "The site has no form.")
DONE = Outcome("publish", 0.1)


def failing() -> None:
    raise OSError("the disk is full")


def test_aliases_and_addresses_differ_between_worlds() -> None:
    one, other = tiny_world(), tiny_world()
    assert one.real("Spring Sale") == one.real("Spring Sale") != other.real("Spring Sale")
    assert one.real("Spring Sale").startswith("Spring Sale ")
    assert one.actor("Maya").person.email != other.actor("Maya").person.email
    assert one.actor("Maya").person.password != other.actor("Maya").person.password


def test_an_unread_refusal_fails_at_the_end_and_is_named() -> None:
    world = tiny_world()
    world.judge.ended(REFUSED)
    with pytest.raises(RefusalUnread, match=r"the act 'publish' was refused.*The site has no form\."):
        world.close()


def acted(world: World, channel: Channel = "api") -> World:
    """A world in which a When acted on a channel."""
    world.begin_step("when", "somebody does something")
    world.journal.acted(channel)
    return world


def test_a_case_that_acted_on_another_channel_is_named() -> None:
    with pytest.raises(ActedElsewhere, match="specified by browser, and its When acted by api"):
        acted(tiny_world("browser")).close()


def test_a_case_that_acted_nowhere_is_named() -> None:
    with pytest.raises(ActedElsewhere, match="its When acted by nothing"):
        tiny_world().close()


def test_a_case_that_failed_before_its_when_is_not_told_about_channels() -> None:
    tiny_world().close(finished=False)


def test_a_refusal_that_was_read_fails_nothing() -> None:
    world = acted(tiny_world())
    world.judge.ended(REFUSED)
    assert world.outcome == REFUSED
    world.judge.ended(DONE)
    world.close()


def test_an_act_after_an_unread_refusal_raises_at_once() -> None:
    world = tiny_world()
    world.judge.ended(REFUSED)
    with pytest.raises(RefusalUnread, match="publish"):
        world.judge.ended(DONE)


def test_an_act_that_was_done_need_not_be_spoken_about() -> None:
    world = acted(tiny_world())
    world.judge.ended(DONE)
    world.judge.ended(DONE)
    world.close()


def test_an_outcome_before_any_act_names_the_missing_sentence() -> None:
    with pytest.raises(SentenceMissing, match="a When is missing"):
        _ = tiny_world().outcome


def test_everything_is_put_back_though_a_refusal_was_not_read() -> None:
    world, done = tiny_world(), list[int]()
    world.cleanup.add("a number", lambda: done.append(1))
    world.judge.ended(REFUSED)
    with pytest.raises(RefusalUnread):
        world.close()
    assert done == [1]


def test_what_cannot_be_put_back_fails_the_world() -> None:
    world = tiny_world()
    world.cleanup.add("the disk", failing)
    with pytest.raises(CleanupFailed, match="the disk: the disk is full"):
        world.close()


def test_the_failure_under_way_is_the_one_that_is_told() -> None:
    def refused(*, then: Exception | None) -> None:
        with tiny_world() as world:
            world.judge.ended(REFUSED)
            if then:
                raise then

    with pytest.raises(AssertionError, match="a Then failed"):
        refused(then=AssertionError("a Then failed"))
    with pytest.raises(RefusalUnread):
        refused(then=None)


@pytest.mark.parametrize(("keyword", "acted"), [("given", set()), ("when", {"api"}), ("then", set())])
def test_only_what_is_done_in_a_when_counts_as_acted(keyword: str, acted: set[str]) -> None:
    world = tiny_world()
    world.begin_step(keyword, "somebody does something")
    world.journal.exchanged("GET", "http://127.0.0.1/", None, Answer(200, {}, ""))
    assert world.journal.acted_in == acted


def test_what_a_when_did_stays_known_in_its_then() -> None:
    world = tiny_world()
    world.begin_step("when", "somebody does something")
    world.journal.pointed()
    world.begin_step("then", "somebody does something")
    world.journal.exchanged("GET", "http://127.0.0.1/", None, Answer(200, {}, ""))
    assert world.journal.acted_in == {"browser"}


def test_what_somebody_owns_is_what_was_said_else_what_the_cast_says() -> None:
    world = tiny_world()
    assert world.business_of("Maya") == "Maya's Sourdough"
    assert world.business_of("Priya") is None
    world.owns("Maya", "Maya's Muffins")
    assert world.brief_of("Maya").business == "Maya's Muffins"
    with pytest.raises(SentenceMissing, match="Given Priya has an account for"):
        world.brief_of("Priya")


def test_the_owner_is_the_first_who_owns_something() -> None:
    world = tiny_world()
    world.actor("Priya")
    with pytest.raises(SentenceMissing, match="Maya has the site"):
        _ = world.owner
    ravi = world.actor("Ravi")
    world.actor("Maya")
    assert world.owner is ravi


def test_waiting_is_scaled_by_settings_and_target() -> None:
    world = tiny_world(target=tiny_target(scale=2.0), settings=RunSettings(target="tiny", timeout_scale=0.01))
    assert world.scale == pytest.approx(0.02)
    with pytest.raises(AssertionError, match=r"within 0\.2 s"):
        world.eventually(lambda: 1, equal_to(2), "the number")
    with pytest.raises(AssertionError, match="within 0 s"):
        world.eventually(lambda: 1, equal_to(2), "the number", within=0)


def test_no_browser_is_claimed_where_none_acted() -> None:
    world = tiny_world("browser")
    world.actor("Maya").given.building.start("Spring Sale")
    assert world.engine_evidence is None


def test_a_relay_before_an_address_keeps_its_name_and_ends_with_the_world() -> None:
    world = acted(tiny_world())
    relay, address = world.relayed("http://maya.localhost:9/form?a=1")
    assert address == f"http://maya.localhost:{relay.port}/form?a=1"
    world.close()
    assert relay._listener.fileno() == -1
