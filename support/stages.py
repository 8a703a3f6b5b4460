"""The stages of the evening from a template to the live site, and what each would have taken a person.

The mission promises thirty minutes for all of it (METRIC-LIVE). A person reads, thinks, points and types,
which `support.pace` reckons from what was done; how long one waits for machines is measured, and added.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Which stage an act belongs to, by its port and verb, or by its port alone.
STAGES = {
    "accounts.sign_in": "choosing a template",
    "templating": "choosing a template",
    "building.start": "choosing a template",
    "building": "arranging the page",
    "adding": "arranging the page",
    "arranging": "arranging the page",
    "asking": "finding the words",
    "branding": "finding the words",
    "customising": "finding the words",
    "planning": "joining a workflow",
    "connecting": "joining a workflow",
    "publishing": "going live",
}
_REST, WHOLE, MACHINES = "anything else", "all of it", "waiting for machines"
_MINUTE = 60.0


@dataclass(slots=True)
class Evening:
    """What each stage has taken so far, by who acted and by stage, in seconds: by hand, and by machines."""

    by_hand: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    waited: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))

    def add(self, who: str, act: str, by_hand: float, machines: float) -> None:
        """Add an act of somebody, such as `publishing.publish`: seconds by hand, and of machines."""
        stage = STAGES.get(act) or STAGES.get(act.partition(".")[0], _REST)
        self.by_hand[who, stage] += by_hand
        self.waited[who, stage] += machines

    def minutes(self, who: str) -> Mapping[str, float]:
        """Return the minutes that each stage would have taken a person, machines included, and all."""
        stages = {
            stage: (hand + self.waited[by, stage]) / _MINUTE
            for (by, stage), hand in self.by_hand.items()
            if by == who
        }
        waited = sum(took for (by, _), took in self.waited.items() if by == who) / _MINUTE
        return {**stages, WHOLE: sum(stages.values()), MACHINES: waited}
