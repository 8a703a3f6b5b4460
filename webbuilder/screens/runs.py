"""The screens on which an owner sees what workflows did, and does something about a run."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from webbuilder.asking import Known, Store
from webbuilder.conventions.lists import MOST, Part
from webbuilder.problems import Problem
from webbuilder.screens.application import fits, page
from webbuilder.sites import service as sites
from webbuilder.workflows import control, routes, run_routes, service

router = APIRouter(include_in_schema=False)
# What each act is called, and what is said of it once it is done.
_ACTS = {
    "pause": ("Pause", "Paused. It takes no further step before you let it go on."),
    "resume": ("Let it go on", "It goes on."),
    "cancel": ("Cancel the run", "Cancelled. It takes no further step."),
    "retry": ("Try again", "It goes on at the step that failed; what was done before is not done again."),
}
# The same for all runs that it fits; how many there were is put in.
_ALL = {
    "pause": ("Pause all", "Paused: {}. They take no further step before you let them go on."),
    "resume": ("Let all go on", "Going on: {}."),
    "cancel": ("Cancel all", "Cancelled: {}. They take no further step."),
    "retry": ("Try all again", "Tried again: {}. Each goes on at the step that failed."),
}
_UNKNOWN = "Nothing of that kind can be done to a run. Load the page again."


@router.get("/workflows/{workflow_id}")
def runs_page(  # noqa: PLR0917 - the framework calls it by name
    request: Request,
    workflow_id: str,
    known: Known,
    store: Store,
    state: routes.Standing = None,
    did: str = "",
    many: int = 0,
) -> Response:
    """Show what a workflow did, and to how many runs something was just done."""
    workflow = service.one(store, known.workspace_id, workflow_id)
    found = routes.runs(workflow_id, known, store, Part(MOST, None), state).items
    return page(
        request,
        "runs.html",
        here="/sites",
        known=known,
        workflow=workflow,
        runs=found,
        standing=service.standing(store, workflow),
        state=state,
        most=MOST,
        acts=control.fitting_any(store, workflow),
        called=_ALL,
        done=_ALL[did][1].format(many) if did in _ALL else "",
    )


@router.post("/workflows/{workflow_id}")
def act_on_all(
    workflow_id: str, known: Known, store: Store, act: Annotated[str, Form(max_length=20)] = ""
) -> Response:
    """Do something to each run that it fits, and lead to how they stand by now."""
    wanted = fits(run_routes.WantedAct, _UNKNOWN, act=act)
    done = run_routes.act_on_all(workflow_id, wanted, known, store)
    return RedirectResponse(f"/workflows/{workflow_id}?did={wanted.act}&many={done.runs}", 303)


def _screen(
    request: Request, known: Known, store: Store, run_id: str, status: int = 200, **said: str
) -> Response:
    run = run_routes.view(store, control.one(store, known.workspace_id, run_id))
    workflow = service.one(store, known.workspace_id, run.workflow)
    zone = ZoneInfo(sites.one(store, known.workspace_id, workflow.site_id).zone)
    shown = {"known": known, "run": run, "workflow": workflow, "acts": _ACTS, "zone": zone, **said}
    return page(request, "run.html", status, here="/sites", **shown)


@router.get("/runs/{run_id}")
def run_page(request: Request, run_id: str, known: Known, store: Store, did: str = "") -> Response:
    """Show one run step by step, and what was just done to it."""
    return _screen(request, known, store, run_id, done=_ACTS[did][1] if did in _ACTS else "")


@router.post("/runs/{run_id}")
def act(
    request: Request, run_id: str, known: Known, store: Store, act: Annotated[str, Form(max_length=20)] = ""
) -> Response:
    """Do something to a run and lead to how it stands by now, or say why not."""
    try:
        wanted = fits(run_routes.WantedAct, _UNKNOWN, act=act)
        run_routes.act(run_id, wanted, known, store)
    except Problem as problem:
        return _screen(request, known, store, run_id, problem.status, words=problem.detail)
    return RedirectResponse(f"/runs/{run_id}?did={wanted.act}", 303)
