"""What a fault is: a sentence, what it would cost, the Rules that it breaks, and what it replaces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from webbuilder.faults.counting import Firing

System = Literal[
    "Frontend Builder",
    "Drag-Drop Canvas",
    "Backend APIs",
    "Component APIs",
    "Template System",
    "Real-time APIs",
    "AI Services",
    "CRM System",
    "Email Automation",
    "Workflow Engine",
    "Magic Connector",
    "Analytics",
    "Background Jobs",
    "Live Sites",
]
# What is replaced: a function's body, a query, what a route answers, a served script, a setting, a process.
Kind = Literal["python", "sql", "answer", "script", "configuration", "process"]


class NoHoldError(Exception):
    """A replacement finds no hold on the platform as it is; the message is a clause that says why."""


class Replacement(Protocol):
    """One thing of the platform, and what stands in its place once it is switched on."""

    @property
    def kind(self) -> Kind:
        """What sort of thing is replaced."""

    @property
    def targets(self) -> tuple[str, ...]:
        """The unique names of what is replaced; no two that are switched on may share one."""

    def switch_on(self, firing: Firing) -> None:
        """Replace it, once, before the parts are forked; each firing is counted.

        Raises:
            NoHoldError: what is to be replaced is gone, or is not as it was when the replacement was written.
        """


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to break the platform on purpose.

    Attributes:
        sentence: what goes wrong, in product words.
        cost: what it would have cost a customer, in one sentence.
        requirement: the id of what was promised.
        rules: the text of the one to three Rules that it breaks.
        system: which of the platform's systems is broken.
        replacements: what is replaced, all of one kind.
        crash_at: the name of a crash point switched on with it, for what goes wrong only after a crash.
        engine: the only browser that it shows in, as a run names it; None for what every browser shows.
    """

    id: str
    sentence: str
    cost: str
    requirement: str
    rules: tuple[str, ...]
    system: System
    replacements: tuple[Replacement, ...]
    crash_at: str | None = None
    engine: str | None = None


@dataclass(frozen=True, slots=True)
class CrashPoint:
    """A place at which a part kills itself, once a platform; its id is `crash_at=` and its name.

    Attributes:
        sentence: which part dies, and when.
        requirement: the id of what was promised.
        rules: the Rules whose examples stay green while a part dies there.
        system: which of the platform's systems dies.
        replacements: where the part is taken hold of.
    """

    id: str
    sentence: str
    requirement: str
    rules: tuple[str, ...]
    system: System
    replacements: tuple[Replacement, ...]


Entry = Fault | CrashPoint


def targets_of(entry: Entry) -> Sequence[str]:
    """Return the names of all that a fault or a crash point replaces."""
    return [target for replacement in entry.replacements for target in replacement.targets]
