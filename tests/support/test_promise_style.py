"""The house style of promises: outcomes that somebody's act made, and negatives that stand on something."""

from __future__ import annotations

from typing import Any

import pytest
from behave.parser import parse_feature
from behave.step_registry import StepRegistry

from support.commands.promise_style import breaches, is_negative

HEAD = "Feature: A\n  Scenario: B\n"


def publishes(context: Any) -> None:
    context.world.actor("Maya").acts.publishing.publish("Spring Sale")


def arranges(context: Any) -> None:
    context.world.actor("Maya").given.publishing.publish("Spring Sale")


def told(context: Any) -> None:
    context.world.assert_that(context.world.outcome, None, "what was said")


def judged(context: Any) -> None:
    context.world.assert_that(1, None, "the number")


@pytest.fixture(scope="module")
def registry() -> StepRegistry:
    made = StepRegistry()
    made.add_step_definition("when", "Maya publishes", publishes)
    made.add_step_definition("when", "time passes", arranges)
    made.add_step_definition("given", "Maya has published", arranges)
    made.add_step_definition("then", "Maya should be told", told)
    made.add_step_definition("then", 'visitors should read "nothing"', judged)
    made.add_step_definition("then", "visitors should find nothing", judged)
    return made


def found(registry: StepRegistry, *steps: str) -> list[str]:
    feature = parse_feature(HEAD + "".join(f"    {step}\n" for step in steps), filename="features/a.feature")
    assert feature is not None
    return breaches(feature.walk_scenarios(), registry)


def test_an_outcome_of_an_act_may_be_spoken_about(registry: StepRegistry) -> None:
    assert found(registry, "When Maya publishes", "Then Maya should be told") == []


@pytest.mark.parametrize("before", ["Given Maya has published", "When time passes"])
def test_an_outcome_that_no_when_made_is_found(registry: StepRegistry, before: str) -> None:
    (breach,) = found(registry, before, "Then Maya should be told")
    assert breach.startswith("features/a.feature:4 speaks of how an act ended, and no When acts before it")


def test_a_negative_alone_is_found(registry: StepRegistry) -> None:
    (breach,) = found(registry, "When Maya publishes", "Then visitors should find nothing")
    assert "says only what should not be" in breach


@pytest.mark.parametrize("anchor", ['Then visitors should read "nothing"', "Then Maya should be told"])
def test_a_negative_may_stand_on_something_positive(registry: StepRegistry, anchor: str) -> None:
    assert found(registry, "When Maya publishes", anchor, "And visitors should find nothing") == []


@pytest.mark.parametrize(
    ("sentence", "negative"),
    [
        ("Maya should have no submission", True),
        ("the builder should not call it saved", True),
        ("Ravi should find nobody", True),
        ('Maya should read "not now"', False),
        ("Maya should have a notebook", False),
    ],
)
def test_what_somebody_says_is_no_negative(sentence: str, negative: bool) -> None:
    assert is_negative(sentence) is negative
