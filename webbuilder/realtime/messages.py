"""What is said on a line, either way: the messages that `contracts/asyncapi.json` promises."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

# Close codes of our own begin at 4000 (RFC 6455 §7.4.2); their last three digits are HTTP's, where one fits.
GARBLED, SIGNED_OUT, GONE, TOO_SLOW, TOO_MUCH = 4400, 4401, 4404, 4408, 4429


class Look(BaseModel):
    """Somebody looks at a page, and has something selected there, or nothing."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"type": "look", "page": "c_home", "component": None}]},
    )
    type: Literal["look"]
    page: Annotated[str, Field(max_length=64)]
    component: Annotated[str, Field(max_length=64)] | None = None


class Here(BaseModel):
    """Somebody who has the site open; `client` is one machine of theirs."""

    client: str
    name: str
    page: str | None
    component: str | None


class Welcome(BaseModel):
    """The first message: where the log of operations stands, and who is here."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"type": "welcome", "revision": 7, "people": []}]}
    )
    type: Literal["welcome"] = "welcome"
    revision: int
    people: list[Here]


class People(BaseModel):
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


class Happened(BaseModel):
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
    operations: list[dict[str, Any]]


class Refused(BaseModel):
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
HEARD = (Welcome, People, Happened, Refused)
