"""What starts a workflow, how its owner reads it, and what it still lacks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, TypeAdapter

from webbuilder.conventions.days import as_written
from webbuilder.workflows.deeds import DEEDS, FIELDS, OF_WHAT, Did
from webbuilder.workflows.kinds_of_ways import TimeOfDay

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Trigger(BaseModel):
    """What starts a workflow; `again` lets it take somebody each time, and not once only."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    again: StrictBool = False

    def _often(self, words: str) -> str:
        return f"{words}, each time" if self.again else words

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield what keeps it from starting anything: the field, and a sentence."""
        yield from ()


class FormSent(_Trigger):
    """A form is sent that is connected to the workflow."""

    kind: Literal["form"]

    @property
    def words(self) -> str:
        """What starts the workflow, as its owner reads it."""
        return self._often("A form is sent that is connected to it")

    @property
    def knows_contact(self) -> bool:
        """Whether somebody is a contact before the first step."""
        return False


class _ContactDid(_Trigger):
    """A contact of the workspace does something, or something is done to it that was not so before."""

    kind: Did

    @property
    def of(self) -> str:
        """Which tag, list, or whatever else the deed is about."""
        return str(getattr(self, FIELDS[self.kind]))

    @property
    def words(self) -> str:
        """What starts the workflow, as its owner reads it."""
        return self._often(f"A contact {DEEDS[self.kind]} “{self.of}”")

    @property
    def knows_contact(self) -> bool:
        """Whether somebody is a contact before the first step."""
        return True

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that it is not said what of."""
        if not self.of:
            yield FIELDS[self.kind], f"Say {OF_WHAT[self.kind]} starts it."


class Tagged(_ContactDid):
    """A contact gets a tag that it did not have."""

    kind: Literal["tagged"]
    tag: Annotated[str, Field(max_length=50)] = ""


class Listed(_ContactDid):
    """A contact is put on a list that it was not on."""

    kind: Literal["listed"]
    list: Annotated[str, Field(max_length=50)] = ""


class Clicked(_ContactDid):
    """A contact presses the button of a mail for the first time; the subject is as its step has it."""

    kind: Literal["clicked"]
    subject: Annotated[str, Field(max_length=200)] = ""


class Opened(_ContactDid):
    """A contact opens a mail for the first time, as far as that can be told."""

    kind: Literal["opened"]
    subject: Annotated[str, Field(max_length=200)] = ""


class Confirmed(_ContactDid):
    """A contact says once more, by a mail whose button leads to /confirm, that the address is theirs."""

    kind: Literal["confirmed"]
    subject: Annotated[str, Field(max_length=200)] = ""


class Visited(_ContactDid):
    """A contact comes to a page of the workflow's site by a mail; `home` is the page it begins with."""

    kind: Literal["visited"]
    page: Annotated[str, Field(max_length=100)] = ""


class Entered(_ContactDid):
    """A contact comes to fit a segment that it did not fit, whoever brought that about."""

    kind: Literal["entered"]
    segment: Annotated[str, Field(max_length=80)] = ""


class DayComes(_Trigger):
    """A day comes, at a time as clocks show it where the site is; it starts for each contact on a list."""

    kind: Literal["day"]
    day: Annotated[date | None, BeforeValidator(as_written)] = None
    time: TimeOfDay = ""
    list: Annotated[str, Field(max_length=50)] = ""

    @property
    def words(self) -> str:
        """What starts the workflow, as its owner reads it."""
        on = f"{self.day:%-d %B %Y}" if self.day else "a day"
        return self._often(f"It is {on}, {self.time}, for each contact on the list “{self.list}”")

    @property
    def knows_contact(self) -> bool:
        """Whether somebody is a contact before the first step."""
        return True

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that day, time or list are not said."""
        if not self.day:
            yield "day", "Say on which day it starts."
        if not self.time:
            yield "time", "Say at what time it starts, such as 09:00."
        if not self.list:
            yield "list", "Say for the contacts of which list it starts."


class Called(_Trigger):
    """Another system sends a message about somebody, signed with the workflow's secret."""

    kind: Literal["called"]

    @property
    def words(self) -> str:
        """What starts the workflow, as its owner reads it."""
        return self._often("Another system sends a message")

    @property
    def knows_contact(self) -> bool:
        """Whether somebody is a contact before the first step."""
        return True


# What each kind is called where workflows are drawn.
NAMES: dict[str, str] = {
    "form": "A form is sent",
    **{kind: f"A contact {deed}" for kind, deed in DEEDS.items()},
    "day": "A day comes",
    "called": "Another system sends a message",
}
AnyTrigger = FormSent | Tagged | Listed | Clicked | Opened | Confirmed | Visited | Entered | DayComes | Called
Trigger = Annotated[AnyTrigger, Field(discriminator="kind")]
TRIGGER: TypeAdapter[AnyTrigger] = TypeAdapter(Trigger)
BY_FORM = FormSent(kind="form")
