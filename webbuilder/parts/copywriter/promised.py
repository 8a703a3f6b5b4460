"""What the copywriter takes and promises, in the shapes of OpenAI's API: whole, streamed, refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from webbuilder.parts.promising import of

if TYPE_CHECKING:
    from webbuilder.parts.promising import Answers

MODEL = "copywriter"
NO_TASK = "no_task"
_TASK = (
    '{"task": "customise", "component": {"id": "c_1", "type": "heading", "properties": {"text": "A"}},'
    ' "brief": {"business": "Maya\'s Sourdough"}, "schema": {"c_1": ["text"]}}'
)
_ANSWER = '{"changes": [{"component": "c_1", "set": {"text": "Why Maya\'s Sourdough"}}], "reason": "…"}'
_HEAD = {"id": "chatcmpl-0a1b2c", "created": 1772357400, "model": MODEL}


def _shown(example: dict[str, Any]) -> ConfigDict:
    return ConfigDict(extra="ignore", json_schema_extra={"examples": [example]})


class Piece(BaseModel):
    """A piece of a message that comes in several."""

    model_config = ConfigDict(extra="ignore")
    type: str = "text"
    text: str = ""


class Message(BaseModel):
    """One message of the conversation; the last of the user is the task, as a document in JSON."""

    model_config = ConfigDict(extra="ignore")
    role: str
    content: str | list[Piece] | None = None

    @property
    def text(self) -> str:
        """What it says."""
        if isinstance(self.content, list):
            return "".join(piece.text for piece in self.content)
        return self.content or ""


class StreamOptions(BaseModel):
    """Whether a stream ends with what it cost."""

    model_config = ConfigDict(extra="ignore")
    include_usage: StrictBool = False


class Question(BaseModel):
    """A request for a completion, as far as this provider looks at it."""

    model_config = _shown({"model": MODEL, "messages": [{"role": "user", "content": _TASK}]})
    model: str = MODEL
    messages: list[Message] = Field(min_length=1)
    stream: StrictBool = False
    stream_options: StreamOptions = StreamOptions()


class Model(BaseModel):
    """A model that can be asked."""

    id: str
    object: Literal["model"]
    created: int
    owned_by: str


class Models(BaseModel):
    """All models."""

    model_config = _shown(
        {
            "object": "list",
            "data": [{"id": MODEL, "object": "model", "created": 0, "owned_by": "webbuilder"}],
        }
    )
    object: Literal["list"]
    data: list[Model]


class Said(BaseModel):
    """What the copywriter says: changes and a reason, as a document in JSON."""

    role: Literal["assistant"]
    content: str
    refusal: str | None


class Choice(BaseModel):
    """One answer."""

    index: int
    message: Said
    logprobs: None
    finish_reason: Literal["stop"]


class Usage(BaseModel):
    """How much was read and written, in words."""

    prompt_tokens: int = Field(ge=0)
    completion_tokens: int = Field(ge=0)
    total_tokens: int = Field(ge=0)


class Completion(BaseModel):
    """An answer as a whole; `created` in seconds since the epoch."""

    model_config = _shown(
        {
            **_HEAD,
            "object": "chat.completion",
            "choices": [
                {
                    "index": 0,
                    "message": {"role": "assistant", "content": _ANSWER, "refusal": None},
                    "logprobs": None,
                    "finish_reason": "stop",
                }
            ],
            "usage": {"prompt_tokens": 30, "completion_tokens": 12, "total_tokens": 42},
        }
    )
    id: str = Field(pattern="^chatcmpl-")
    object: Literal["chat.completion"]
    created: int
    model: str
    choices: list[Choice] = Field(min_length=1, max_length=1)
    usage: Usage


class Wrong(BaseModel):
    """What was wrong with the request; `code` is no_task where only the task is."""

    message: str = Field(min_length=1)
    type: Literal["invalid_request_error"]
    param: None
    code: str | None


class Refusal(BaseModel):
    """A request that cannot be answered."""

    model_config = _shown(
        {
            "error": {
                "message": "The last message of the user cannot be used: Invalid JSON.",
                "type": "invalid_request_error",
                "param": None,
                "code": NO_TASK,
            }
        }
    )
    error: Wrong


# Each event is a chunk of the answer; the last says that it is done (WHATWG HTML, server-sent events).
_EVENT = {
    "title": "Event",
    "type": "object",
    "required": ["data"],
    "properties": {"data": {"type": "string", "pattern": r"^(\{.*\}|\[DONE\])$"}},
    "examples": [{"data": '{"object": "chat.completion.chunk", "choices": []}'}, {"data": "[DONE]"}],
}
LISTED: Answers = {200: {"description": "All models.", "content": of(Models)}}
COMPLETED: Answers = {
    200: {
        "description": "The answer: as a whole, or word by word where `stream` was asked for.",
        "content": {**of(Completion), "text/event-stream": {"schema": _EVENT}},
    },
    400: {"description": "It cannot be answered; the message says why.", "content": of(Refusal)},
}
ASKED: dict[str, Any] = {"requestBody": {"required": True, "content": of(Question)}}
MODELS = (Question, Models, Completion, Refusal)
