"""Suggested workflows over HTTP: which suit a form, and making one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Body
from pydantic import BaseModel, ConfigDict, Field

from webbuilder.accounts.roles import asks
from webbuilder.ai import plans
from webbuilder.asking import Known, Store
from webbuilder.brands import service as brands
from webbuilder.components import service as components
from webbuilder.conventions.kept import Keeping
from webbuilder.problems import refused
from webbuilder.sites import service as sites
from webbuilder.workflows import drawing, drawing_routes, routes as workflow_routes
from webbuilder.workflows.kinds import STEPS

if TYPE_CHECKING:
    from webbuilder.accounts.service import Caller
    from webbuilder.ai.plans import Suited

router = APIRouter(prefix="/api/sites/{site_id}", tags=["customising"], route_class=Keeping)


class SuitedView(BaseModel):
    """A workflow that would suit a form, why, its steps in words, and what its mail would say."""

    plan: str
    name: str
    reason: str
    steps: list[str]
    mail: list[str]


class SuitedList(BaseModel):
    """The workflows that would suit a form, the best first."""

    items: list[SuitedView]


class WantedPlan(BaseModel):
    """Which of the suggested workflows to make."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"plan": "letter"}]})
    plan: Annotated[str, Field(min_length=1, max_length=40)]


class EmptyWorkflow(BaseModel):
    """What a workflow is called that is to be drawn."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"name": "Bread club"}]})
    name: drawing_routes.Name


def views(store: Store, known: Caller, site_id: str, form_id: str) -> list[SuitedView]:
    """Return the workflows that would suit a form, as they are shown.

    Raises:
        Problem: there is no such form, or nobody could be written to.
    """
    site = sites.one(store, known.workspace_id, site_id)
    tree = components.tree_of(store, site.id, site.workspace_id)
    brand = brands.of(store, site.workspace_id)

    def view(one: Suited) -> SuitedView:
        steps = STEPS.validate_python(plans.steps_of(one.plan, known.workspace, brand))
        mail = [words for step in steps if step.kind == "send_mail" for words in step.paragraphs]
        words = [step.words for step in steps]
        return SuitedView(plan=one.plan.id, name=one.plan.name, reason=one.reason, steps=words, mail=mail)

    return [view(one) for one in plans.suggested(store, site, tree, form_id, brand)]


@router.get(
    "/components/{component_id}/workflow-suggestions",
    responses=refused(422),
    openapi_extra=asks(scope="workflows:read"),
)
def suggested(site_id: str, component_id: str, known: Known, store: Store) -> SuitedList:
    """Say which workflows would suit a form, and why; nothing is made."""
    return SuitedList(items=views(store, known, site_id, component_id))


@router.post(
    "/workflows", status_code=201, responses=refused(409), openapi_extra=asks(scope="workflows:write")
)
def take(
    site_id: str,
    wanted: Annotated[WantedPlan | EmptyWorkflow, Body(examples=[{"plan": "letter"}])],
    known: Known,
    store: Store,
) -> workflow_routes.WorkflowView:
    """Make one of the suggested workflows, or an empty one; no form starts it before it is connected."""
    site = sites.in_use(store, known.workspace_id, site_id)
    if isinstance(wanted, EmptyWorkflow):
        made = drawing.begin(store, site, wanted.name)
    else:
        made = plans.take(store, site, wanted.plan, known.workspace, brands.of(store, site.workspace_id))
    (view,) = (one for one in workflow_routes.views(store, known.workspace_id, site.id) if one.id == made.id)
    return view
