"""Contracts of parts that are no builder: what they say of their answers, as one OpenAPI document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastapi import FastAPI
    from pydantic import BaseModel

    Answers = dict[int | str, dict[str, Any]]

_WHERE = "#/components/schemas/{model}"
_OF_THE_FRAMEWORK = ("HTTPValidationError", "ValidationError")


def of(model: type[BaseModel]) -> dict[str, Any]:
    """Return the content of an answer, or of a body, that is a model in JSON."""
    return {"application/json": {"schema": {"$ref": _WHERE.format(model=model.__name__)}}}


def published(app: FastAPI, models: Sequence[type[BaseModel]] = ()) -> dict[str, Any]:
    """Return what an app promises, with the models that it refers to.

    The framework would promise a 422 wherever there are parameters; here a route says how it refuses.
    """
    document = app.openapi()
    parts = document.setdefault("components", {}).setdefault("schemas", {})
    _, written = models_json_schema([(one, "validation") for one in models], ref_template=_WHERE)
    parts.update(written.get("$defs", {}))
    for name in _OF_THE_FRAMEWORK:
        parts.pop(name, None)
    for operations in document["paths"].values():
        for operation in operations.values():
            if _OF_THE_FRAMEWORK[0] in str(operation["responses"].get("422", "")):
                del operation["responses"]["422"]
            operation["responses"] = dict(sorted(operation["responses"].items()))
    return document
