"""What came of trying: who noticed a fault, who only stumbled over it, and what that says of both."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from support.sensitivity.catalogue import Fault

Verdict = Literal[
    "killed",
    "noticed elsewhere",
    "survived",
    "not reached",
    "did not start",
    "kept",
    "promise broken",
    "on other engines too",
    "engine missing",
]
GOOD = frozenset({"killed", "kept"})


@dataclass(frozen=True, slots=True)
class Example:
    """A scenario as it takes part: `features/a.feature#Title`, and the Rule that it is an example of."""

    path: str
    title: str
    rule: str | None
    tags: frozenset[str]
    in_browser: bool = True

    @property
    def id(self) -> str:
        """`<feature path>#<title>`."""
        return f"{self.path}#{self.title}"

    @property
    def by_api_too(self) -> bool:
        """Whether it acts in a browser by default and may act by API as well."""
        return self.in_browser and "browser" not in self.tags


@dataclass(slots=True)
class Finding:
    """What was found out about one fault or crash point.

    Attributes:
        fired: how often it took effect; None when the platform could not be asked.
        killed_by: ids of the examples of its Rules that noticed it, twice running, by a judgement.
        noticed_by: ids of other scenarios that noticed it, so that somebody does, and nobody gets credit.
        broken_by: ids of those that went wrong in another way, or once only; for a crash point, all of them.
        kept_by: ids of those that passed all the same.
        says: what each of them said, by id.
        named: the system that each killing failure named, by id.
        also_on: other engines than its own that it was red on as well.
        missing: why the engine is not here that it shows in; empty when it is, or every engine shows it.
        trouble: why the platform did not start with it, or could not be asked; empty when neither.
    """

    fault: Fault
    fired: int | None = None
    killed_by: list[str] = field(default_factory=list)
    noticed_by: list[str] = field(default_factory=list)
    broken_by: list[str] = field(default_factory=list)
    kept_by: list[str] = field(default_factory=list)
    says: dict[str, str] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    also_on: list[str] = field(default_factory=list)
    missing: str = ""
    trouble: str = ""
    seconds: float = 0.0

    @property
    def verdict(self) -> Verdict:
        """What it comes to."""
        if self.missing:
            return "engine missing"
        if self.trouble and self.fired is None and not self.kept_by and not self.says:
            return "did not start"
        if not self.fired:
            return "not reached"
        if self.fault.is_crash:
            return "promise broken" if self.broken_by or not self.kept_by else "kept"
        if self.killed_by:
            return "on other engines too" if self.also_on else "killed"
        return "noticed elsewhere" if self.noticed_by else "survived"

    @property
    def asked(self) -> frozenset[str]:
        """The ids of the scenarios that tried."""
        return frozenset((*self.killed_by, *self.noticed_by, *self.broken_by, *self.kept_by))

    @property
    def names_the_system(self) -> bool | None:
        """Whether the first failure that noticed it names the system that is broken; None without one."""
        return self.named[self.killed_by[0]] == self.fault.system if self.killed_by else None


@dataclass(frozen=True, slots=True)
class Control:
    """The run without a fault: what was planned, by each channel, and what those that failed said."""

    planned: Sequence[str]
    failed: Mapping[str, str]

    @property
    def failed_ids(self) -> frozenset[str]:
        """The ids of the scenarios that failed, by whichever channel."""
        return frozenset(one.removesuffix(" by API") for one in self.failed)

    @property
    def passed(self) -> int:
        """How many passed."""
        return len(self.planned) - len(self.failed)


@dataclass(frozen=True, slots=True)
class Experiment:
    """All of it.

    Attributes:
        whole: whether the whole catalogue was tried, so that each scenario must have noticed something.
        left_out: ids of the faults that were not tried.
    """

    examples: Sequence[Example]
    control: Control
    findings: Sequence[Finding]
    whole: bool
    left_out: Sequence[str] = ()
    duration_s: float = 0.0
    commit: str | None = None

    @property
    def kills(self) -> dict[str, list[str]]:
        """The faults that each scenario is credited with, by its id."""
        credit: dict[str, list[str]] = {example.id: [] for example in self.examples}
        for finding in self.findings:
            for one in finding.killed_by:
                credit[one].append(finding.fault.id)
        return credit

    def named_right(self) -> tuple[int, int]:
        """Return how often a failure named the system that was broken, and out of how many."""
        named = [one.names_the_system for one in self.findings if one.names_the_system is not None]
        return sum(named), len(named)

    def complaints(self) -> list[str]:
        """Return, in a sentence each, everything for which the experiment fails; nothing when all is well."""
        return [
            *(f"Without any fault, {one} fails: {says}" for one, says in self.control.failed.items()),
            *(_complaint(one) for one in self.findings if one.verdict not in {*GOOD, "engine missing"}),
            *(f"{one} noticed no fault of its Rule; it may hold on a broken one." for one in self._blind()),
        ]

    def _blind(self) -> Collection[str]:
        return [one for one, kills in self.kills.items() if not kills] if self.whole else []


def _complaint(finding: Finding) -> str:
    fault = finding.fault
    first = next(iter(finding.says.items()), None)
    detail = f" ({first[0]}: {first[1]})" if first else ""
    match finding.verdict:
        case "did not start":
            return f"The platform does not start with {fault.id}: {finding.trouble}"
        case "not reached":
            why = finding.trouble or "no example came by where it is; name the Rules that it breaks"
            return f"{fault.id} never fired: {why}{detail}"
        case "promise broken":
            return f"With a part killed at {fault.id}, a promise does not hold{detail}."
        case "on other engines too":
            others = ", ".join(finding.also_on)
            ends = tuple(f" on {one}" for one in finding.also_on)
            there = "; ".join(said for by, said in finding.says.items() if by.endswith(ends))
            alone = f"{fault.id} should show in {fault.engine} alone, and shows in {others} too."
            return f"{alone} There: {there}"
        case "noticed elsewhere":
            others = ", ".join(finding.noticed_by)
            return f"{fault.id} is noticed by no example of a Rule that it breaks, only by {others}."
        case _:
            return f"{fault.id} survived, nobody noticed: {fault.sentence}{detail}"
