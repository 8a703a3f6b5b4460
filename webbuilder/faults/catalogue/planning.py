"""Workflows that are suggested to the wrong form, for no reason, or behind somebody's back."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from webbuilder.ai.plans import Plan, Suited
    from webbuilder.brands.service import Brand
    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site
    from webbuilder.workflows.tables import Workflow

_PLANS = "webbuilder.ai.plans"


def _backwards(original: Original, plans: Iterable[Plan], said: Sequence[str], goal: str) -> list[Suited]:
    return [*reversed(original(plans, said, goal))]


def _one_alone(original: Original, plans: Iterable[Plan], said: Sequence[str], goal: str) -> list[Suited]:
    return [original(plans, said, goal)[0]]


def _without_goal(original: Original, session: Session, site: Site) -> str:
    return ""


def _for_the_first_words(
    original: Original, plan: Plan, said: Sequence[str], goal: str
) -> tuple[float, Suited]:
    from dataclasses import replace

    score, suited = original(plan, said, goal)
    return score, replace(suited, because_of=said[0])


def _made_at_once(  # noqa: PLR0917 - as its target
    original: Original, session: Session, site: Site, tree: Tree, form_id: str, brand: Brand
) -> list[Suited]:
    from webbuilder.workflows import service as workflows

    found: list[Suited] = original(session, site, tree, form_id, brand)
    for one in found:
        workflows.create(session, site.workspace_id, site.id, one.plan.name, one.plan.steps)
    return found


def _made_again(  # noqa: PLR0917 - as its target
    original: Original, session: Session, site: Site, plan_id: str, business: str, brand: Brand
) -> Workflow:
    from webbuilder.ai import plans
    from webbuilder.workflows import service as workflows

    plan = plans.library()[plan_id]
    steps = plans.steps_of(plan, business, brand)
    return workflows.create(session, site.workspace_id, site.id, plan.name, steps)


def _as_the_workspace_is_called(
    original: Original, plan: Plan, business: str, brand: Brand
) -> list[dict[str, Any]]:
    if brand.name:
        original.fired()
    said: list[dict[str, Any]] = original(plan, business, brand.model_copy(update={"name": ""}))
    return said


def _the_first_step(original: Original, plan: Plan, business: str, brand: Brand) -> list[dict[str, Any]]:
    return [original(plan, business, brand)[0]]


def _nothing_said(  # noqa: PLR0917 - as its target
    original: Original, session: Session, site: Site, tree: Tree, form_id: str, brand: Brand
) -> list[Suited]:
    from webbuilder.problems import Problem

    try:
        found: list[Suited] = original(session, site, tree, form_id, brand)
    except Problem:
        original.fired()
        return []
    return found


FAULTS = (
    Fault(
        "the-least-suited-is-suggested-first",
        "Of the workflows that would suit a form the least suited is suggested first.",
        "Maya's guests would ask for a table, and be thanked for their donation.",
        "SYS-AI",
        (rules.SUITS_FORM,),
        "AI Services",
        (Function(f"{_PLANS}:ranked", _backwards),),
    ),
    Fault(
        "one-workflow-is-suggested",
        "One workflow is suggested, and no choice.",
        "Maya would take what there is, or nothing.",
        "SYS-AI",
        (rules.SUITS_FORM,),
        "AI Services",
        (Function(f"{_PLANS}:ranked", _one_alone),),
    ),
    Fault(
        "goals-are-not-heard",
        "What somebody said that a site is to bring about is not asked for.",
        "Maya would say what she wants, and be shown what everybody is shown.",
        "IP-AI-COMPONENT",
        (rules.SUITS_FORM,),
        "AI Services",
        (Function(f"{_PLANS}:goal_of", _without_goal),),
    ),
    Fault(
        "each-suits-for-the-same-reason",
        "Why a workflow suits is told by the first words of the page, whatever they are.",
        "Maya would read that she should confirm bookings because she cooks over wood.",
        "SYS-AI",
        (rules.SUITS_FORM,),
        "AI Services",
        (Function(f"{_PLANS}:_suited", _for_the_first_words),),
    ),
    Fault(
        "what-is-suggested-is-made-at-once",
        "Whoever has workflows suggested has them all.",
        "Maya would find four workflows that nobody made, and not dare to remove one.",
        "CONSISTENCY",
        (rules.MADE_WHEN_TAKEN,),
        "AI Services",
        (Function(f"{_PLANS}:suggested", _made_at_once),),
    ),
    Fault(
        "the-same-workflow-is-made-again",
        "Who takes a suggested workflow twice has two that are called alike.",
        "Maya would connect the one and look at the runs of the other.",
        "ERRORS",
        (rules.MADE_WHEN_TAKEN,),
        "AI Services",
        (Function(f"{_PLANS}:take", _made_again),),
    ),
    Fault(
        "suggested-mail-comes-from-the-workspace",
        "The mail of a suggested workflow names the workspace, whatever the brand is called.",
        "Maya's customers would get mail of a company that they have never heard of.",
        "SYS-AI",
        (rules.MADE_WHEN_TAKEN,),
        "AI Services",
        (Function(f"{_PLANS}:steps_of", _as_the_workspace_is_called, counts_itself=True),),
    ),
    Fault(
        "suggested-workflows-stop-early",
        "A suggested workflow has its first step alone.",
        "Maya's visitors would become contacts, and never hear of her.",
        "IP-WORKFLOW-COMPONENT",
        (rules.MADE_WHEN_TAKEN,),
        "AI Services",
        (Function(f"{_PLANS}:steps_of", _the_first_step),),
    ),
    Fault(
        "forms-that-reach-nobody-are-passed-over",
        "For a form that asks for no address nothing is suggested, and nothing said.",
        "Maya would look at an empty list, and not know what her form lacks.",
        "ERRORS",
        (rules.NOBODY_TO_WRITE_TO,),
        "AI Services",
        (Function(f"{_PLANS}:suggested", _nothing_said, counts_itself=True),),
    ),
)
