"""The unit of a run: one scenario (or outline row) on one engine and one device."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from behave.model import Rule, Scenario, ScenarioOutline

Channel = Literal["browser", "api"]
NO_ENGINE, DEVICE = "none", "desktop"


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario that was planned; a case of the API channel has the engine and the device `none`."""

    path: str
    feature: str
    rule: str | None
    title: str
    row: str | None
    line: int
    tags: frozenset[str]
    channel: Channel
    engine: str = NO_ENGINE
    device: str = NO_ENGINE

    @property
    def scenario(self) -> str:
        """Names the scenario whatever it runs on, outline rows together: `<feature path>#<title>`."""
        return f"{self.path}#{self.title}"

    @property
    def id(self) -> str:
        """`<feature path>#<title>[#row]@<engine>/<device>`, the same in every run until a title changes."""
        row = f"#{self.row}" if self.row else ""
        return f"{self.scenario}{row}@{self.engine}/{self.device}"

    @property
    def place(self) -> str:
        """`<feature path>:<line>`, for people; lines move."""
        return f"{self.path}:{self.line}"


def rule_of(scenario: Scenario) -> str | None:
    """Return the Rule that a scenario stands under, be it a row of an outline; None without one."""
    holder = scenario.parent.parent if isinstance(scenario.parent, ScenarioOutline) else scenario.parent
    return str(holder.name) if isinstance(holder, Rule) else None
