"""The kinds of steps that say when and where a run goes on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from webbuilder.conventions.numbers import whole
from webbuilder.workflows.deeds import DEEDS, OF_WHAT, Did
from webbuilder.workflows.kind import MOST_STEPS, Kind
from webbuilder.workflows.moments import DayOfWeek, next_moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from zoneinfo import ZoneInfo


TimeOfDay = Annotated[str, StringConstraints(pattern=r"^(([01]\d|2[0-3]):[0-5]\d)?$")]
Amount = Annotated[int, Field(ge=0, le=1000, strict=True), BeforeValidator(whole)]
Unit = Literal["minutes", "hours", "days"]


def lasting(amount: int, unit: Unit) -> str:
    """Return so much time as people say it."""
    return f"{amount} {unit.removesuffix('s') if amount == 1 else unit}"


class Wait(Kind):
    """Let time pass by the workspace's clock: a day is 24 hours."""

    kind: Literal["wait"]
    amount: Amount = 0
    unit: Unit = "days"

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return f"Wait {lasting(self.amount, self.unit)}"

    @property
    def duration(self) -> timedelta:
        """How long it takes."""
        return timedelta(**{self.unit: self.amount})

    def due_at(self, now: datetime, _zone: ZoneInfo) -> datetime:
        """Return when a run goes on that waits from now on."""
        return now + self.duration

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that no time passes."""
        if not self.amount:
            yield "amount", "Say how long to wait: 1 at least."


class WaitUntil(Kind):
    """Let time pass until a day and a time of day, as clocks show it where the site is."""

    kind: Literal["wait_until"]
    day: DayOfWeek = "any day"
    time: TimeOfDay = ""

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return f"Wait until {'it is' if self.day == 'any day' else self.day} {self.time}"

    def due_at(self, now: datetime, zone: ZoneInfo) -> datetime:
        """Return when a run goes on that waits from now on."""
        return next_moment(self.day, self.time, now, zone)

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that there is no time."""
        if not self.time:
            yield "time", "Say at what time it goes on, such as 09:00."


class WaitFor(Kind):
    """Let time pass until the contact did something, but no longer than somebody is ready to wait."""

    kind: Literal["wait_for"]
    what: Did = "tagged"
    of: Annotated[str, Field(max_length=200)] = ""
    amount: Amount = 0
    unit: Unit = "days"

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        most = lasting(self.amount, self.unit)
        return f"Wait until the contact {DEEDS[self.what]} “{self.of}”, {most} at most"

    @property
    def duration(self) -> timedelta:
        """How long it takes at most."""
        return timedelta(**{self.unit: self.amount})

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that it is not said what is waited for, or how long."""
        if not self.of:
            yield "of", f"Say {OF_WHAT[self.what]}."
        if not self.amount:
            yield "amount", "Say how long to wait at most: 1 at least."


class Branch(Kind):
    """Go on with the next step where the contact has a tag, and at another step where not."""

    kind: Literal["branch"]
    tag: Annotated[str, Field(max_length=50)] = ""
    otherwise: Annotated[int, Field(ge=0, le=MOST_STEPS, strict=True), BeforeValidator(whole)] = 0

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        elsewhere = f"go on at step {self.otherwise}" if self.otherwise else "end here"
        return f"If the contact is tagged “{self.tag}” go on, otherwise {elsewhere}"

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that nothing is asked."""
        if not self.tag:
            yield "tag", "Say which tag is asked for."


class Stop(Kind):
    """End the run here."""

    kind: Literal["stop"]

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return "End here"
