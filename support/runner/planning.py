"""Makes the plan: what was selected, on which engines it runs, and what cannot run on this target."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from support.case import DEVICE, NO_ENGINE, Case
from support.drivers.ports import ports_of
from support.engines import KNOWN
from support.runner.loading import row_of, shown, title_of
from support.runner.plan import DRAFT, Plan
from support.tags import channel_of, needs, traits

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


def left_out_because(scenario: Scenario, config: Configuration) -> str:
    """Why paths, tags or names have not chosen a scenario; empty when they have. Drafts never run."""
    if "draft" in scenario.effective_tags:
        return DRAFT
    if scenario.should_skip:
        return "another line was asked for"
    if not config.tag_expression.check(scenario.effective_tags):
        return "its tags are not those asked for"
    return "" if scenario.should_run(config) else "its name is not one asked for"


def selected(features: Sequence[Feature], config: Configuration) -> list[Scenario]:
    """The scenarios that paths, tags and names have chosen; drafts never are."""
    walked = (scenario for feature in features for scenario in feature.walk_scenarios())
    return [scenario for scenario in walked if not left_out_because(scenario, config)]


def make_plan(
    features: Sequence[Feature],
    config: Configuration,
    settings: RunSettings,
    target: TargetFacts,
    others: Iterable[Feature] = (),
) -> Plan:
    """The plan: each chosen scenario on each engine, by API once; and why the rest is left out.

    Args:
        others: every feature of the folder; those not among `features` were not asked for.
    """
    plan = Plan()
    for feature in features:
        for scenario in feature.walk_scenarios():
            because = left_out_because(scenario, config)
            if because:
                plan.left_out[_scenario_id(scenario, feature)] = because
                continue
            for case in dict.fromkeys(_case(scenario, feature, one, settings) for one in settings.engines):
                plan.add(case, scenario)
                _excuse(plan, case, target)
    asked = {shown(feature.filename) for feature in features}
    for feature in others:
        if shown(feature.filename) not in asked:
            for scenario in feature.walk_scenarios():
                plan.left_out[_scenario_id(scenario, feature)] = "another path was asked for"
    return plan


def _scenario_id(scenario: Scenario, feature: Feature) -> str:
    return f"{shown(feature.filename)}#{title_of(scenario)}"


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


def lacking_traits(case: Case) -> list[str]:
    """The traits that a case needs of a browser and that its engine does not have."""
    if case.channel != "browser" or case.engine not in KNOWN:
        return []
    return sorted(traits(case.tags) - KNOWN[case.engine].traits)


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
    lacking = lacking_traits(case)
    if lacking:
        because = f"{case.engine} cannot do what it needs: {', '.join(lacking)}"
        allowed = {f"{case.engine}.{trait}" for trait in lacking}
        excused = case.engine in target.may_miss or target.may_miss.issuperset(allowed)
        plan.not_run(case, because, excused=excused)
        return
    unspoken = sorted({port for port in ports_of(case.tags) if not target.speaks(port)})
    if unspoken:
        plan.not_run(case, f"the target has no driver for {', '.join(unspoken)}; name one under [drivers]")
