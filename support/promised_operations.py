"""What a contract lets one ask, and what it says that one is told, whichever way it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.contract import METHODS

if TYPE_CHECKING:
    from collections.abc import Mapping

_JSON = "application/json"


def operations_of(document: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return what can be asked, and what partners are told: that is read like an answer."""
    asked = {
        f"{method.upper()} {path}": operation
        for path, operations in document.get("paths", {}).items()
        for method, operation in operations.items()
        if method in METHODS
    }
    told = {
        f"the message {kind}": {"responses": {"body": one["post"]["requestBody"]}}
        for kind, one in document.get("webhooks", {}).items()
    }
    return {**asked, **told, **_spoken(document)}


def _spoken(document: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return what is said on a line (AsyncAPI 3): by the platform like an answer, to it like a request."""
    messages = document.get("components", {}).get("messages", {})
    lines = document.get("operations", {}).values()
    said = [
        (one["action"], ref["$ref"].rpartition("/")[2], one["channel"]["$ref"].rpartition("/")[2])
        for one in lines
        for ref in one["messages"]
    ]
    content = {name: {"content": {_JSON: {"schema": one["payload"]}}} for name, one in messages.items()}
    return {
        f"the message {name} on the line {line}": {"responses": {"body": content[name]}}
        if action == "send"
        else {"requestBody": content[name], "responses": {}}
        for action, name, line in said
    }
