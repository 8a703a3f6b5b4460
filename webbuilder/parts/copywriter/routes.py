"""The copywriter over HTTP, in the shapes of OpenAI's API."""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response, StreamingResponse
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from webbuilder.parts.copywriter.brief import Task
from webbuilder.parts.copywriter.promised import ASKED, COMPLETED, LISTED, MODEL, NO_TASK, Question
from webbuilder.parts.copywriter.writing import customise
from webbuilder.tracing import action, log

_LARGEST = 1_000_000


class MalformedError(ValueError):
    """The question cannot be answered; the message says what is wrong with it."""


class NoTaskError(MalformedError):
    """What the user says is no task; only the document within that message is at fault."""


def copywriter() -> FastAPI:
    """Return the provider as an application."""
    app = FastAPI(
        title="Copywriter",
        version="1.0.0",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        generate_unique_id_function=lambda route: f"copywriter_{route.name}",
    )
    app.add_exception_handler(MalformedError, _malformed)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _refused)

    @app.get("/v1/models", responses=LISTED)
    async def models() -> JSONResponse:
        model = {"id": MODEL, "object": "model", "created": 0, "owned_by": "webbuilder"}
        return JSONResponse({"object": "list", "data": [model]})

    @app.post("/v1/chat/completions", responses=COMPLETED, openapi_extra=ASKED)
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
        raise NoTaskError(message)
    try:
        return Task.model_validate_json(asked)
    except ValidationError as invalid:
        raise NoTaskError(_first(invalid, "The last message of the user")) from invalid


def _first(invalid: ValidationError, what: str) -> str:
    first = invalid.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(str(step) for step in first["loc"])
    return f"{what} cannot be used{f' at “{where}”' if where else ''}: {first['msg']}."


async def _malformed(_request: Request, refused: Exception) -> Response:
    return _error(400, str(refused), NO_TASK if isinstance(refused, NoTaskError) else None)


async def _refused(_request: Request, refused: Exception) -> Response:
    said = "There is nothing here: ask POST /v1/chat/completions or GET /v1/models."
    if not isinstance(refused, HTTPException):
        return _error(500, said)
    return _error(refused.status_code, said, headers=refused.headers)


def _error(
    status: int, message: str, code: str | None = None, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    error = {"message": message, "type": "invalid_request_error", "param": None, "code": code}
    return JSONResponse({"error": error}, status_code=status, headers=headers)


def _head(question: Question, answer: str, kind: str) -> dict[str, Any]:
    identifier = hashlib.sha256(answer.encode()).hexdigest()[:24]
    return {
        "id": f"chatcmpl-{identifier}",
        "object": kind,
        "created": int(time.time()),
        "model": question.model,
    }


def _usage(question: Question, answer: str) -> dict[str, int]:
    asked = sum(len(message.text.split()) for message in question.messages)
    said = len(answer.split())
    return {"prompt_tokens": asked, "completion_tokens": said, "total_tokens": asked + said}


def _completion(question: Question, answer: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": answer, "refusal": None}
    return _head(question, answer, "chat.completion") | {
        "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}],
        "usage": _usage(question, answer),
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
    if question.stream_options.include_usage:
        cost = {"choices": [], "usage": _usage(question, answer)}
        yield f"data: {json.dumps(head | cost, ensure_ascii=False)}\n\n"
    yield "data: [DONE]\n\n"
