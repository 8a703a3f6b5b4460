"""Judging: an assertion that was evaluated counts, and a Then without one proves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hamcrest import equal_to, has_length

from support.cast import Outcome
from support.failures import PromiseBroken, ProvesNothing, failure_of
from support.judging import Judge
from support.outcomes import done, refused
from support.records import Refused
from support.waiting import NotInTime
from tests.support.worlds import tiny_world

if TYPE_CHECKING:
    from hamcrest.core.matcher import Matcher


def judging(kind: str = "then") -> Judge:
    judge = Judge()
    judge.begin(kind, "visitors should read it")
    return judge


def test_a_then_without_an_assertion_proves_nothing_whatever_it_did() -> None:
    judge = judging()
    with pytest.raises(ProvesNothing, match="“visitors should read it”"):
        judge.end()


@pytest.mark.parametrize("kind", ["given", "when"])
def test_what_arranges_and_acts_need_not_judge(kind: str) -> None:
    judging(kind).end()


def test_an_assertion_that_holds_counts() -> None:
    judge = judging()
    judge.assert_that("bread", has_length(5), "the word")
    judge.end()


def test_the_assertion_of_the_step_before_does_not_count_for_this_one() -> None:
    judge = judging()
    judge.assert_that("bread", has_length(5), "the word")
    judge.begin("then", "another")
    with pytest.raises(ProvesNothing):
        judge.end()


def test_waiting_counts_as_judging_and_tells_each_answer() -> None:
    judge = judging()
    answers = iter([1, 2, 2])
    assert judge.eventually(lambda: next(answers), equal_to(2), "the number", 5, 1.0) == 2
    judge.end()
    with pytest.raises(PromiseBroken) as caught:
        judge.eventually(lambda: 3, equal_to(2), "the number", 0, 1.0)
    assert caught.value.seen == ("3",)


def test_what_was_only_refused_was_not_judged() -> None:
    judge = judging()

    def away() -> int:
        raise Refused("come back later")

    with pytest.raises(NotInTime, match="refused: come back later"):
        judge.eventually(away, equal_to(2), "the number", 0, 1.0)
    assert judge.evaluated == 0


def test_only_a_then_judges() -> None:
    broken = PromiseBroken("the welcome", "a mail", ["nothing"])
    assert not failure_of(broken, "Given Priya was welcomed").judged


def test_what_an_act_waits_for_judges_nothing() -> None:
    world = tiny_world()
    world.begin_step("then", "visitors should read it")
    assert world.wait_until(lambda: 2, equal_to(2), "the number") == 2
    with pytest.raises(ProvesNothing):
        world.end_step()


@pytest.mark.parametrize(
    ("actual", "matcher", "about"),
    [
        ("30% off", equal_to("20% off"), "something"),
        ([], has_length(1), "nothing"),
        (None, equal_to("welcome"), "nothing"),
        (Outcome("ask", 1.0, "No.", "Maya"), done(), "an act"),
        (Outcome("publish", 1.0, None, "Maya"), refused("Maya", "no form"), "an act let through"),
        (Outcome("publish", 1.0, "No.", "Maya"), refused("Maya", "no form"), "words of a refusal"),
        (Outcome("ask", 9.0, "It has no form.", "Maya"), refused("Maya", "no form", within=1), "an act"),
    ],
)
def test_a_broken_promise_knows_what_does_not_fit(actual: object, matcher: Matcher[Any], about: str) -> None:
    with pytest.raises(PromiseBroken) as caught:
        judging().assert_that(actual, matcher, "what there is")
    assert caught.value.about == about


def test_a_promise_that_waited_for_nothing_knows_it() -> None:
    with pytest.raises(PromiseBroken) as caught:
        judging().eventually(list, has_length(1), "all contacts", 0, 1.0)
    assert caught.value.about == "nothing"


def test_a_broken_promise_is_told_in_one_sentence() -> None:
    judge = judging()
    with pytest.raises(PromiseBroken) as caught:
        judge.assert_that("30% off", equal_to("20% off"), "what visitors get")
    failure = failure_of(
        caught.value, "Then visitors read it", system="Live Sites", owner="publishing team", trace_id="4bf9"
    )
    assert str(failure) == (
        "at “Then visitors read it”: expected '20% off' (what visitors get); seen was '30% off'; "
        "Live Sites (publishing team) answered last, trace 4bf9"
    )
    assert failure.judged


def test_a_step_that_could_not_be_done_is_no_broken_promise() -> None:
    failure = failure_of(NotInTime("the canvas", "within 3 s: words", ["nothing"]), "Then x")
    assert not failure.judged
    assert "NotInTime: the canvas" in str(failure)
    assert "no system had answered" in str(failure)


def test_many_answers_are_told_in_short() -> None:
    failure = failure_of(PromiseBroken("x", "y", [str(number) for number in range(9)]), "Then x")
    assert "seen 0, then 1, then 2, then 3, then 4, and 4 more" in str(failure)
