"""Contacts, their tags and their history."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, func
from sqlalchemy.orm import Mapped, column_property, mapped_column

from webbuilder.database import Stored


class Contact(Stored):
    """A person who trusted the workspace with an address; `address_key` is the address as it is compared.

    One of a `sample` tried a form out, and is no customer before signing up like anybody.
    `details` is whatever else was written down about them, by what it is called.
    """

    __tablename__ = "contacts"
    __table_args__ = (UniqueConstraint("workspace_id", "address_key"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    address_key: Mapped[str]
    email: Mapped[str]
    name: Mapped[str]
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    sample: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class ContactTag(Stored):
    """A word put on a contact."""

    __tablename__ = "contact_tags"

    contact_id: Mapped[str] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str]


class ListEntry(Stored):
    """That a contact is on a list; there is a list as long as somebody is on it."""

    __tablename__ = "list_entries"

    contact_id: Mapped[str] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True)
    list: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str]


class HistoryEntry(Stored):
    """One thing that happened to a contact; `key` names its cause, so that a repeated effect is one entry.

    A key may hold what opens something, such as the token of a mail: others know an entry by its `mark`.
    """

    __tablename__ = "contact_history"
    __table_args__ = (Index(None, "workspace_id", "at"),)

    key: Mapped[str] = mapped_column(primary_key=True)
    contact_id: Mapped[str] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"), index=True)
    workspace_id: Mapped[str]
    kind: Mapped[str]
    words: Mapped[str]
    trace_id: Mapped[str]
    at: Mapped[datetime]
    mark: Mapped[str] = column_property(func.md5(key))


class Consent(Stored):
    """What somebody said when asked to agree; `words` are as the form had them that was sent.

    `release` is the one of the site that asked so, `key` the submission and its field.
    """

    __tablename__ = "consents"

    key: Mapped[str] = mapped_column(primary_key=True)
    contact_id: Mapped[str] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"), index=True)
    workspace_id: Mapped[str]
    words: Mapped[str]
    agreed: Mapped[bool]
    site: Mapped[str]
    release: Mapped[int]
    at: Mapped[datetime]


class Suppression(Stored):
    """That an address gets no mails of a workspace, and why; of the address a digest alone is kept."""

    __tablename__ = "suppressions"

    workspace_id: Mapped[str] = mapped_column(
        ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True
    )
    address: Mapped[str] = mapped_column(primary_key=True)
    reason: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class MergedContact(Stored):
    """A contact that another one took in: its address and its id lead there from then on."""

    __tablename__ = "merged_contacts"

    workspace_id: Mapped[str] = mapped_column(
        ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True
    )
    address_key: Mapped[str] = mapped_column(primary_key=True)
    former_id: Mapped[str] = mapped_column(unique=True)
    contact_id: Mapped[str] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"), index=True)


class Segment(Stored):
    """A filter of contacts that was given a name: conditions, of which all hold, or any."""

    __tablename__ = "segments"
    __table_args__ = (UniqueConstraint("workspace_id", "name"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    name: Mapped[str]
    match: Mapped[str]
    conditions: Mapped[list[Any]]


class SegmentMember(Stored):
    """That a contact fitted a segment when it was looked at last, so that coming to fit it is told apart.

    It does not hold on to the contact: filling a segment would wait for whoever changes one.
    """

    __tablename__ = "segment_members"

    segment_id: Mapped[str] = mapped_column(ForeignKey("segments.id", ondelete="CASCADE"), primary_key=True)
    contact_id: Mapped[str] = mapped_column(primary_key=True, index=True)
    workspace_id: Mapped[str]
