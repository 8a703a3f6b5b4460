"""The Magic Connector over HTTP: join a form to a workflow, and see how it stands."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field

from webbuilder.asking import Known, Store
from webbuilder.components import service as components
from webbuilder.connector import samples, service, standing
from webbuilder.connector.tables import Connection
from webbuilder.conventions.bounded import Bounded
from webbuilder.conventions.versions import SHOWN, IfMatch, refuse_stale, tell
from webbuilder.problems import names, refused
from webbuilder.sites import service as sites
from webbuilder.workflows.tables import Workflow

router = APIRouter(prefix="/api/sites/{site_id}", tags=["connector"], route_class=Bounded)


class WantedMapping(BaseModel):
    """Which field of the form, by its name, fills which of the contact."""

    model_config = ConfigDict(extra="forbid")
    email: Annotated[str, Field(max_length=100)]
    name: Annotated[str, Field(max_length=100)] | None = None


class WantedWorkflow(BaseModel):
    """The workflow that a form should start."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"workflow": "workflow_5f0c21"}]}
    )
    workflow: str = Field(json_schema_extra=names("workflow_id"))
    mapping: WantedMapping | None = None


class ConnectionView(BaseModel):
    """How a form stands: `connected`, `draft` while its workflow is not published, or `not connected`.

    One that was connected is `broken` where it starts nothing any more; `because` says why. What is sent
    `since` then starts the workflow.
    """

    state: str
    because: str | None = None
    workflow: str | None = None
    mapping: dict[str, str] = {}
    since: datetime | None = None


class Tried(BaseModel):
    """A sample that is on its way: what follows bears its trace."""

    submission: str
    trace_id: str


def view(store: Store, found: Connection | None) -> ConnectionView:
    """Return what is shown of a form's connection, or of there being none."""
    if found is None:
        return ConnectionView(state="not connected")
    broken = standing.why_broken(store, found, components.tree_of(store, found.site_id, found.workspace_id))
    if broken:
        return ConnectionView(
            state="broken",
            because=broken,
            workflow=found.workflow_id,
            mapping=found.mapping,
            since=found.created_at,
        )
    published = store.get_one(Workflow, found.workflow_id).published_version
    state = "connected" if published else "draft"
    return ConnectionView(
        state=state, workflow=found.workflow_id, mapping=found.mapping, since=found.created_at
    )


@router.put("/components/{component_id}/connection", responses={**refused(409, 412, 428), 200: SHOWN})
def connect(  # noqa: PLR0917 - the framework calls it by name
    site_id: str,
    component_id: str,
    wanted: WantedWorkflow,
    known: Known,
    store: Store,
    response: Response,
    if_match: IfMatch = None,
) -> ConnectionView:
    """Join a form to a workflow, with the fields that are proposed for a contact, or as wanted."""
    site = sites.in_use(store, known.workspace_id, site_id)
    refuse_stale(
        if_match, view(store, store.scalar(service.of_form(site.workspace_id, site_id, component_id)))
    )
    mapping = wanted.mapping.model_dump(exclude_none=True) if wanted.mapping else None
    shown = view(store, service.connect(store, site, component_id, wanted.workflow, mapping))
    tell(response, shown)
    return shown


@router.post("/components/{component_id}/connection/sample", status_code=202, responses=refused(409))
def try_out(site_id: str, component_id: str, known: Known, store: Store) -> Tried:
    """Send a sample through the form in the name of whoever asks; it is counted nowhere."""
    site = sites.in_use(store, known.workspace_id, site_id)
    sent = samples.try_out(store, site, component_id, known)
    return Tried(submission=sent.id, trace_id=sent.trace_id)


@router.get("/components/{component_id}/connection", responses={200: SHOWN})
def read(site_id: str, component_id: str, known: Known, store: Store, response: Response) -> ConnectionView:
    """Say which workflow a form starts, and in which version that is."""
    site = sites.one(store, known.workspace_id, site_id)
    service.form_in(components.tree_of(store, site.id, site.workspace_id), component_id)
    shown = view(store, store.scalar(service.of_form(known.workspace_id, site_id, component_id)))
    tell(response, shown)
    return shown
