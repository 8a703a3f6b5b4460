"""What starts a workflow, how its owner reads it, and what it still lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, TypeAdapter

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


class Tagged(_Trigger):
    """A contact of the workspace gets a tag that it did not have."""

    kind: Literal["tagged"]
    tag: Annotated[str, Field(max_length=50)] = ""

    @property
    def words(self) -> str:
        """What starts the workflow, as its owner reads it."""
        return self._often(f"A contact is tagged “{self.tag}”")

    @property
    def knows_contact(self) -> bool:
        """Whether somebody is a contact before the first step."""
        return True

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that there is no tag."""
        if not self.tag:
            yield "tag", "Say which tag starts it."


# What each kind is called where workflows are drawn.
NAMES = {"form": "A form is sent", "tagged": "A contact is tagged"}
AnyTrigger = FormSent | Tagged
Trigger = Annotated[AnyTrigger, Field(discriminator="kind")]
TRIGGER: TypeAdapter[AnyTrigger] = TypeAdapter(Trigger)
BY_FORM = FormSent(kind="form")
