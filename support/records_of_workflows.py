"""What drivers return of workflows; records like those of `records.py`."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Drawn:
    """A workflow as its owner draws it.

    Attributes:
        steps: of each step of the draft its kind, and what it says first.
        marks: what is told to be missing, with the number of the step, from 1 on; 0 is the workflow itself.
        in_force: the number of the version that runs follow which begin now; 0 for none.
        starts: what starts that version, in words.
        differs: what the draft has more or less than that version, as the platform tells it.
    """

    steps: tuple[tuple[str, str], ...]
    marks: tuple[tuple[int, str], ...]
    in_force: int
    starts: str
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunOfWorkflow:
    """How a run stands for the person of an address; `passed_over` says why it did nothing."""

    email: str
    state: str
    passed_over: str | None


@dataclass(frozen=True, slots=True)
class StepTold:
    """One step of a run.

    Attributes:
        says: the step as its owner reads it.
        state: how it stands, in the platform's word.
        did: what it did, in words; empty before that.
        given: what it was given, as `name: value` lines, by name.
        attempts: how often it was begun.
        met: what keeps it from being done, in words.
    """

    says: str
    state: str
    did: str
    given: str
    attempts: int
    met: str


@dataclass(frozen=True, slots=True)
class RunTold:
    """A run of a workflow: how it stands, why, its steps in order, and whether somebody tried it out."""

    state: str
    why: str
    steps: tuple[StepTold, ...]
    sample: bool = False

    def naming(self, email: str, name: str) -> RunTold:
        """Return the same with somebody's name in the place of the address, which differs each time."""
        steps = (
            replace(one, did=one.did.replace(email, name), given=one.given.replace(email, name))
            for one in self.steps
        )
        return replace(self, steps=tuple(steps))


NO_RUN = RunTold("not there", "", ())


@dataclass(frozen=True, slots=True)
class JobTold:
    """Work in the background: how it stands, and how far it is, such as `2 of 5`."""

    state: str
    far: str


@dataclass(frozen=True, slots=True)
class BacklogTold:
    """Work that nobody has begun: how many pieces, and whether they are called late."""

    waiting: int
    late: bool


NO_JOB = JobTold("not there", "")
