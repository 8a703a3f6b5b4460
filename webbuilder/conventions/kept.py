"""What is asked for twice with one key is done once: its answer commits with the effect, and is kept."""

from __future__ import annotations

import hashlib
import inspect
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, Header, Request, Response
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import ForeignKey, Select, func, select
from sqlalchemy.orm import Mapped, mapped_column

from webbuilder import database
from webbuilder.asking import Known, Store
from webbuilder.conventions.bounded import Bounded
from webbuilder.database import Stored
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from sqlalchemy.orm import Session

IDEMPOTENCY_KEY, KEY_LENGTH = "Idempotency-Key", 255
Key = Annotated[
    str | None,
    Header(
        min_length=1,
        max_length=KEY_LENGTH,
        alias=IDEMPOTENCY_KEY,
        description="Asked again with the same key, it is done once and answered the same, for good.",
    ),
]


class KeptAnswer(Stored):
    """An answer that was given for a key; `request` is a digest of what was asked, `said` the headers."""

    __tablename__ = "kept_answers"

    workspace_id: Mapped[str] = mapped_column(
        ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(primary_key=True)
    request: Mapped[str]
    status: Mapped[int]
    media_type: Mapped[str]
    body: Mapped[bytes]
    said: Mapped[dict[str, Any]]
    at: Mapped[datetime]


def headers_of(kept: KeptAnswer) -> dict[str, str]:
    """Return what an answer said besides its body: where what it made is found, and in which version."""
    return dict(kept.said)


class AnsweredBefore(Exception):
    """Somebody asks again for what was done; `answer` is what they were answered."""

    def __init__(self, kept: KeptAnswer) -> None:
        super().__init__(kept.key)
        # Made now: the transaction that read it is about to be rolled back.
        said = {**headers_of(kept), "Idempotency-Replayed": "true"}
        self.answer = Response(kept.body, kept.status, said, kept.media_type or None)


def kept_for(workspace_id: str, key: str) -> Select[KeptAnswer]:
    """Select what was answered for a key of a workspace."""
    return select(KeptAnswer).where(KeptAnswer.workspace_id == workspace_id, KeptAnswer.key == key)


def asked(request: Request, person_id: str, body: bytes) -> str:
    """Return a digest of what is asked: by whom, of which operation, at which address, with which body."""
    line = f"{person_id} {request.method} {request.url.path}?{request.url.query}\n"
    return hashlib.sha256(line.encode() + body).hexdigest()


def alone_with(session: Session, workspace_id: str, key: str) -> bool:
    """Whether nobody else is at work with a key; nobody else will be until this transaction ends."""
    number = func.hashtextextended(f"kept {workspace_id} {key}", 0)
    return bool(session.scalar(select(func.pg_try_advisory_xact_lock(number))))


def _refuse_others(session: Session, workspace_id: str, key: str, wish: str) -> None:
    if not alone_with(session, workspace_id, key):
        raise Problem(
            409,
            "still-at-work",
            "A request with this Idempotency-Key is at work still. Ask again in a moment.",
            headers={"Retry-After": "1"},
        )
    kept = session.scalar(kept_for(workspace_id, key))
    if kept is None:
        return
    if kept.request != wish:
        raise Problem(
            422,
            "key-used-otherwise",
            "This Idempotency-Key was used for another request. Choose a new one for a new wish.",
        )
    raise AnsweredBefore(kept)


async def once(request: Request, known: Known, store: Store, key: Key = None) -> None:
    """Let what is asked be done once for a key.

    Raises:
        AnsweredBefore: it was done, and this is how it was answered.
        Problem: it is at work still, or the key was used for something else.
    """
    if key is None:
        return
    wish = asked(request, known.person_id, await request.body())
    await run_in_threadpool(_refuse_others, store, known.workspace_id, key, wish)
    request.state.keeping = (store, known.workspace_id, key, wish)


def keep(session: Session, workspace_id: str, key: str, wish: str, response: Response) -> None:
    """Keep an answer in the transaction of the effect that it tells of."""
    session.add(
        KeptAnswer(
            workspace_id=workspace_id,
            key=key,
            request=wish,
            status=response.status_code,
            media_type=response.headers.get("content-type", ""),
            body=bytes(response.body),
            said={name: value for name, value in response.headers.items() if not name.startswith("content-")},
            at=database.now(),
        )
    )
    session.flush()


class Keeping(Bounded):
    """A route that keeps its answer where its caller named a key, before the effect is committed.

    Whatever is posted by somebody who is known (`known`) is done once; other routes are as any.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **said: Any) -> None:
        """Ask for a key, too, where that makes sense."""
        if "POST" in (said.get("methods") or ()) and "known" in inspect.signature(endpoint).parameters:
            said["dependencies"] = [*(said.get("dependencies") or ()), Depends(once)]
        super().__init__(path, endpoint, **said)

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request."""
        handle = super().get_route_handler()

        async def kept(request: Request) -> Response:
            response = await handle(request)
            if hasattr(request.state, "keeping"):
                store, workspace_id, key, wish = request.state.keeping
                await run_in_threadpool(keep, store, workspace_id, key, wish, response)
            return response

        return kept


async def given_again(_request: Request, before: Exception) -> Response:
    """Answer as it was answered before."""
    assert isinstance(before, AnsweredBefore)  # noqa: S101 - what the handler is registered for
    return before.answer
