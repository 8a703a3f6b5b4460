"""What drivers return of workflows; records like those of `records.py`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawn:
    """A workflow as its owner draws it.

    Attributes:
        steps: of each step of the draft its kind, and what it says first.
        marks: what is told to be missing, with the number of the step, from 1 on; 0 is the workflow itself.
        in_force: the number of the version that runs follow which begin now; 0 for none.
    """

    steps: tuple[tuple[str, str], ...]
    marks: tuple[tuple[int, str], ...]
    in_force: int
