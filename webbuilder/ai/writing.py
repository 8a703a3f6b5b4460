"""Words as the copywriter writes them: shown while they come, kept once whole, gone with who asked."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel
from pydantic_core import from_json
from starlette.responses import StreamingResponse

from webbuilder.ai import copywriter, replies, routes
from webbuilder.answering import failed, is_failure, unexpected
from webbuilder.asking import Known, settings_of
from webbuilder.conventions.bounded import Bounded
from webbuilder.problems import Problem, refused

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from webbuilder.components.tree import Tree

router = APIRouter(prefix="/api", tags=["customising"], route_class=Bounded)
_OFTEN = 0.05  # s between two looks at what was written: as quick as people read it
_KIND = "text/event-stream"


class Written(BaseModel):
    """What is written so far; the last words may be half a word."""

    type: Literal["words"] = "words"
    wordings: list[replies.Wording]


class Proposed(BaseModel):
    """The whole of it, which waits for a decision from now on."""

    type: Literal["suggestion"] = "suggestion"
    suggestion: routes.SuggestionView


class Failed(BaseModel):
    """It came to nothing; the problem says why, as it would have been answered."""

    type: Literal["refused"] = "refused"
    problem: dict[str, Any]


# Each event of the stream has one of these as its data (WHATWG HTML, server-sent events).
_EVENT = {
    "title": "Event",
    "type": "object",
    "required": ["data"],
    "properties": {"data": {"type": "string", "pattern": r'^\{"type":"(words|suggestion|refused)",.*\}$'}},
    "examples": [{"data": '{"type":"words","wordings":[]}'}],
}
_EVENTS = {_KIND: {"schema": _EVENT}}


def _readable(text: str, tree: Tree, asked: dict[str, Any]) -> list[replies.Wording]:
    """Return what can be read of a reply that is not whole; what does not fit is not shown."""
    try:
        read = from_json(text, allow_partial="trailing-strings")
    except ValueError:
        return []
    return list(_fitting(read, tree, asked))


def _fitting(read: Any, tree: Tree, asked: dict[str, Any]) -> Iterator[replies.Wording]:
    changes = read.get("changes") if isinstance(read, dict) else None
    for change in changes if isinstance(changes, list) else ():
        said = change.get("set") if isinstance(change, dict) else None
        for name, words in said.items() if isinstance(said, dict) else ():
            try:
                yield replies.wording(tree, asked, str(change.get("component")), name, str(words))
            except Problem:
                continue


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question that was put: what about, what becomes of its answer, and its answer piece by piece."""

    asking: routes.Asking
    keep: Callable[[routes.Proposal], routes.SuggestionView]
    settle: Callable[[], None]
    pieces: AsyncIterator[str]

    async def so_far(self) -> AsyncIterator[str]:
        """Yield all that was written by now, each time that something came, and not too often."""
        text, shown = "", 0.0
        async for piece in self.pieces:
            text += piece
            if time.monotonic() - shown >= _OFTEN:
                shown = time.monotonic()
                yield text
        yield text


async def _events(asked: _Asked, request: Request) -> AsyncIterator[str]:
    text, asking = "", asked.asking
    try:
        async for text in asked.so_far():
            yield _event(Written(wordings=_readable(text, asking.tree, asking.question)))
        proposed = replies.checked(text, asking.tree, asking.question)
        yield _event(Proposed(suggestion=await run_in_threadpool(asked.keep, proposed)))
    except Problem as problem:
        await run_in_threadpool(asked.settle)
        if is_failure(problem):
            failed(problem, problem, request)
        yield _event(Failed(problem=problem.body(request.url.path)))
    except Exception as error:  # noqa: BLE001 - the answer has begun, so nobody else can tell of it
        await run_in_threadpool(asked.settle)
        yield _event(Failed(problem=unexpected(error, request).body(request.url.path)))


def _event(said: BaseModel) -> str:
    return f"data: {said.model_dump_json()}\n\n"


@router.post(
    "/sites/{site_id}/suggestions/writing",
    response_class=StreamingResponse,
    responses={
        **refused(429),
        200: {
            "description": "The words as they come, and then the suggestion, or why it came to nothing.",
            "content": _EVENTS,
        },
    },
)
async def write(site_id: str, wish: routes.Wish, request: Request, known: Known) -> StreamingResponse:
    """Ask for other words and read along; whoever hangs up before the end leaves nothing behind."""
    database = request.app.state.database
    asking = await run_in_threadpool(routes.question, database, known.workspace_id, site_id, wish)
    asked = _Asked(
        asking,
        partial(routes.keep, database, known.workspace_id, site_id, wish, asking),
        partial(routes.settle, database, asking),
        copywriter.words(settings_of(request), asking.question, asking.cost),
    )
    return StreamingResponse(_events(asked, request), media_type=_KIND)
