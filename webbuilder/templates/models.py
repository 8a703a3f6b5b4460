"""What a template is: pages to start from, the workflows that come with them, and which form starts which."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

from webbuilder.workflows.triggers import BY_FORM, Trigger


class Node(BaseModel):
    """A component of a template, with what it holds.

    A form names the workflow that it `starts`, and by `mapping` which of its fields fills which of the
    contact, where that is not to be proposed.
    """

    model_config = ConfigDict(extra="forbid")

    type: str
    starts: str | None = None
    mapping: dict[str, str] | None = None
    properties: dict[str, Any] = {}
    children: list[Node] = []


class WorkflowPlan(BaseModel):
    """A workflow that comes with a template."""

    name: str
    steps: list[dict[str, Any]]
    trigger: Trigger = BY_FORM


class Template(BaseModel):
    """Something good to start from; sites remember the `version` that they were started from."""

    id: str
    name: str
    category: str
    description: str
    version: int = 1
    pages: list[Node]
    workflows: list[WorkflowPlan]
