"""Workspaces, people, and what lets them in, as they are stored."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder.database import Stored


class Workspace(Stored):
    """A tenant: every other row belongs to one. `clock_offset` is how far its time was moved forward.

    `ai_allowance` is how often it may ask the copywriter within a day; None is as often as usual.
    """

    __tablename__ = "workspaces"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    clock_offset: Mapped[timedelta] = mapped_column(default=timedelta())
    ai_allowance: Mapped[int | None] = mapped_column(default=None)
    created_at: Mapped[datetime]


class Person(Stored):
    """Somebody who may sign in to a workspace; `role` says what for (`webbuilder.accounts.roles`)."""

    __tablename__ = "people"

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    email: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str]
    role: Mapped[str]
    created_at: Mapped[datetime]


class SignIn(Stored):
    """A session: only a digest of its token is stored, so a stolen table opens no door."""

    __tablename__ = "sign_ins"

    digest: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    expires_at: Mapped[datetime]


class Invitation(Stored):
    """A way in for one address, until it is used, withdrawn or too old; it goes with whoever invited."""

    __tablename__ = "invitations"
    __table_args__ = (UniqueConstraint("workspace_id", "email"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"))
    email: Mapped[str]
    role: Mapped[str]
    invited_by: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    digest: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[datetime]
    created_at: Mapped[datetime]


class ApiKey(Stored):
    """What a partner's program is let in by; `scopes` is what for. It goes with the owner who made it.

    Only a digest of its secret is stored.
    """

    __tablename__ = "api_keys"

    id: Mapped[str] = mapped_column(primary_key=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    scopes: Mapped[list[Any]]
    made_by: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    digest: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]


class WrongPassword(Stored):
    """One wrong password for an address, of which a digest is kept, whether it is somebody's or not."""

    __tablename__ = "wrong_passwords"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    address: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]
