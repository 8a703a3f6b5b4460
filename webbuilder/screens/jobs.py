"""The screens of work in the background: how far it is, and what visitors sent that waits for some."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse
from pydantic import BaseModel
from starlette.responses import Response

from webbuilder.asking import Known, Store
from webbuilder.connector import late, service as connector, sifting, submission_routes
from webbuilder.conventions.lists import MOST
from webbuilder.jobs import backlog, work
from webbuilder.problems import Problem
from webbuilder.screens.application import fits, page
from webbuilder.sites import service as sites
from webbuilder.webhooks import service as webhooks
from webbuilder.webhooks.routes import OWNERS
from webbuilder.workflows import control

router = APIRouter(include_in_schema=False)
_DID = {
    "cancel": "Cancelled. Nothing more of it is done; what was done stays.",
    "retry": "It is done again, from where it stopped.",
    "send": "It is sent again.",
    "ask": "It is being done. You can leave this page.",
}


class Wanted(BaseModel):
    """What is to become of a job."""

    act: Literal["cancel", "retry"]


def _screen(request: Request, known: Known, store: Store, status: int = 200, **said: str) -> Response:
    jobs = store.scalars(work.of_workspace(known.workspace_id).limit(MOST)).all()
    named = dict(store.execute(sites.names_of(known.workspace_id)).tuples().all())
    failed = store.scalars(control.failed_of(known.workspace_id).limit(MOST)).all()
    told = {one.id: one for one in store.scalars(webhooks.of_workspace(known.workspace_id))}
    given_up = store.scalars(webhooks.given_up(known.workspace_id).limit(MOST)).all()
    messages = [(message, told[message.webhook_id]) for message in given_up]
    waits = backlog.of(store, known.workspace_id)
    shown = {"jobs": jobs, "sites": named, "failed": failed, "messages": messages, "backlog": waits, **said}
    return page(request, "jobs.html", status, here="/jobs", known=known, **shown)


@router.get("/jobs")
def jobs_page(request: Request, known: Known, store: Store, did: str = "") -> Response:
    """Show what is done in the background, how far it is, and what came to nothing."""
    return _screen(request, known, store, done=_DID.get(did, ""))


@router.post("/jobs/{job_id}")
def act(
    request: Request,
    job_id: str,
    known: Known,
    store: Store,
    act: Annotated[str, Form(max_length=20)] = "",
) -> Response:
    """Cancel a job or let it be done again, and show how all stand."""
    wanted = fits(Wanted, "Nothing of that kind can be done to a job. Load the page again.", act=act)
    job = work.one(store, known.workspace_id, job_id)
    try:
        (work.cancel if wanted.act == "cancel" else work.again)(store, job)
    except Problem as refusal:
        return _screen(request, known, store, refusal.status, told=refusal.detail)
    return RedirectResponse(f"/jobs?did={wanted.act}", 303)


@router.post("/jobs/messages/{message_id}", openapi_extra=OWNERS)
def send_again(request: Request, message_id: str, known: Known, store: Store) -> Response:
    """Send a message to a partner once more that was given up, and show how all stand."""
    try:
        webhooks.send_again(store, known.workspace_id, message_id)
    except Problem as refusal:
        return _screen(request, known, store, refusal.status, told=refusal.detail)
    return RedirectResponse("/jobs?did=send", 303)


def _submissions(
    request: Request, known: Known, store: Store, site_id: str, status: int = 200, **said: str
) -> Response:
    site = sites.one(store, known.workspace_id, site_id)
    found = store.scalars(connector.submissions_of(known.workspace_id, site_id)).all()
    started = late.started(store, found)
    shown = {
        "site": site,
        "submissions": [submission_routes.view(sent, started) for sent in found],
        "late": late.many(store, site),
        **said,
    }
    return page(request, "submissions.html", status, here="/sites", known=known, **shown)


@router.get("/sites/{site_id}/submissions")
def submissions_page(request: Request, site_id: str, known: Known, store: Store, did: str = "") -> Response:
    """Show what visitors sent, what of it was held back, and what started nothing."""
    done = "Let through. What its form starts, it starts now." if did == "release" else ""
    return _submissions(request, known, store, site_id, done=done)


@router.post("/sites/{site_id}/submissions/{submission_id}/release")
def release(request: Request, site_id: str, submission_id: str, known: Known, store: Store) -> Response:
    """Let through what was held back, and show what visitors sent."""
    site = sites.in_use(store, known.workspace_id, site_id)
    try:
        sifting.let_through(store, site, submission_id)
    except Problem as refusal:
        return _submissions(request, known, store, site_id, refusal.status, told=refusal.detail)
    return RedirectResponse(f"/sites/{site_id}/submissions?did=release", 303)


@router.post("/sites/{site_id}/submissions/late-starts")
def start_late(request: Request, site_id: str, known: Known, store: Store) -> Response:
    """Let all that was kept start something, and show how far that is."""
    site = sites.in_use(store, known.workspace_id, site_id)
    try:
        work.ask_late(store, site)
    except Problem as refusal:
        return _submissions(request, known, store, site_id, refusal.status, told=refusal.detail)
    return RedirectResponse("/jobs?did=ask", 303)
