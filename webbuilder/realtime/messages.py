"""What is said on a line, either way: the messages that `contracts/asyncapi.json` promises."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from webbuilder.components.changes import Insert, Move, Remove, Set

# Close codes of our own begin at 4000 (RFC 6455 §7.4.2); their last three digits are HTTP's, where one fits.
GARBLED, SIGNED_OUT, GONE, TOO_SLOW, TOO_MUCH = 4400, 4401, 4404, 4408, 4429


Named = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]  # an id, of whatever is meant


class Look(BaseModel):
    """Somebody looks at a page, and has something selected there, or nothing."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"type": "look", "page": "c_home", "component": None}]},
    )
    type: Literal["look"]
    page: Named
    component: Named | None = None


class Said(BaseModel):
    """What the platform says: what is promised, and nothing else."""

    model_config = ConfigDict(extra="forbid")


class Here(Said):
    """Somebody who has the site open; `client` is one machine of theirs."""

    client: str
    name: str
    page: str | None
    component: str | None


class _Whose(BaseModel):
    """What is told of an operation besides itself: its place in the log, who did it, at which machine."""

    revision: int
    by: str
    client: str | None


class Inserted(Insert, _Whose):
    """A component was put somewhere."""


class Moved(Move, _Whose):
    """A component was put elsewhere."""


class WasSet(Set, _Whose):
    """Properties of a component were given other values."""


class Removed(Remove, _Whose):
    """A component was taken away."""


Told = Annotated[Inserted | Moved | WasSet | Removed, Field(discriminator="kind")]


class Welcome(Said):
    """The first message: where the log of operations stands, and who is here."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"type": "welcome", "revision": 7, "people": []}]}
    )
    type: Literal["welcome"] = "welcome"
    revision: int
    people: list[Here]


class People(Said):
    """Who is here now, oneself included."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "people",
                    "people": [{"client": "k-1", "name": "Noah", "page": "c_home", "component": None}],
                }
            ]
        }
    )
    type: Literal["people"] = "people"
    people: list[Here]


class Happened(Said):
    """Operations in order, each with its revision, who did it, and at which machine, if that was told."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "operations",
                    "revision": 8,
                    "operations": [
                        {"revision": 8, "kind": "remove", "id": "c_5f0c21", "client": "k-1", "by": "person_1"}
                    ],
                }
            ]
        }
    )
    type: Literal["operations"] = "operations"
    revision: int
    operations: list[Told]


class Refused(Said):
    """What was said is not understood, and nothing came of it; the line stays open."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"type": "refused", "title": "not-understood", "detail": "Say it as JSON."}]
        }
    )
    type: Literal["refused"] = "refused"
    title: str
    detail: str


SENT: TypeAdapter[Look] = TypeAdapter(Look)
TOLD: TypeAdapter[Inserted | Moved | WasSet | Removed] = TypeAdapter(Told)
HEARD = (Welcome, People, Happened, Refused)
