"""Drawing workflows over HTTP: the draft, what it lacks, and the versions that were published."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from webbuilder.asking import Known, Store
from webbuilder.conventions.kept import Keeping
from webbuilder.conventions.numbers import whole
from webbuilder.conventions.versions import SHOWN, IfMatch, refuse_stale, tell
from webbuilder.problems import refused
from webbuilder.workflows import drawing, service, versions as published
from webbuilder.workflows.kinds import STEPS, AnyStep, Steps, Trouble
from webbuilder.workflows.tables import Workflow, WorkflowVersion
from webbuilder.workflows.triggers import BY_FORM, TRIGGER, AnyTrigger, Trigger

router = APIRouter(prefix="/api/workflows/{workflow_id}", tags=["workflows"], route_class=Keeping)

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Number = Annotated[int, Field(ge=1, le=2**31 - 1, strict=True), BeforeValidator(whole)]


class Drawing(BaseModel):
    """What a workflow's owner draws: steps may lack something as long as it is a draft."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"name": "welcome", "steps": [{"kind": "add_contact"}, {"kind": "add_tag", "tag": "news"}]}
            ]
        },
    )
    name: Name
    steps: Steps
    trigger: Trigger = BY_FORM


class DrawnView(BaseModel):
    """A workflow as it is drawn; `changed` says that its draft is not what is published."""

    id: str
    name: str
    site: str
    trigger: Trigger
    steps: Steps
    troubles: list[Trouble]
    published_version: int
    changed: bool


class WantedVersion(BaseModel):
    """What to publish: the draft, or once more the steps of an earlier version."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{}]})
    version: Number | None = None


class VersionView(BaseModel):
    """What was published once, and whether runs follow it that begin now.

    `differs` is what the draft has more than it, behind `+`, and less, behind `-`, in order.
    """

    number: int
    starts: str
    steps: list[str]
    published_at: datetime
    in_force: bool
    differs: list[str]


class VersionList(BaseModel):
    """What was published lately, the newest first."""

    items: list[VersionView]


def view(store: Store, workflow: Workflow) -> DrawnView:
    """Return a workflow as its owner draws it."""
    steps, trigger = drawing.drawn(workflow), drawing.drawn_trigger(workflow)
    return DrawnView(
        id=workflow.id,
        name=workflow.name,
        site=workflow.site_id,
        trigger=trigger,
        steps=steps,
        troubles=drawing.wrong_with(store, workflow, steps, trigger),
        published_version=workflow.published_version,
        changed=(steps, trigger) != _published(store, workflow),
    )


def _published(store: Store, workflow: Workflow) -> tuple[list[AnyStep], AnyTrigger | None]:
    number = workflow.published_version
    trigger = published.trigger_of(store, workflow.id, number) if number else None
    return published.steps_of(store, workflow.id, number), trigger


def version_view(workflow: Workflow, version: WorkflowVersion) -> VersionView:
    """Return what is shown of a version."""
    steps, trigger = STEPS.validate_python(version.steps), TRIGGER.validate_python(version.trigger)
    draft = drawing.drawn_trigger(workflow), drawing.drawn(workflow)
    return VersionView(
        number=version.number,
        starts=trigger.words,
        steps=[step.words for step in steps],
        published_at=version.published_at,
        in_force=version.number == workflow.published_version,
        differs=drawing.compared((trigger, steps), draft),
    )


@router.get("", responses={200: SHOWN})
def read(workflow_id: str, known: Known, store: Store, response: Response) -> DrawnView:
    """Show a workflow as it is drawn, and what it lacks."""
    shown = view(store, service.one(store, known.workspace_id, workflow_id))
    tell(response, shown)
    return shown


@router.put("", responses={**refused(409, 412, 428), 200: SHOWN})
def draw(  # noqa: PLR0917 - the framework calls it by name
    workflow_id: str,
    wanted: Drawing,
    known: Known,
    store: Store,
    response: Response,
    if_match: IfMatch = None,
) -> DrawnView:
    """Store a draft as it is, finished or not; runs follow what is published."""
    workflow = drawing.locked(store, known.workspace_id, workflow_id)
    refuse_stale(if_match, view(store, workflow))
    drawing.draw(store, workflow, wanted.name, wanted.steps, wanted.trigger)
    shown = view(store, workflow)
    tell(response, shown)
    return shown


@router.delete("", status_code=204, responses=refused(412, 428))
def remove(workflow_id: str, known: Known, store: Store, if_match: IfMatch = None) -> None:
    """Take a workflow away; forms that start it say that it is gone, and what is under way is cancelled."""
    workflow = service.one(store, known.workspace_id, workflow_id, lock=True)
    refuse_stale(if_match, view(store, workflow))
    drawing.remove(store, workflow, known.name)


@router.post("/versions", status_code=201, responses=refused(409, 412, 428))
def publish(
    workflow_id: str, wanted: WantedVersion, known: Known, store: Store, if_match: IfMatch = None
) -> VersionView:
    """Let runs that begin from now on follow the draft as it was seen, or an earlier version once more."""
    workflow = drawing.locked(store, known.workspace_id, workflow_id)
    refuse_stale(if_match, view(store, workflow))
    return version_view(workflow, drawing.publish(store, workflow, wanted.version))


@router.get("/versions")
def versions(workflow_id: str, known: Known, store: Store) -> VersionList:
    """List what was published of a workflow lately, the newest first."""
    workflow = service.one(store, known.workspace_id, workflow_id)
    found = store.scalars(drawing.versions_of(known.workspace_id, workflow_id))
    return VersionList(items=[version_view(workflow, one) for one in found])
