"""The copywriter over HTTP, in the shapes of OpenAI's API."""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.exceptions import HTTPException

from webbuilder.parts.copywriter.brief import Task
from webbuilder.parts.copywriter.writing import customise
from webbuilder.tracing import action, log

MODEL = "copywriter"
_LARGEST = 1_000_000


class Piece(BaseModel):
    """A piece of a message that comes in several."""

    model_config = ConfigDict(extra="ignore")
    type: str = "text"
    text: str = ""


class Message(BaseModel):
    """One message of the conversation."""

    model_config = ConfigDict(extra="ignore")
    role: str
    content: str | list[Piece] | None = None

    @property
    def text(self) -> str:
        """What it says."""
        if isinstance(self.content, list):
            return "".join(piece.text for piece in self.content)
        return self.content or ""


class Question(BaseModel):
    """A request for a completion, as far as this provider looks at it."""

    model_config = ConfigDict(extra="ignore")
    model: str = MODEL
    messages: list[Message] = Field(min_length=1)
    stream: bool = False


class MalformedError(ValueError):
    """The question cannot be answered; the message says what is wrong with it."""


def copywriter() -> FastAPI:
    """Return the provider as an application."""
    app = FastAPI(title="Copywriter", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_exception_handler(MalformedError, _malformed)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _refused)

    @app.get("/v1/models")
    async def models() -> JSONResponse:
        model = {"id": MODEL, "object": "model", "created": 0, "owned_by": "webbuilder"}
        return JSONResponse({"object": "list", "data": [model]})

    @app.post("/v1/chat/completions")
    async def completions(request: Request) -> Response:
        with action("completion", request.headers.get("traceparent")):
            question = _question(await request.body())
            task = _task(question)
            answer = json.dumps(customise(task), ensure_ascii=False)
            log().info("copy written", components=len(task.may_change), tone=task.brief.tone)
        if question.stream:
            return StreamingResponse(_chunks(question, answer), media_type="text/event-stream")
        return JSONResponse(_completion(question, answer))

    return app


def _question(body: bytes) -> Question:
    if len(body) > _LARGEST:
        message = f"The request has {len(body)} bytes and {_LARGEST} are the most that is read."
        raise MalformedError(message)
    try:
        return Question.model_validate_json(body)
    except ValidationError as invalid:
        raise MalformedError(_first(invalid, "The request")) from invalid


def _task(question: Question) -> Task:
    asked = next((message.text for message in reversed(question.messages) if message.role == "user"), None)
    if asked is None:
        message = "There is no message of the user: the last one says, in JSON, what is to be customised."
        raise MalformedError(message)
    try:
        return Task.model_validate_json(asked)
    except ValidationError as invalid:
        raise MalformedError(_first(invalid, "The last message of the user")) from invalid


def _first(invalid: ValidationError, what: str) -> str:
    first = invalid.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(str(step) for step in first["loc"])
    return f"{what} cannot be used{f' at “{where}”' if where else ''}: {first['msg']}."


async def _malformed(_request: Request, refused: Exception) -> Response:
    return _error(400, str(refused))


async def _refused(_request: Request, refused: Exception) -> Response:
    status = refused.status_code if isinstance(refused, HTTPException) else 500
    return _error(status, "There is nothing here: ask POST /v1/chat/completions or GET /v1/models.")


def _error(status: int, message: str) -> JSONResponse:
    error = {"message": message, "type": "invalid_request_error", "param": None, "code": None}
    return JSONResponse({"error": error}, status_code=status)


def _head(question: Question, answer: str, kind: str) -> dict[str, Any]:
    identifier = hashlib.sha256(answer.encode()).hexdigest()[:24]
    return {
        "id": f"chatcmpl-{identifier}",
        "object": kind,
        "created": int(time.time()),
        "model": question.model,
    }


def _completion(question: Question, answer: str) -> dict[str, Any]:
    asked = sum(len(message.text.split()) for message in question.messages)
    said = len(answer.split())
    message = {"role": "assistant", "content": answer, "refusal": None}
    return _head(question, answer, "chat.completion") | {
        "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": asked, "completion_tokens": said, "total_tokens": asked + said},
    }


def _chunks(question: Question, answer: str) -> Iterator[str]:
    """Say the answer word by word, as server-sent events."""
    head = _head(question, answer, "chat.completion.chunk")

    def chunk(delta: dict[str, str], finish: str | None = None) -> str:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
        return f"data: {json.dumps(head | {'choices': [choice]}, ensure_ascii=False)}\n\n"

    yield chunk({"role": "assistant", "content": ""})
    for words in re.findall(r"\S*\s*", answer):
        if words:
            yield chunk({"content": words})
    yield chunk({}, "stop")
    yield "data: [DONE]\n\n"
