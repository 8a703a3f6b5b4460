"""What has to run, written down before anything does, and what was noted about each case since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from behave.model import Scenario

    from support.case import Case, Channel

DRAFT = "it is a @draft"  # why such a scenario is left out of every run


class EngineEvidence(TypedDict):
    """Which browser really acted; `substitution` says what stood in for what was asked, if anything did."""

    name: str
    version: str
    driver: str
    substitution: str | None


@dataclass(frozen=True, slots=True)
class NotRun:
    """Why a planned case did not run; excused means that its target may miss what it needs."""

    because: str
    excused: bool = False


@dataclass(slots=True)
class Notes:
    """What the drivers told about one case while it ran."""

    acted_in: set[str] = field(default_factory=set)
    trace_ids: list[str] = field(default_factory=list)
    engine: EngineEvidence | None = None
    failure: str = ""
    interrupted: str = ""
    met: set[tuple[str, str, str]] = field(default_factory=set)

    @property
    def where(self) -> Channel | None:
        """Where the case acted: the browser, if it acted in both; nothing, if no act was recorded."""
        if "browser" in self.acted_in:
            return "browser"
        return "api" if "api" in self.acted_in else None


class Plan:
    """Every case that was selected, in the order of the features, and every scenario that was left out.

    Attributes:
        engines: those that the process drives that holds this plan.
        fixtures: how many of its cases ask for each.
        errors: what steps raised, noted where it was raised, so that no hook can take it back.
        left_out: why a scenario is no case of this run, by `<feature path>#<title>`.
    """

    def __init__(self) -> None:
        self.engines: frozenset[str] = frozenset()
        self.fixtures: Mapping[str, int] = {}
        self.left_out: dict[str, str] = {}
        self.errors: list[BaseException] = []
        self._cases: dict[str, Case] = {}
        self._scenarios: dict[str, Scenario] = {}
        self._ids: dict[int, str] = {}
        self._notes: dict[str, Notes] = {}
        self._not_run: dict[str, NotRun] = {}

    def __len__(self) -> int:
        return len(self._cases)

    def __iter__(self) -> Iterator[Case]:
        return iter(self._cases.values())

    def add(self, case: Case, scenario: Scenario) -> None:
        """Take a case into the plan; an id that is there already raises ValueError."""
        if case.id in self._cases:
            raise ValueError(f"The case {case.id} was planned twice; make the titles differ.")
        self._cases[case.id], self._scenarios[case.id] = case, scenario
        self._ids[id(scenario)], self._notes[case.id] = case.id, Notes()

    @property
    def to_run(self) -> list[Case]:
        """The cases of which nothing is known yet that keeps them from running."""
        return [case for case in self if case.id not in self._not_run]

    def case_of(self, scenario: Scenario) -> Case:
        """The case that this scenario is run for; LookupError when it was never planned."""
        try:
            return self._cases[self._ids[id(scenario)]]
        except KeyError:
            raise LookupError(f'The scenario "{scenario.name}" is not in the plan of this run.') from None

    def note(
        self,
        case: Case,
        *,
        acted_in: Channel | None = None,
        trace_id: str | None = None,
        engine: EngineEvidence | Mapping[str, str | None] | None = None,
        failure: str = "",
        met: Iterable[tuple[str, str, str]] = (),
    ) -> None:
        """Keep what is known of the case: where its When acted, a trace id, the browser, how it failed.

        `met` is what of the contracts it has seen: services, operations and how they answered.
        """
        notes = self._notes[case.id]
        notes.met.update(met)
        notes.failure = notes.failure or failure
        if acted_in:
            notes.acted_in.add(acted_in)
        if trace_id and trace_id not in notes.trace_ids:
            notes.trace_ids.append(trace_id)
        if engine:
            notes.engine = EngineEvidence(
                name=str(engine["name"]),
                version=str(engine["version"]),
                driver=str(engine["driver"]),
                substitution=engine.get("substitution"),
            )

    def leave_out(self, case: Case, because: str) -> None:
        """Take a case out of the plan again: it is no case of this run, and that is why."""
        del self._cases[case.id]
        self.left_out[case.id] = because

    def not_run(self, case: Case, because: str, *, excused: bool = False) -> None:
        """Say that the case does not run, and why; its remaining steps are skipped. Red unless excused."""
        self._not_run[case.id] = NotRun(because, excused)
        self._scenarios[case.id].skip()

    def raised(self, error: BaseException) -> None:
        """Note that a step raised an error, before anybody can call it something else."""
        self.errors.append(error)

    def interrupted(self, case: Case, because: str) -> None:
        """Say that what the case ran on was lost, so that it tells nothing of the platform; it runs again."""
        self._notes[case.id].interrupted = because

    def notes_of(self, case: Case) -> Notes:
        """What was noted about the case."""
        return self._notes[case.id]

    def reason_of(self, case: Case) -> NotRun | None:
        """Why the case did not run, when somebody said so."""
        return self._not_run.get(case.id)
