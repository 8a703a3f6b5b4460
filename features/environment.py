"""Hooks: a run begins and ends, a world opens and closes, and a failing step leaves evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support import vocabulary  # noqa: F401 - the words that steps capture
from support.evidence.collecting import collect, learn
from support.evidence.keeping import captioned, clear, hide_secrets, without_secrets
from support.pausing import wait_for_enter
from support.run import Run
from support.settings import RunSettings
from support.suspects import failure_in
from support.world import World

if TYPE_CHECKING:
    from behave.model import Scenario, Step
    from behave.runner import Context


def before_all(context: Context) -> None:
    """Find or start what the specifications run against."""
    settings = RunSettings.read(context.config.userdata)
    if context.joined is None and not settings.resume:
        clear(settings)
    context.run = Run.begin(settings, context.plan.engines, context.joined)
    context.run.prepare(context.plan.fixtures)


def before_scenario(context: Context, scenario: Scenario) -> None:
    """Open a world of the scenario's own, unless its engine is not to be had."""
    case = context.plan.case_of(scenario)
    context.world = World(context.run, case)
    if because := context.run.unavailable(case):
        context.plan.not_run(case, because, excused=context.run.may_miss(case.engine))
    else:
        context.world.__enter__()


def before_step(context: Context, step: Step) -> None:
    """Let the world know what happens now."""
    context.world.begin_step(step.step_type, step.name)


def after_step(context: Context, step: Step) -> None:
    """Keep what shows why a step failed."""
    if step.status.has_failed():
        learn(context.world)
        says = str(failure_in(context.world, step.exception))
        context.plan.note(context.world.case, failure=says)
        hide_secrets(step, context.world.journal.secrets)
        collect(context.world, step.name, says, captioned(context))
        if context.run.settings.pause == "failure":
            wait_for_enter(f"“{step.name}” failed; the pages are still open. Enter goes on.")


def after_scenario(context: Context, scenario: Scenario) -> None:
    """Say what the drivers recorded, and close the world whatever happened."""
    world, case, well = context.world, context.plan.case_of(scenario), False
    if context.plan.reason_of(case):
        return
    try:
        for channel in world.journal.acted_in:
            context.plan.note(case, acted_in=channel)
        context.plan.note(case, trace_id=world.journal.trace_id, engine=world.engine_evidence)
        context.plan.note(case, met=world.journal.promised.met)
        with without_secrets(world.journal.secrets, lambda says: context.plan.note(case, failure=says)):
            world.close(finished=not scenario.status.has_failed())
        well = not scenario.status.has_failed()
    finally:
        if not well and context.run.lost(case.engine):
            context.plan.interrupted(case, f"{case.engine} was lost")


def after_all(context: Context) -> None:
    """Let go of the target and the engines, if the run had come so far."""
    if "run" in context:
        context.run.end()
