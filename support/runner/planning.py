"""Makes the plan: what was selected, on which engines it runs, and what cannot run on this target."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from support.case import DEVICE, NO_ENGINE, Case
from support.drivers.ports import ports_of
from support.runner.loading import row_of, shown, title_of
from support.runner.plan import Plan
from support.tags import channel_of, needs

if TYPE_CHECKING:
    from behave.configuration import Configuration
    from behave.model import Feature, Scenario

    from support.settings import RunSettings

SAFE_IN_PRODUCTION = frozenset({"smoke", "monitor"})


class TargetFacts(Protocol):
    """What is known of a target before a run: its name, what it offers, what it may miss and be green."""

    @property
    def name(self) -> str:
        """What `-D target=` calls it."""

    @property
    def offers(self) -> frozenset[str]:
        """The capabilities that it has."""

    @property
    def may_miss(self) -> frozenset[str]:
        """The capabilities whose scenarios may stay unrun without making the run red."""

    @property
    def production(self) -> bool:
        """Whether real customers are there, so that only scenarios meant for it run."""

    def speaks(self, port: str) -> bool:
        """Whether a package of drivers is named for a port."""


def selected(features: Sequence[Feature], config: Configuration) -> list[Scenario]:
    """The scenarios that paths, tags and names have chosen; drafts never are."""
    return [
        scenario
        for feature in features
        for scenario in feature.walk_scenarios()
        if scenario.should_run(config) and "draft" not in scenario.effective_tags
    ]


def make_plan(
    load: Callable[[], list[Feature]], config: Configuration, settings: RunSettings, target: TargetFacts
) -> tuple[Plan, list[Feature]]:
    """The plan and its features: each engine has its own copy, the API channel runs with the first."""
    plan = Plan()
    features: list[Feature] = []
    for number, engine in enumerate(settings.engines):
        for feature in load():
            chosen = {id(scenario) for scenario in selected([feature], config)}
            for scenario in feature.walk_scenarios():
                case = _case(scenario, feature, engine, settings)
                if id(scenario) in chosen and (number == 0 or case.engine != NO_ENGINE):
                    plan.add(case, scenario)
                    _excuse(plan, case, target)
                else:
                    scenario.skip()
            if any(plan.will_run(scenario) for scenario in feature.walk_scenarios()):
                features.append(feature)
    return plan, features


def _case(scenario: Scenario, feature: Feature, engine: str, settings: RunSettings) -> Case:
    tags = frozenset(str(tag) for tag in scenario.effective_tags)
    channel = channel_of(tags, settings.channel)
    return Case(
        path=shown(feature.filename),
        feature=feature.name,
        rule=next((rule.name for rule in feature.rules if scenario in rule.walk_scenarios()), None),
        title=title_of(scenario),
        row=row_of(scenario),
        line=scenario.line,
        tags=tags,
        channel=channel,
        engine=engine if channel == "browser" else NO_ENGINE,
        device=DEVICE if channel == "browser" else NO_ENGINE,
    )


def _excuse(plan: Plan, case: Case, target: TargetFacts) -> None:
    if target.production and not case.tags & SAFE_IN_PRODUCTION:
        because = "this target is production and only @smoke and @monitor run there"
        plan.not_run(case, because, excused=True)
        return
    missing = [capability for capability in needs(case.tags) if capability not in target.offers]
    if missing:
        because = f"the target has no {', no '.join(missing)}"
        plan.not_run(case, because, excused=target.may_miss.issuperset(missing))
        return
    unspoken = sorted({port for port in ports_of(case.tags) if not target.speaks(port)})
    if unspoken:
        plan.not_run(case, f"the target has no driver for {', '.join(unspoken)}; name one under [drivers]")
