"""Rules of keys: what lets a partner's program in, for what it was made and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, select

from webbuilder import database, security
from webbuilder.accounts.service import Caller
from webbuilder.accounts.tables import ApiKey, Workspace
from webbuilder.problems import Problem, not_found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from webbuilder.accounts.roles import Scope

PREFIX = "mmk_"  # by which whoever finds one lying about, a scanner included, knows what it is
MOST = 50


def of_workspace(workspace_id: str) -> Select[ApiKey]:
    """Select the keys of a workspace, the newest first."""
    return (
        select(ApiKey)
        .where(ApiKey.workspace_id == workspace_id)
        .order_by(ApiKey.created_at.desc(), ApiKey.id)
    )


def with_id(workspace_id: str, key_id: str) -> Select[ApiKey]:
    """Select one key of a workspace."""
    return of_workspace(workspace_id).where(ApiKey.id == key_id)


def known_by(secret: str) -> Select[ApiKey, Workspace]:
    """Select the key with a secret, and its workspace."""
    return (
        select(ApiKey, Workspace)
        .join(Workspace, Workspace.id == ApiKey.workspace_id)
        .where(ApiKey.digest == security.digest(secret))
    )


def make(session: Session, owner: Caller, name: str, scopes: Iterable[Scope]) -> tuple[ApiKey, str]:
    """Return a new key and its secret, which is told this once; it goes with the owner who made it.

    Raises:
        Problem: the workspace has as many as it may have.
    """
    if len(session.scalars(of_workspace(owner.workspace_id)).all()) >= MOST:
        raise Problem(409, "too-many-keys", f"There are {MOST} keys already. Withdraw one that is not used.")
    secret = PREFIX + security.new_token()
    key = ApiKey(
        id=database.new_id("key"),
        workspace_id=owner.workspace_id,
        name=name.strip(),
        scopes=sorted(set(scopes)),
        made_by=owner.person_id,
        digest=security.digest(secret),
        created_at=database.now(),
    )
    session.add(key)
    session.flush()
    return key, secret


def withdraw(session: Session, workspace_id: str, key_id: str) -> None:
    """Let a key open nothing any more, from now on.

    Raises:
        Problem: there is no such key.
    """
    key = session.scalar(with_id(workspace_id, key_id))
    if key is None:
        raise not_found("key")
    session.delete(key)


def caller_with(session: Session, secret: str) -> Caller:
    """Return who calls with a key.

    Raises:
        Problem: there is no such key, or not any more.
    """
    found = session.execute(known_by(secret)).one_or_none()
    if found is None:
        raise Problem(
            401,
            "key-unknown",
            "This key opens nothing: it was withdrawn, or is not written as it was shown. Make another.",
            headers={"WWW-Authenticate": "Bearer"},
        )
    key, workspace = found
    return Caller(key.id, key.name, "", workspace.id, workspace.name, "editor", frozenset(key.scopes))
