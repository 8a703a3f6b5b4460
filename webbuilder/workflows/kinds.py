"""The kinds of steps that workflows are made of, and what keeps a workflow from being published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, Field, TypeAdapter

from webbuilder.workflows.kind import MOST_STEPS
from webbuilder.workflows.kinds_of_contacts import (
    AddContact,
    AddTag,
    PutOnList,
    RemoveTag,
    SetDetail,
    TakeOffList,
)
from webbuilder.workflows.kinds_of_letters import Call, Notify, SendMail
from webbuilder.workflows.kinds_of_ways import Branch, Stop, Wait, WaitFor, WaitUntil

if TYPE_CHECKING:
    from webbuilder.workflows.triggers import AnyTrigger

# What each kind is called where steps are drawn.
NAMES = {
    "add_contact": "Add the visitor to contacts",
    "set_detail": "Change the contact",
    "add_tag": "Tag the contact",
    "remove_tag": "Take a tag off",
    "put_on_list": "Put on a list",
    "take_off_list": "Take off a list",
    "send_mail": "Send a mail",
    "notify": "Tell the owners",
    "call": "Send a message to another system",
    "wait": "Wait",
    "wait_until": "Wait for a day",
    "wait_for": "Wait for the contact",
    "branch": "Go on if tagged",
    "stop": "End here",
}
_OfContacts = AddContact | SetDetail | AddTag | RemoveTag | PutOnList | TakeOffList
AnyStep = _OfContacts | SendMail | Notify | Call | Wait | WaitUntil | WaitFor | Branch | Stop
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
