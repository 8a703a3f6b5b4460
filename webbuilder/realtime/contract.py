"""What the line to a site promises, as an AsyncAPI 3.0 document: who says what, and why it ends."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from webbuilder.realtime import messages

_SCHEMA = "#/components/schemas/{model}"
_ENDS = {
    messages.GARBLED: "The address does not name this machine as it has to.",
    messages.SIGNED_OUT: "Nobody is signed in any more, or has no business at this site.",
    messages.GONE: "There is no such site in this workspace, or not any more.",
    messages.TOO_SLOW: "What was said was not read for too long; come again.",
    messages.TOO_MUCH: "Too much was said at once; come again.",
}
_QUERY = {
    "type": "object",
    "required": ["client"],
    "properties": {
        "client": {
            "type": "string",
            "pattern": "^[A-Za-z0-9-]{1,64}$",
            "description": "This machine, as operations and presence name it.",
        },
        "since": {
            "type": "integer",
            "minimum": 0,
            "default": 0,
            "description": "The revision from which on operations are wanted.",
        },
    },
}


def document(title: str, version: str) -> dict[str, Any]:
    """Return the description of the line."""
    spoken = (messages.Look, *messages.HEARD)
    # what is said has all its members, those included that have a default
    wanted: list[tuple[type[BaseModel], Literal["validation", "serialization"]]] = [
        (messages.Look, "validation"),
        *((one, "serialization") for one in messages.HEARD),
    ]
    _, written = models_json_schema(wanted, ref_template=_SCHEMA)
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": f"{title}: the line to a site",
            "version": version,
            "description": "Everybody who has a site open hears what the others do, and who they are.",
        },
        "defaultContentType": "application/json",
        "channels": {
            "live": {
                "address": "/api/sites/{site_id}/live",
                "description": "Opened with a session or a key, as every operation on the site is.",
                "parameters": {"site_id": {"description": "The id of a site."}},
                "messages": {_name(one): {"$ref": f"#/components/messages/{_name(one)}"} for one in spoken},
                "bindings": {"ws": {"method": "GET", "query": _QUERY}},
                "x-close-codes": {str(code): words for code, words in _ENDS.items()},
            }
        },
        "operations": {
            "tell": _operation("send", "What the platform says.", messages.HEARD),
            "hear": _operation("receive", "What it understands.", (messages.Look,)),
        },
        "components": {
            "messages": {_name(one): _message(one) for one in spoken},
            "schemas": written["$defs"],
        },
    }


def _name(model: type[BaseModel]) -> str:
    return str(model.model_fields["type"].annotation.__args__[0])  # type: ignore[union-attr]  # a Literal has them


def _message(model: type[BaseModel]) -> dict[str, Any]:
    shown = model.model_config.get("json_schema_extra")
    examples = shown["examples"] if isinstance(shown, dict) else []
    return {
        "summary": (model.__doc__ or "").strip(),
        "payload": {"$ref": _SCHEMA.format(model=model.__name__)},
        "examples": [{"payload": one} for one in examples],  # type: ignore[union-attr]  # a list of documents
    }


def _operation(action: str, words: str, spoken: tuple[type[BaseModel], ...]) -> dict[str, Any]:
    return {
        "action": action,
        "summary": words,
        "channel": {"$ref": "#/channels/live"},
        "messages": [{"$ref": f"#/channels/live/messages/{_name(one)}"} for one in spoken],
    }
