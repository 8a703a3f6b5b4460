"""The screens on which workflows are drawn, published and taken back to what they were."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count, takewhile
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from webbuilder.ai import plan_routes
from webbuilder.asking import Known, Store, settings_of
from webbuilder.conventions.versions import refuse_stale, version_of
from webbuilder.problems import Problem
from webbuilder.screens.application import fits, page
from webbuilder.sites import service as sites
from webbuilder.workflows import drawing, drawing_routes, hook_routes, service, triggers
from webbuilder.workflows.deeds import DEEDS, FIELDS
from webbuilder.workflows.kinds import NAMES
from webbuilder.workflows.moments import DAYS
from webbuilder.workflows.triggers import BY_FORM

if TYPE_CHECKING:
    from webbuilder.accounts.service import Caller
    from webbuilder.workflows.tables import Workflow

router = APIRouter(include_in_schema=False)
_FIELDS = (
    *("kind", "tag", "list", "detail", "value", "subject", "button", "link", "notice", "address"),
    *("amount", "unit", "day", "time", "what", "of", "otherwise"),
)
_NUMBERS = {"amount", "otherwise"}
_NAME = "A workflow needs a name of 120 characters at most. Give it one."
_TOO_MUCH = (
    "Nothing is saved: a workflow has a name of 120 characters at most and 100 steps, a tag has 50,"
    " a list and what is changed too, a subject and what owners are told 200, a mail 50 paragraphs of 2000"
    " each; a wait is a whole number, 1000 at most, a time one such as 09:00."
)
_STALE = 412  # RFC 9110 §15.5.13
_BELOW = "What you wrote stands below; saving once more replaces what others said."


async def _written(request: Request) -> Mapping[str, str]:
    """Return the fields of a form, whatever they are called."""
    return {name: str(value) for name, value in (await request.form()).multi_items()}


Written = Annotated[Mapping[str, str], Depends(_written)]


def _steps(written: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the steps that stand on the screen, in their order, finished or not."""
    numbers = takewhile(lambda number: f"{number}.kind" in written, count(1))
    return [_step(written, number) for number in numbers]


def _step(written: Mapping[str, str], number: int) -> dict[str, Any]:
    said: dict[str, Any] = {
        name: written[f"{number}.{name}"] for name in _FIELDS if f"{number}.{name}" in written
    }
    for name in _NUMBERS & said.keys():
        written_there = said[name].strip() or "0"
        said[name] = int(written_there) if written_there.isdecimal() else written_there
    if re.fullmatch(r"\d:\d\d", said.get("time", "")):
        said["time"] = f"0{said['time']}"
    words = written.get(f"{number}.words")
    if words is None:
        return said
    return {**said, "paragraphs": [part.strip() for part in re.split(r"\r?\n\s*\n", words) if part.strip()]}


def _trigger(written: Mapping[str, str]) -> dict[str, Any]:
    """Return what is chosen to start the workflow."""
    kind = written.get("trigger.kind", BY_FORM.kind)
    of, day, at = (written.get(f"trigger.{name}", "") for name in ("of", "day", "time"))
    said: dict[str, str | None] = {field: of for did, field in FIELDS.items() if did == kind}
    if kind == "day":
        said = {"day": day or None, "time": at, "list": of}
    return {"kind": kind, "again": "trigger.again" in written, **said}


def _acted(steps: list[dict[str, Any]], act: str, what: str) -> list[dict[str, Any]]:
    """Return the steps after one was added, moved up or removed."""
    if act == "add":
        return [*steps, {"kind": what}]
    at = int(what) - 1 if what.isdecimal() else -1
    if at not in range(len(steps)):
        return steps
    numbers = list(range(len(steps)))
    if act == "up" and at:
        numbers[at - 1], numbers[at] = at, at - 1
    elif act == "remove":
        del numbers[at]
    return [_led(steps[number], numbers) for number in numbers]


def _led(step: dict[str, Any], numbers: list[int]) -> dict[str, Any]:
    """Let a branch lead where it led, after the steps that there were stand in another order, or fewer."""
    led = step.get("otherwise")
    if not isinstance(led, int) or led < 1:
        return step
    still = [new for new, old in enumerate(numbers, start=1) if old >= led - 1]
    exact = [new for new, old in enumerate(numbers, start=1) if old == led - 1]
    return {**step, "otherwise": next(iter([*exact, *still]), 0)}


