"""The conditions of segments: what each asks of a contact, and how its owner reads it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter
from sqlalchemy import ColumnElement, exists, func, not_, or_

from webbuilder.conventions.days import as_written
from webbuilder.crm.tables import Contact, ContactTag, ListEntry

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

MOST = 20  # of a segment
_T = TypeVar("_T", str, list[Any])


def needed(words: str) -> AfterValidator:
    """Return what refuses a value that is empty, in a sentence for whoever left it so."""

    def said(value: _T) -> _T:
        refuse_empty(value, words)
        return value

    return AfterValidator(said)


def refuse_empty(value: object, words: str) -> None:
    """Refuse what says nothing.

    Raises:
        ValueError: it does not; `words` say what is needed.
    """
    if not value:
        raise ValueError(words)


def _not_too_many(asked: list[Any]) -> list[Any]:
    if len(asked) > MOST:
        message = f"a segment has {MOST} conditions at most; remove some"
        raise ValueError(message)
    return asked


_WORD = Field(max_length=50, json_schema_extra={"minLength": 1})
_WORDS = Field(max_length=200, json_schema_extra={"minLength": 1})
NAME = "name"  # of the details the one that a contact itself has
# What each kind is called where conditions are chosen.
NAMES = {
    "tagged": "is tagged",
    "not_tagged": "is not tagged",
    "listed": "is on the list",
    "not_listed": "is not on the list",
    "detail_is": "has a detail that is",
    "detail_is_not": "has no detail that is",
    "detail_contains": "has a detail that contains",
    "detail_set": "has a detail",
    "detail_not_set": "lacks a detail",
    "words": "has in name or address",
    "known_since": "is known since",
    "known_before": "was known before",
}


class Condition(BaseModel):
    """One thing that is asked of a contact."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


Detail = Annotated[str, _WORD, needed("say which detail is meant, such as: favourite bread")]


class OfTag(Condition):
    """A contact has a tag, or has it not."""

    kind: Literal["tagged", "not_tagged"]
    tag: Annotated[str, _WORD, needed("say which tag is meant")]

    @property
    def told(self) -> str:
        """What is asked, as its owner reads it."""
        return f"{NAMES[self.kind]} “{self.tag}”"

    def fits(self, workspace_id: str) -> ColumnElement[bool]:
        """Return what holds of the contacts of a workspace that fit."""
        has = _has(ContactTag.contact_id, ContactTag.workspace_id == workspace_id, ContactTag.tag == self.tag)
        return has if self.kind == "tagged" else not_(has)


class OfList(Condition):
    """A contact is on a list, or is not."""

    kind: Literal["listed", "not_listed"]
    list: Annotated[str, _WORD, needed("say which list is meant")]

    @property
    def told(self) -> str:
        """What is asked, as its owner reads it."""
        return f"{NAMES[self.kind]} “{self.list}”"

    def fits(self, workspace_id: str) -> ColumnElement[bool]:
        """Return what holds of the contacts of a workspace that fit."""
        has = _has(ListEntry.contact_id, ListEntry.workspace_id == workspace_id, ListEntry.list == self.list)
        return has if self.kind == "listed" else not_(has)


class OfDetail(Condition):
    """What is written down of a contact says so, in whatever letters; of nothing it says nothing."""

    kind: Literal["detail_is", "detail_is_not", "detail_contains"]
    detail: Detail
    value: Annotated[str, _WORDS, needed("say what the detail is to be")]

    @property
    def told(self) -> str:
        """What is asked, as its owner reads it."""
        says = {"detail_is": "is", "detail_is_not": "is not", "detail_contains": "contains"}[self.kind]
        return f"“{self.detail}” {says} “{self.value}”"

    def fits(self, _workspace_id: str) -> ColumnElement[bool]:
        """Return what holds of the contacts of a workspace that fit."""
        stands = _detail(self.detail)
        if self.kind == "detail_contains":
            return stands.icontains(self.value, autoescape=True)
        same = func.lower(stands) == func.lower(self.value)
        return same if self.kind == "detail_is" else not_(same)


class OfDetailAtAll(Condition):
    """Something is written down of a contact under a name, or nothing is."""

    kind: Literal["detail_set", "detail_not_set"]
    detail: Detail

    @property
    def told(self) -> str:
        """What is asked, as its owner reads it."""
        return f"“{self.detail}” is {'known' if self.kind == 'detail_set' else 'not known'}"

    def fits(self, _workspace_id: str) -> ColumnElement[bool]:
        """Return what holds of the contacts of a workspace that fit."""
        stands = _detail(self.detail)
        return stands != "" if self.kind == "detail_set" else stands == ""


class OfWords(Condition):
    """The name or the address of a contact holds some words."""

    kind: Literal["words"]
    words: Annotated[str, _WORDS, needed("say which words are to be in name or address")]

    @property
    def told(self) -> str:
        """What is asked, as its owner reads it."""
        return f"has “{self.words}” in name or address"

    def fits(self, _workspace_id: str) -> ColumnElement[bool]:
        """Return what holds of the contacts of a workspace that fit."""
        return holding(self.words)


class OfDay(Condition):
    """A contact is known since a day, that day included, or was before it; days begin as they do in UTC."""

    kind: Literal["known_since", "known_before"]
    day: Annotated[date, BeforeValidator(as_written)]

    @property
    def told(self) -> str:
        """What is asked, as its owner reads it."""
        return f"{NAMES[self.kind]} {self.day:%-d %B %Y}"

    def fits(self, _workspace_id: str) -> ColumnElement[bool]:
        """Return what holds of the contacts of a workspace that fit."""
        begins = datetime.combine(self.day, time(), UTC)
        return Contact.created_at >= begins if self.kind == "known_since" else Contact.created_at < begins


AnyCondition = OfTag | OfList | OfDetail | OfDetailAtAll | OfWords | OfDay
Conditions = Annotated[
    list[Annotated[AnyCondition, Field(discriminator="kind")]],
    Field(json_schema_extra={"minItems": 1, "maxItems": MOST}),
    needed("a segment needs a condition at least; add one"),
    AfterValidator(_not_too_many),
]
CONDITIONS: TypeAdapter[list[AnyCondition]] = TypeAdapter(Conditions)


def holding(words: str) -> ColumnElement[bool]:
    """Return what holds of the contacts whose name or address has some words, in whatever letters.

    Asked of the columns as they are, since that is how they are indexed (pg_trgm).
    """
    columns = Contact.email, Contact.name
    return or_(*(column.icontains(words, autoescape=True) for column in columns))


def _has(contact: InstrumentedAttribute[str], *says: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return that something of a contact says this."""
    return exists().where(contact == Contact.id, *says)


def _detail(called: str) -> ColumnElement[str]:
    """Return what is written down of a contact under a name; nothing is written down as nothing."""
    if called.lower() == NAME:
        return func.coalesce(Contact.name, "")
    return func.coalesce(Contact.details[called].astext, "")
