"""What somebody who works here writes down of a contact; the history says who it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from webbuilder import database
from webbuilder.connector.service import is_address
from webbuilder.crm import entering, lists, service
from webbuilder.problems import Problem
from webbuilder.tracing import current_trace_id
from webbuilder.workflows import happening
from webbuilder.workflows.happening import Whence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from webbuilder.accounts.service import Caller
    from webbuilder.crm.tables import Contact


def _address(email: str) -> str:
    if not is_address(email):
        message = f"“{email}” is no e-mail address; one is such as priya@example.org"
        raise ValueError(message)
    return email


def _once(words: list[str]) -> list[str]:
    return sorted({word for word in words if word})


Word = Annotated[str, Field(max_length=50)]
Name = Annotated[str, Field(max_length=500)]
Detail = Annotated[str, Field(min_length=1, max_length=50)]
Value = Annotated[str, Field(max_length=500)]
Address = Annotated[str, Field(max_length=320), AfterValidator(_address)]


class NewContact(BaseModel):
    """Somebody whom one knows otherwise: an address, and a name."""

    model_config = ConfigDict(
        extra="forbid",
        str_strip_whitespace=True,
        json_schema_extra={"examples": [{"email": "ada@example.org", "name": "Ada"}]},
    )
    email: Address
    name: Name = ""


class Written(BaseModel):
    """What is written down of a contact: its name, details by what they are called, tags and lists."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    name: Name = ""
    details: dict[Detail, Value] = Field({}, max_length=service.MOST_DETAILS)
    tags: Annotated[list[Word], Field(max_length=100), AfterValidator(_once)] = []
    lists: Annotated[list[Word], Field(max_length=100), AfterValidator(_once)] = []


class Note(BaseModel):
    """Something to remember about a contact, in one's own words."""

    model_config = ConfigDict(
        extra="forbid",
        str_strip_whitespace=True,
        json_schema_extra={"examples": [{"words": "Likes the crust dark"}]},
    )
    words: Annotated[str, Field(min_length=1, max_length=2000)]


def of(session: Session, contact: Contact) -> Written:
    """Return what is written down of a contact."""
    return Written(
        name=contact.name,
        details=contact.details,
        tags=list(session.scalars(service.tags_of(contact.id))),
        lists=list(session.scalars(lists.of_contact(contact.id))),
    )


def add(session: Session, known: Caller, wanted: NewContact) -> Contact:
    """Make somebody a contact.

    Raises:
        Problem: there is a contact of this address.
    """
    there = session.scalar(service.with_address(known.workspace_id, wanted.email))
    if there is not None and not there.sample:
        raise Problem(
            409, "known", f"{there.email} is a contact already. Look for it among them.", contact=there.id
        )
    contact = service.add(session, known.workspace_id, wanted.email, wanted.name)
    _note(session, contact, "added", f"Added by {known.name}")
    return contact


def write(session: Session, known: Caller, contact: Contact, wanted: Written) -> None:
    """Write down what is known of a contact in the place of what stood there; workflows hear of it."""
    session.refresh(contact, with_for_update=True)
    before = of(session, contact)
    contact.name, contact.details = wanted.name, wanted.details
    entering.look(session, contact)
    if wanted.name != before.name:
        _note(session, contact, "changed", f"Called “{wanted.name}” by {known.name}")
    for detail in _changed(before.details, wanted.details):
        now = f"is “{wanted.details[detail]}”" if detail in wanted.details else "is taken away"
        _note(session, contact, "changed", f"“{detail}” {now}, by {known.name}")
    for tag in [*before.tags, *wanted.tags]:
        _tag(session, known, contact, tag, wanted=tag in wanted.tags)
    for called in [*before.lists, *wanted.lists]:
        _list(session, known, contact, called, wanted=called in wanted.lists)


def remember(session: Session, known: Caller, contact: Contact, note: Note) -> None:
    """Write a note into the history of a contact."""
    _note(session, contact, "note", f"{note.words} — {known.name}")


def _changed(before: dict[str, str], now: dict[str, str]) -> Iterable[str]:
    return [detail for detail in {**before, **now} if before.get(detail) != now.get(detail)]


def _tag(session: Session, known: Caller, contact: Contact, tag: str, *, wanted: bool) -> None:
    if wanted and service.add_tag(session, contact, tag):
        _note(session, contact, "tagged", f"Tagged “{tag}” by {known.name}")
        happening.happened(session, contact, "tagged", tag, Whence())
    elif not wanted and service.remove_tag(session, contact, tag):
        _note(session, contact, "untagged", f"No longer tagged “{tag}”, by {known.name}")


def _list(session: Session, known: Caller, contact: Contact, called: str, *, wanted: bool) -> None:
    if wanted and lists.put_on(session, contact, called):
        _note(session, contact, "listed", f"On the list “{called}”, by {known.name}")
        happening.happened(session, contact, "listed", called, Whence())
    elif not wanted and lists.take_off(session, contact, called):
        _note(session, contact, "unlisted", f"No longer on the list “{called}”, by {known.name}")


def _note(session: Session, contact: Contact, kind: str, words: str) -> None:
    service.note(session, contact, database.new_id("hand"), kind, words, trace_id=current_trace_id())