def _screen(
    request: Request,
    known: Caller,
    store: Store,
    workflow: Workflow,
    status: int = 200,
    *,
    written: Mapping[str, Any] | None = None,
    **said: Any,
) -> Response:
    """Show a workflow as it is stored, or as somebody has just written it where that could not be."""
    stored = drawing_routes.view(store, workflow)
    shown = written or stored.model_dump()
    return page(
        request,
        "workflow.html",
        status,
        here="/sites",
        known=known,
        site=sites.one(store, known.workspace_id, workflow.site_id),
        workflow=stored,
        drawn=shown,
        troubles=stored.troubles if written is None else [],
        versions=drawing_routes.versions(workflow.id, known, store).items,
        kinds=NAMES,
        starters=triggers.NAMES,
        days=DAYS,
        deeds=DEEDS,
        seen=version_of(stored),
        **said,
    )


def _list(request: Request, known: Caller, store: Store, site_id: str, **said: str) -> Response:
    site = sites.one(store, known.workspace_id, site_id)
    found = store.scalars(service.of_site(known.workspace_id, site_id)).all()
    views = [drawing_routes.view(store, workflow) for workflow in found]
    return page(
        request, "workflows.html", 200, here="/sites", known=known, site=site, workflows=views, **said
    )


@router.get("/sites/{site_id}/workflows")
def workflows_page(request: Request, site_id: str, known: Known, store: Store, removed: str = "") -> Response:
    """Show what follows when forms of a site are sent, and which workflow was just removed."""
    gone = drawing.removed(store, known.workspace_id, removed) if removed else None
    return _list(request, known, store, site_id, done=f"“{gone.name}” is removed." if gone else "")


@router.post("/sites/{site_id}/workflows")
def begin(request: Request, site_id: str, known: Known, store: Store, written: Written) -> Response:
    """Make an empty workflow and lead to it."""
    try:
        wanted = fits(plan_routes.EmptyWorkflow, _NAME, name=written.get("name", ""))
        made = plan_routes.take(site_id, wanted, known, store)
    except Problem as problem:
        return _list(request, known, store, site_id, words=problem.detail)
    return RedirectResponse(f"/workflows/{made.id}/drawing", 303)


@router.get("/workflows/{workflow_id}/drawing")
def drawing_page(request: Request, workflow_id: str, known: Known, store: Store) -> Response:
    """Show a workflow as it is drawn."""
    return _screen(request, known, store, service.one(store, known.workspace_id, workflow_id))


@router.post("/workflows/{workflow_id}/drawing")
def draw(request: Request, workflow_id: str, known: Known, store: Store, written: Written) -> Response:
    """Store what stands on the screen, and do what was pressed; what is refused stays on the screen."""
    act, _, what = written.get("act", "save").partition(":")
    if act == "away":
        return _removed(request, known, store, workflow_id, written.get("seen"))
    workflow = drawing.locked(store, known.workspace_id, workflow_id)
    draft = {
        "name": written.get("name", ""),
        "trigger": _trigger(written),
        "steps": _acted(_steps(written), act, what),
    }
    try:
        refuse_stale(written.get("seen"), drawing_routes.view(store, workflow))
        wanted = fits(drawing_routes.Drawing, _TOO_MUCH, **draft)
        drawing.draw(store, workflow, wanted.name, wanted.steps, wanted.trigger)
    except Problem as problem:
        words = f"{problem.detail} {_BELOW}" if problem.status == _STALE else problem.detail
        return _screen(request, known, store, workflow, problem.status, written=draft, words=words)
    try:
        said = _published(store, workflow, act, what)
        door = hook_routes.renew(workflow_id, known, store, settings_of(request)) if act == "secret" else None
    except Problem as problem:
        return _screen(request, known, store, workflow, problem.status, words=problem.detail)
    focus = _focus(act, what, len(wanted.steps))
    return _screen(request, known, store, workflow, done=said, focus=focus, door=door)


def _removed(request: Request, known: Caller, store: Store, workflow_id: str, seen: str | None) -> Response:
    """Take a workflow away as it was seen, and lead to those that are left."""
    workflow = service.one(store, known.workspace_id, workflow_id)
    try:
        drawing_routes.remove(workflow_id, known, store, seen)
    except Problem as problem:
        return _screen(request, known, store, workflow, problem.status, words=problem.detail)
    return RedirectResponse(f"/sites/{workflow.site_id}/workflows?removed={workflow.id}", 303)


def _published(store: Store, workflow: Workflow, act: str, what: str) -> str:
    """Publish, if that was pressed; returns what to say of what was done."""
    if act == "publish":
        version = drawing.publish(store, workflow)
        return f"Version {version.number} is published. Whoever comes from now on meets it."
    if act == "back" and what.isdecimal():
        version = drawing.publish(store, workflow, int(what))
        return f"Version {what} is in force again, as version {version.number}."
    return "Saved."


def _focus(act: str, what: str, many: int) -> int:
    """Return the number of the step that somebody goes on with; 0 for none."""
    if act == "add":
        return many
    return max(int(what) - 1, 1) if act == "up" and what.isdecimal() else 0
