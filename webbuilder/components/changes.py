"""What can be done to a page: the four operations, as they are asked for and as the log keeps them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{3,63}$")]


class _Change(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: Identifier


class Insert(_Change):
    """Put a new component below `parent`, right after its child `after`, or first; a page has no parent."""

    kind: Literal["insert"]
    type: str
    parent: Identifier | None = None
    after: Identifier | None = None
    properties: dict[str, Any] = {}


class Move(_Change):
    """Put a component below `parent`, right after its child `after`, or first; a page has no parent."""

    kind: Literal["move"]
    parent: Identifier | None = None
    after: Identifier | None = None


class Set(_Change):
    """Give some properties of a component new values; the last writer of each property wins."""

    kind: Literal["set"]
    properties: dict[str, Any]


class Remove(_Change):
    """Take a component away, with everything below it."""

    kind: Literal["remove"]


Change = Annotated[Insert | Move | Set | Remove, Field(discriminator="kind")]
AnyChange = Insert | Move | Set | Remove
CHANGE: TypeAdapter[AnyChange] = TypeAdapter(Change)
