"""The pieces of the builder that come and go: a suggestion, a connection, a look before publishing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, Response

from webbuilder.ai import allowance, plan_routes, routes as ai_routes, service as ai
from webbuilder.asking import Known, Store, settings_of
from webbuilder.components import service as components
from webbuilder.connector import routes as connector_routes, service as connector
from webbuilder.conventions.versions import refuse_stale, version_of
from webbuilder.publishing import checking, service as publishing
from webbuilder.screens.application import page
from webbuilder.sites import addresses, routes as site_routes, service as sites
from webbuilder.workflows import routes as workflow_routes

if TYPE_CHECKING:
    from webbuilder.components.tree import Tree

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form(max_length=2000)]


@router.get("/suggestions/{suggestion_id}")
def suggestion(request: Request, suggestion_id: str, known: Known, store: Store) -> Response:
    """Show what the copywriter proposed, beside what else it proposes for the same place."""
    asked = allowance.told(store, known.workspace_id)
    return page(
        request, "suggestion.html", suggestion=ai_routes.read(suggestion_id, known, store), asked=asked
    )


@router.post("/suggestions/{suggestion_id}/accept")
def accept(suggestion_id: str, known: Known, store: Store) -> Response:
    """Put the words onto the page; the canvas hears of it and catches up."""
    revision = ai.accept(store, known.workspace_id, known.person_id, suggestion_id)
    return HTMLResponse(
        '<p class="good" role="status">The new words are on your page.</p>',
        headers={"HX-Trigger": json.dumps({"changed-elsewhere": {"revision": revision}})},
    )


@router.post("/suggestions/{suggestion_id}/refuse")
def refuse(suggestion_id: str, known: Known, store: Store) -> Response:
    """Put the words away."""
    ai.refuse(store, known.workspace_id, suggestion_id)
    return HTMLResponse('<p class="hint" role="status">Refused. Your page is as it was.</p>')


def _connection(  # noqa: PLR0917 - what is shown, and of whom
    request: Request, store: Store, workspace_id: str, site_id: str, form_id: str, chosen: str = ""
) -> Response:
    site = sites.one(store, workspace_id, site_id)
    tree = components.tree_of(store, site.id, workspace_id)
    connector.form_in(tree, form_id)
    found = store.scalar(connector.of_form(workspace_id, site_id, form_id))
    stands = connector_routes.view(store, found)
    workflows = workflow_routes.views(store, workspace_id, site_id)
    connected = next((workflow for workflow in workflows if found and workflow.id == found.workflow_id), None)
    return page(
        request,
        "connection.html",
        site_id=site_id,
        form_id=form_id,
        workflows=[one for one in workflows if one.by_form],
        connected=connected,
        chosen=chosen or (connected.id if connected else ""),
        broken=stands.because,
        fields=[field.properties for field in tree.children(form_id)],
        mapping=stands.mapping or _proposed(tree, form_id),
        seen=version_of(stands),
    )


def _proposed(tree: Tree, form_id: str) -> dict[str, str]:
    """Return what is proposed; nothing where the form asks for no address, which is told on connecting."""
    return connector.proposed_mapping(tree, form_id) if connector.asks_for_address(tree, form_id) else {}


@router.get("/sites/{site_id}/forms/{form_id}/connection")
def connection(request: Request, site_id: str, form_id: str, known: Known, store: Store) -> Response:
    """Show which workflow a form starts, and which it could."""
    return _connection(request, store, known.workspace_id, site_id, form_id)


@router.post("/sites/{site_id}/forms/{form_id}/connection")
def connect(  # noqa: PLR0917 - the framework calls it by name
    request: Request,
    site_id: str,
    form_id: str,
    known: Known,
    store: Store,
    workflow: Text = "",
    email: Text = "",
    name: Text = "",
    seen: Annotated[str | None, Form(max_length=100)] = None,
) -> Response:
    """Join a form to a workflow, if it still stands as was seen, and show how it stands."""
    site = sites.in_use(store, known.workspace_id, site_id)
    found = store.scalar(connector.of_form(known.workspace_id, site_id, form_id))
    refuse_stale(seen, connector_routes.view(store, found))
    mapping = {"email": email, **({"name": name} if name else {})} if email else None
    connector.connect(store, site, form_id, workflow, mapping)
    return _connection(request, store, known.workspace_id, site_id, form_id)


@router.post("/sites/{site_id}/forms/{form_id}/sample")
def try_out(request: Request, site_id: str, form_id: str, known: Known, store: Store) -> Response:
    """Send a sample through a form, and say where its run is found."""
    connector_routes.try_out(site_id, form_id, known, store)
    found = store.scalar(connector.of_form(known.workspace_id, site_id, form_id))
    return page(request, "sample.html", email=known.email, workflow_id=found.workflow_id if found else "")


@router.get("/sites/{site_id}/forms/{form_id}/workflow-suggestions")
def suggested(request: Request, site_id: str, form_id: str, known: Known, store: Store) -> Response:
    """Show which workflows would suit a form, and why."""
    found = plan_routes.views(store, known, site_id, form_id)
    return page(request, "plans.html", site_id=site_id, form_id=form_id, suggested=found)


@router.post("/sites/{site_id}/forms/{form_id}/workflow-suggestions")
def take(  # noqa: PLR0917 - the framework calls it by name
    request: Request, site_id: str, form_id: str, known: Known, store: Store, plan: Text = ""
) -> Response:
    """Make a suggested workflow, and show it chosen, to be connected."""
    made = plan_routes.take(site_id, plan_routes.WantedPlan(plan=plan), known, store)
    return _connection(request, store, known.workspace_id, site_id, form_id, made.id)


@router.post("/sites/{site_id}/publish")
def publish(
    request: Request, site_id: str, known: Known, store: Store, despite_warnings: Text = ""
) -> Response:
    """Let visitors have the draft, or show what should be looked at first."""
    try:
        release = publishing.publish(
            store, known.workspace_id, site_id, despite_warnings=bool(despite_warnings)
        )
    except checking.LookFirst as first:
        return page(request, "published.html", release=None, warnings=first.warnings, site_id=site_id)
    site = sites.one(store, known.workspace_id, site_id)
    told = settings_of(request)
    address, own = addresses.address_of(told.where.sites, site), site_routes.own_address(site, told)
    return page(request, "published.html", release=release, address=address, own=own)
