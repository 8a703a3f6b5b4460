"""The kinds of steps that workflows are made of, how their owner reads them, and what each still lacks."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter

from webbuilder.conventions.numbers import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from webbuilder.workflows.triggers import AnyTrigger

MOST_STEPS = 100
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_KNOWN = "{name}"


class _Step(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield what keeps the step from being taken: the field, and a sentence."""
        yield from ()


def _unknown(field: str, said: str) -> Iterator[tuple[str, str]]:
    """Yield what in some words stands for nothing."""
    for unknown in dict.fromkeys(_PLACEHOLDER.findall(said)):
        if unknown != _KNOWN:
            yield field, f"{unknown} stands for nothing. {_KNOWN} is the contact's name."


class AddContact(_Step):
    """Make the visitor a contact, or find the one that the address belongs to."""

    kind: Literal["add_contact"]

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return "Add the visitor to contacts"


class AddTag(_Step):
    """Put a tag on the contact."""

    kind: Literal["add_tag"]
    tag: Annotated[str, Field(max_length=50)] = ""

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return f"Tag the contact “{self.tag}”"

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that there is no tag."""
        if not self.tag:
            yield "tag", "Say which tag the contact gets."


class SendMail(_Step):
    """Send the contact a mail; `{name}` stands for the contact's name."""

    kind: Literal["send_mail"]
    subject: Annotated[str, Field(max_length=200)] = ""
    paragraphs: Annotated[list[Annotated[str, Field(max_length=2000)]], Field(max_length=50)] = []

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return f"Send the mail “{self.subject}”"

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that subject or words are missing, and what in them stands for nothing."""
        if not self.subject:
            yield "subject", "Give the mail a subject."
        if not any(self.paragraphs):
            yield "paragraphs", "Write what the mail says."
        yield from _unknown("subject", self.subject)
        yield from _unknown("paragraphs", "\n".join(self.paragraphs))


class Wait(_Step):
    """Let time pass by the workspace's clock: a day is 24 hours."""

    kind: Literal["wait"]
    amount: Annotated[int, Field(ge=0, le=1000, strict=True), BeforeValidator(whole)] = 0
    unit: Literal["minutes", "hours", "days"] = "days"

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        unit = self.unit.removesuffix("s") if self.amount == 1 else self.unit
        return f"Wait {self.amount} {unit}"

    @property
    def duration(self) -> timedelta:
        """How long it takes."""
        return timedelta(**{self.unit: self.amount})

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that no time passes."""
        if not self.amount:
            yield "amount", "Say how long to wait: 1 at least."


class RemoveTag(_Step):
    """Take a tag off the contact, if it is there."""

    kind: Literal["remove_tag"]
    tag: Annotated[str, Field(max_length=50)] = ""

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return f"Take the tag “{self.tag}” off the contact"

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that there is no tag."""
        if not self.tag:
            yield "tag", "Say which tag is taken off."


class Notify(_Step):
    """Write a mail to the owners of the workspace; `{name}` stands for the contact's name."""

    kind: Literal["notify"]
    notice: Annotated[str, Field(max_length=200)] = ""

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return f"Tell the owners “{self.notice}”"

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that nothing is told, and what in the words stands for nothing."""
        if not self.notice:
            yield "notice", "Say what the owners are told."
        yield from _unknown("notice", self.notice)


class Branch(_Step):
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


class Stop(_Step):
    """End the run here."""

    kind: Literal["stop"]

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return "End here"


# What each kind is called where steps are drawn.
NAMES = {
    "add_contact": "Add the visitor to contacts",
    "add_tag": "Tag the contact",
    "remove_tag": "Take a tag off",
    "send_mail": "Send a mail",
    "notify": "Tell the owners",
    "wait": "Wait",
    "branch": "Go on if tagged",
    "stop": "End here",
}
AnyStep = AddContact | AddTag | RemoveTag | SendMail | Notify | Wait | Branch | Stop
Step = Annotated[AnyStep, Field(discriminator="kind")]
Steps = Annotated[list[Step], Field(max_length=MOST_STEPS)]
STEPS: TypeAdapter[list[AnyStep]] = TypeAdapter(Steps)


class Trouble(BaseModel):
    """What keeps a workflow from being published.

    Attributes:
        step: the number of the step from 1 on; 0 for the workflow as a whole.
        field: what of the step is at fault; empty where it is the step itself.
        words: one sentence for its owner.
    """

    step: int
    field: str
    words: str


def troubles(steps: list[AnyStep], trigger: AnyTrigger) -> list[Trouble]:
    """Return all that keeps a workflow from being published: what starts it first, then its steps."""
    found = [Trouble(step=0, field=field, words=words) for field, words in trigger.lacks()]
    if not steps:
        empty = "A workflow without steps does nothing. Add one."
        return [*found, Trouble(step=0, field="", words=empty)]
    known = trigger.knows_contact
    for number, step in enumerate(steps, start=1):
        known = known or isinstance(step, AddContact)
        if not known:
            words = "Nobody is a contact yet at this step. Put “Add the visitor to contacts” before it."
            found.append(Trouble(step=number, field="", words=words))
        found += [Trouble(step=number, field=field, words=words) for field, words in step.lacks()]
        if isinstance(step, Branch):
            found += _astray(number, step.otherwise, len(steps))
    return found


def _astray(number: int, otherwise: int, many: int) -> list[Trouble]:
    """Return that a branch leads nowhere, or back, which would never end."""
    if otherwise > many:
        words = f"There is no step {otherwise}. Choose one that is there, or the end."
    elif 0 < otherwise <= number:
        words = "This leads back, and would never end. Choose a step that comes later, or the end."
    else:
        return []
    return [Trouble(step=number, field="otherwise", words=words)]
