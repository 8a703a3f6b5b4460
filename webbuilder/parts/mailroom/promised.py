"""What the mailroom promises over HTTP: the part of Mailpit's API that it offers, refusals included."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field

from webbuilder.parts.promising import of

if TYPE_CHECKING:
    from webbuilder.parts.promising import Answers

MAYA = {"Name": "Maya's Bakery", "Address": "maya@example.org"}
PRIYA = {"Name": "Priya", "Address": "priya@example.com"}
_SUMMARY = {
    "ID": "187cc1b2f4b5a0009c1d2e3f",
    "MessageID": "welcome.1@example.org",
    "Read": False,
    "From": MAYA,
    "To": [PRIYA],
    "Cc": [],
    "Bcc": [],
    "ReplyTo": [],
    "Subject": "Welcome, Priya",
    "Created": "2026-03-01T09:30:00.000Z",
    "Tags": [],
    "Size": 2048,
    "Attachments": 0,
    "Snippet": "The crust still sings.",
}


def _shown(example: dict[str, Any]) -> ConfigDict:
    return ConfigDict(json_schema_extra={"examples": [example]})


class Info(BaseModel):
    """Which program this is, and how many mails it holds."""

    model_config = _shown({"Version": "mailroom", "Messages": 1})
    Version: str
    Messages: int = Field(ge=0)


class Person(BaseModel):
    """A name, which may be empty, and an address."""

    model_config = _shown(PRIYA)
    Name: str
    Address: str


class Summary(BaseModel):
    """What a list shows of a mail; `Size` in bytes, `MessageID` without its brackets."""

    model_config = _shown(_SUMMARY)
    ID: str = Field(min_length=1)
    MessageID: str
    Read: bool
    From: Person
    To: list[Person]
    Cc: list[Person]
    Bcc: list[Person]
    ReplyTo: list[Person]
    Subject: str
    Created: datetime
    Tags: list[str]
    Size: int = Field(ge=0)
    Attachments: int = Field(ge=0)
    Snippet: str


class Page(BaseModel):
    """A stretch of a list, the newest first; `messages_count` is how many were found in all."""

    model_config = _shown(
        {
            "total": 1,
            "unread": 1,
            "count": 1,
            "messages_count": 1,
            "messages_unread": 1,
            "start": 0,
            "tags": [],
            "messages": [_SUMMARY],
        }
    )
    total: int = Field(ge=0)
    unread: int = Field(ge=0)
    count: int = Field(ge=0)
    messages_count: int = Field(ge=0)
    messages_unread: int = Field(ge=0)
    start: int = Field(ge=0)
    tags: list[str]
    messages: list[Summary]


class Attachment(BaseModel):
    """A file that came with a mail."""

    model_config = _shown({"FileName": "menu.pdf", "ContentType": "application/pdf"})
    FileName: str
    ContentType: str


class Whole(BaseModel):
    """A mail with its bodies; a body that it lacks is empty. `Date` is what it says of itself."""

    model_config = _shown(
        {
            "ID": "187cc1b2f4b5a0009c1d2e3f",
            "MessageID": "welcome.1@example.org",
            "From": MAYA,
            "To": [PRIYA],
            "Cc": [],
            "Bcc": [],
            "ReplyTo": [],
            "ReturnPath": "maya@example.org",
            "Subject": "Welcome, Priya",
            "Date": "2026-03-01T09:30:00+00:00",
            "Tags": [],
            "Text": "The crust still sings.",
            "HTML": "<p>The crust still sings.</p>",
            "Size": 2048,
            "Inline": [],
            "Attachments": [],
        }
    )
    ID: str = Field(min_length=1)
    MessageID: str
    From: Person
    To: list[Person]
    Cc: list[Person]
    Bcc: list[Person]
    ReplyTo: list[Person]
    ReturnPath: str
    Subject: str
    Date: str
    Tags: list[str]
    Text: str
    HTML: str
    Size: int = Field(ge=0)
    Inline: list[Attachment]
    Attachments: list[Attachment]


class Refusal(BaseModel):
    """What was not done, and what to do."""

    model_config = _shown({"Error": "There is no such mail: it may have been thrown away."})
    Error: str = Field(min_length=1)


_HEADERS: dict[str, Any] = {
    "title": "Headers",
    "description": "Every header by name, with all its values.",
    "type": "object",
    "additionalProperties": {"type": "array", "items": {"type": "string"}, "minItems": 1},
    "examples": [{"Subject": ["Welcome, Priya"]}],
}
_WORDS = {"schema": {"type": "string", "minLength": 1}}
# Mailpit refuses in plain words, the mailroom in JSON; whoever reads either takes both.
_REFUSALS = {
    400: "It cannot be understood; the answer says why.",
    404: "There is no such mail.",
}


def answers(model: type[BaseModel], *refusals: int) -> Answers:
    """Return what an operation answers: with a model, or with one of these refusals."""
    return {200: {"description": str(model.__doc__), "content": of(model)}, **refused(*refusals)}


def text(told: str, *refusals: int, **schema: Any) -> Answers:
    """Return what an operation answers in plain text."""
    content = {"text/plain": {"schema": {"type": "string", **schema}}}
    return {200: {"description": told, "content": content}, **refused(*refusals)}


def headers() -> Answers:
    """Return what is answered to whoever asks for the headers of a mail."""
    told = str(_HEADERS["description"])
    return {200: {"description": told, "content": {"application/json": {"schema": _HEADERS}}}, **refused(404)}


def refused(*statuses: int) -> Answers:
    """Return what is said of refusals."""
    return {
        status: {"description": _REFUSALS[status], "content": {**of(Refusal), "text/plain": _WORDS}}
        for status in statuses
    }


MODELS = (Info, Page, Whole, Refusal)
