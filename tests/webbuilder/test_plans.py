"""Which workflows suit a form: by what it says, whatever it says, and nothing made before it is wanted."""

from __future__ import annotations

from typing import Any

import pytest

from tests.webbuilder.marketers import Owner, Site
from webbuilder.ai import plans
from webbuilder.brands.service import Brand
from webbuilder.workflows.kinds import STEPS


@pytest.mark.parametrize("plan", plans.library().values(), ids=lambda plan: plan.id)
def test_each_plan_is_a_workflow_that_can_run(plan: plans.Plan) -> None:
    steps = STEPS.validate_python(plans.steps_of(plan, "Maya's Sourdough", Brand()))
    assert steps[0].kind == "add_contact"
    assert not any(
        "{business}" in words for step in steps if step.kind == "send_mail" for words in step.paragraphs
    )


def test_each_plan_suits_what_it_says_itself_best() -> None:
    for plan in plans.library().values():
        assert plans.ranked(plans.library().values(), plan.purposes[:1], "")[0].plan.id == plan.id


@pytest.mark.parametrize("said", [["🍞"], ["Хлеб каждый день"], ["x" * 5000], ["a", "b"]])
def test_bad_input_words_that_mean_nothing_still_give_a_choice(said: list[str]) -> None:
    suited = plans.ranked(plans.library().values(), said, "")
    assert len(suited) >= 3
    assert all(one.because_of in said for one in suited)


@pytest.mark.parametrize(("avoided", "says"), [("Welcome", False), ("COME", True), ("good", False)])
def test_a_brand_says_no_plan_that_holds_what_it_avoids(avoided: str, says: bool) -> None:
    assert plans.sayable(plans.library()["letter"], Brand(avoid=[avoided])) is says


def plan_of(site: Site, plan: str) -> Any:
    return site.owner.http.post(f"{site.path}/workflows", json={"plan": plan})


def test_bad_input_a_plan_that_there_is_not(site: Site) -> None:
    assert plan_of(site, "rocket").status_code == 404
    assert plan_of(site, "").status_code == 422


def test_a_plan_is_made_once(site: Site) -> None:
    made = plan_of(site, "letter")
    assert (made.status_code, made.json()["name"]) == (201, "A letter to new readers")
    again = plan_of(site, "letter")
    assert (again.status_code, again.json()["type"]) == (409, "urn:webbuilder:problem:has-it-already")


def test_bad_input_of_a_component_that_is_no_form(site: Site, noah: Owner) -> None:
    path = f"{site.path}/components/{site.section()['id']}/workflow-suggestions"
    assert site.owner.http.get(path).status_code == 404
    assert noah.http.get(path).status_code == 404
