"""The page of the experiment for a product owner: what could break, what it would cost, who noticed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from support.reporting.templating import page_of
from support.reporting.words import seconds, short

if TYPE_CHECKING:
    from support.sensitivity.findings import Example, Experiment, Finding

_SIGNS = {"kills": "●", "stumbles": "×", "keeps": "·"}


@dataclass(frozen=True, slots=True)
class Chapter:
    """One Rule with the faults that break it first of all, and the scenarios that are its examples."""

    feature: str
    rule: str
    findings: Sequence[Finding]
    examples: Sequence[Example]


def page(experiment: Experiment) -> str:
    """Return the page; it needs nothing from elsewhere."""
    faults = [finding for finding in experiment.findings if not finding.fault.is_crash]
    crashes = [finding for finding in experiment.findings if finding.fault.is_crash]
    right, named = experiment.named_right()
    return page_of(
        "matrix.html",
        __file__,
        experiment=experiment,
        faults=faults,
        crashes=crashes,
        noticed=sum(finding.verdict == "killed" for finding in faults),
        kept=sum(finding.verdict == "kept" for finding in crashes),
        proven=sum(bool(kills) for kills in experiment.kills.values()),
        right=right,
        named=named,
        complaints=experiment.complaints(),
        chapters=_chapters(experiment, faults),
        cell=_cell,
        title=_title,
        duration=seconds(experiment.duration_s),
        made=f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
    )


def _chapters(experiment: Experiment, faults: Sequence[Finding]) -> list[Chapter]:
    """Every Rule in the order of the features; a fault stands under the first Rule that it names."""
    rules: dict[str, list[Example]] = {}
    for example in experiment.examples:
        if example.rule:
            rules.setdefault(example.rule, []).append(example)
    return [
        Chapter(
            short(examples[0].path),
            rule,
            [finding for finding in faults if finding.fault.rules[0] == rule],
            examples,
        )
        for rule, examples in rules.items()
    ]


def _title(scenario: str) -> str:
    return scenario.partition("#")[2]


def _cell(finding: Finding, example: Example) -> tuple[str, str]:
    """Return the sign for what a scenario made of a fault, and its looks; blank if it was not asked."""
    if example.id in finding.killed_by:
        return _SIGNS["kills"], "kills"
    if example.id in finding.noticed_by:
        return _SIGNS["kills"], "elsewhere"
    if example.id in finding.broken_by:
        return _SIGNS["stumbles"], "stumbles"
    return (_SIGNS["keeps"], "keeps") if example.id in finding.kept_by else ("", "unasked")
