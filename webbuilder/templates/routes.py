"""Templates over HTTP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from webbuilder.asking import Known
from webbuilder.templates import service

router = APIRouter(prefix="/api/templates", tags=["templates"])


class TemplateView(BaseModel):
    """What is shown of a template before it is chosen."""

    id: str
    name: str
    category: str
    description: str
    workflows: list[str]


class TemplateList(BaseModel):
    """The templates on offer."""

    items: list[TemplateView]


Words = Annotated[str, Query(max_length=200, description="Words that it says somewhere, each of them.")]
Category = Annotated[str, Query(max_length=200, description="What it is for, as templates tell it.")]


@router.get("")
def offered(known: Known, q: Words = "", category: Category = "") -> TemplateList:  # noqa: ARG001 - lets nobody else in
    """List the templates on offer, or those of them that are looked for."""
    return TemplateList(
        items=[
            TemplateView(
                id=template.id,
                name=template.name,
                category=template.category,
                description=template.description,
                workflows=[workflow.name for workflow in template.workflows],
            )
            for template in service.found(q, category)
        ]
    )
