"""To whom a broadcast goes: who was asked for, and of these everybody but those who said no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import ColumnElement, Select, false, func, or_, select

from webbuilder.crm import consents, segments, suppressions
from webbuilder.crm.tables import Contact, ContactTag, ListEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

_OF = {"lists": "which lists", "tags": "which tags", "segments": "which segments"}
_WHO = {"lists": "Whoever is on the list", "tags": "Whoever is tagged", "segments": "Whoever fits"}


class Audience(BaseModel):
    """To whom: to everybody, or to who is on one of some lists, bears one of some tags, fits a segment."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    kind: Literal["everybody", "lists", "tags", "segments"] = "everybody"
    of: list[Annotated[str, Field(min_length=1, max_length=50)]] = Field([], max_length=50)

    @property
    def words(self) -> str:
        """To whom, as its owner reads it."""
        if self.kind == "everybody":
            return "Everybody"
        called = " or ".join(f"“{one}”" for one in self.of)
        return f"{_WHO[self.kind]} {called}"

    def lacks(self) -> Iterator[tuple[str, str]]:
        """Yield that it is not said which lists or tags."""
        if self.kind in _OF and not self.of:
            yield "audience", f"Say {_OF[self.kind]} it goes to."


def asked_for(session: Session, workspace_id: str, audience: Audience) -> Select[Contact]:
    """Select who was asked for, each once, on however many lists."""
    found = select(Contact).where(Contact.workspace_id == workspace_id, ~Contact.sample)
    if audience.kind == "lists":
        on = select(ListEntry.contact_id).where(
            ListEntry.workspace_id == workspace_id, ListEntry.list.in_(audience.of)
        )
        return found.where(Contact.id.in_(on))
    if audience.kind == "tags":
        tagged = select(ContactTag.contact_id).where(
            ContactTag.workspace_id == workspace_id, ContactTag.tag.in_(audience.of)
        )
        return found.where(Contact.id.in_(tagged))
    if audience.kind == "segments":
        return found.where(or_(false(), *_fitting(session, workspace_id, audience.of)))
    return found


def _fitting(session: Session, workspace_id: str, called: list[str]) -> Iterator[ColumnElement[bool]]:
    """Yield for each segment of these names that a contact fits it; one that is gone is fitted by nobody."""
    for segment in session.scalars(segments.of_workspace(workspace_id)):
        if segment.name in called:
            fits = segments.members(workspace_id, segment).order_by(None)
            yield Contact.id.in_(fits.with_only_columns(Contact.id))


def readers(session: Session, workspace_id: str, audience: Audience) -> Select[Contact]:
    """Select who gets a broadcast."""
    return asked_for(session, workspace_id, audience).where(~suppressions.suppressed(), ~consents.declined())


class Size(BaseModel):
    """To how many a broadcast goes, and how many it leaves out for which reason."""

    readers: int
    unsubscribed: int
    did_not_agree: int


def size(session: Session, workspace_id: str, audience: Audience) -> Size:
    """Count to whom a broadcast would go now."""

    def count(found: Select[Contact]) -> int:
        return session.scalar(select(func.count()).select_from(found.subquery())) or 0

    wanted = asked_for(session, workspace_id, audience)
    return Size(
        readers=count(readers(session, workspace_id, audience)),
        unsubscribed=count(wanted.where(suppressions.suppressed())),
        did_not_agree=count(wanted.where(~suppressions.suppressed(), consents.declined())),
    )
