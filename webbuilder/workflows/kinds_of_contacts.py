"""The kinds of steps that change what is known of a contact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from webbuilder.workflows.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator


class AddContact(Kind):
    """Make the visitor a contact, or find the one that the address belongs to."""

    kind: Literal["add_contact"]

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return "Add the visitor to contacts"


class AddTag(Kind):
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


class RemoveTag(Kind):
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


class SetDetail(Kind):
    """Write down something about the contact, in the place of what stood there; `name` is its name."""

    kind: Literal["set_detail"]
    detail: Annotated[str, Field(max_length=50)] = ""
    value: Annotated[str, Field(max_length=500)] = ""

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return f"Change the contact: “{self.detail}” is “{self.value}”"

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that it is not said what is changed, or to what."""
        if not self.detail:
            yield "detail", "Say what is changed, such as: favourite bread."
        if not self.value:
            yield "value", "Say what it becomes."


class PutOnList(Kind):
    """Put the contact on a list; it may be on it already."""

    kind: Literal["put_on_list"]
    list: Annotated[str, Field(max_length=50)] = ""

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return f"Put the contact on the list “{self.list}”"

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that there is no list."""
        if not self.list:
            yield "list", "Say which list the contact is put on."


class TakeOffList(Kind):
    """Take the contact off a list, if it is on it."""

    kind: Literal["take_off_list"]
    list: Annotated[str, Field(max_length=50)] = ""

    @property
    def words(self) -> str:
        """The step as its owner reads it."""
        return f"Take the contact off the list “{self.list}”"

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that there is no list."""
        if not self.list:
            yield "list", "Say which list the contact is taken off."
