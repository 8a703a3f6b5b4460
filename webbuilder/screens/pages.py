"""The screens that are whole pages: signing in, sites, templates, the builder, contacts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Cookie, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from webbuilder.accounts import routes as account_routes, service as accounts
from webbuilder.accounts.roles import asks
from webbuilder.ai import allowance, routes as ai_routes, service as suggestions
from webbuilder.ai.tables import Suggestion
from webbuilder.asking import COOKIE, Known, Store, refuse_foreign_pages
from webbuilder.brands import service as brands
from webbuilder.brands.service import Brand
from webbuilder.components import registry, routes as component_routes
from webbuilder.components.properties import LANGUAGES
from webbuilder.conventions.versions import version_of
from webbuilder.problems import Problem
from webbuilder.publishing import pages as live_pages, service as publishing
from webbuilder.screens.application import page
from webbuilder.sites import service as sites
from webbuilder.templates import own, preview, routes as template_routes, service as templates

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form(max_length=2000)]


@router.get("/")
def home() -> Response:
    """Lead to the sites."""
    return RedirectResponse("/sites", 303)


@router.get("/sign-in")
def sign_in_page(request: Request, again: str = "") -> Response:
    """Ask who somebody is."""
    words = "You are not signed in, or it was too long ago. Sign in and try again." if again else ""
    return page(request, "sign_in.html", words=words, email="")


@router.post("/sign-in", dependencies=[Depends(refuse_foreign_pages)])
def sign_in(request: Request, email: Text = "", password: Text = "") -> Response:
    """Sign in and lead to the sites, or say what was wrong."""
    try:
        token = accounts.sign_in(request.app.state.database, email, password)
    except Problem as problem:
        return page(request, "sign_in.html", problem.status, words=problem.detail, email=email)
    answer = RedirectResponse("/sites", 303)
    account_routes.remember(request, answer, token)
    return answer


@router.post("/sign-out", openapi_extra=asks(role="viewer"))
def sign_out(
    known: Known,  # noqa: ARG001 - lets nobody else in
    store: Store,
    mm_session: Annotated[str, Cookie()],
) -> Response:
    """Sign out."""
    accounts.sign_out(store, mm_session)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE)
    return answer


@router.get("/templates")
def templates_page(
    request: Request,
    known: Known,
    store: Store,
    q: Annotated[str, Query(max_length=200)] = "",
    category: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Show what there is to start from, or what of it is looked for."""
    every = templates.offered(store, known.workspace_id)
    return page(
        request,
        "templates.html",
        here="/templates",
        known=known,
        templates=templates.offered(store, known.workspace_id, q, category),
        all=len(every),
        categories=sorted({one.category for one in every}),
        own=own.CATEGORY,
        wanted=q,
        category=category,
    )


@router.get("/templates/{template_id}")
def template_page(request: Request, template_id: str, known: Known, store: Store) -> Response:
    """Show one template, and ask for the name of the site."""
    template = templates.to_start_from(store, known.workspace_id, template_id)
    seen = version_of(template_routes.view(template)) if template.category == own.CATEGORY else ""
    return page(request, "template.html", here="/templates", known=known, template=template, seen=seen)


@router.get("/templates/{template_id}/preview")
def template_preview(template_id: str, known: Known, store: Store) -> Response:
    """Show a template as visitors would see a site made from it."""
    template = templates.to_start_from(store, known.workspace_id, template_id)
    tree = preview.tree_of(template)
    look = publishing.look_of(store, known.workspace_id, tree, indexed=False)
    return HTMLResponse(live_pages.render(tree, tree.home, template.name, look))


def _brief(brand: Brand, told: Suggestion | None, here: Suggestion | None) -> dict[str, str]:
    """Return what stands in the brief before anybody writes into it: the brand, and what was said last.

    Whom a site is for and what it should bring about is its own; another site's is not.
    """
    said = here.brief if here else {}
    own = {name: said.get(name) or "" for name in ("audience", "goal")}
    business = brand.name or (told.brief.get("business") if told else "") or ""
    return {**own, "business": business, "tone": brand.voice}


@router.get("/sites/{site_id}/builder")
def builder_page(
    request: Request, site_id: str, known: Known, store: Store, at: Annotated[str, Query(alias="page")] = ""
) -> Response:
    """Show the builder with a page of the site as it is; without one, with the home page."""
    site = sites.one(store, known.workspace_id, site_id)
    seen = component_routes.read(site_id, known, store, at or None)
    brand = brands.of(store, known.workspace_id)
    start = {
        "site": site.id,
        "may_change": known.role != "viewer",
        "revision": seen.revision,
        "accent": brand.colour,
        "page": seen.page.model_dump(),
        "types": {kind["name"]: kind for kind in registry.described()},
    }
    told = suggestions.last(store, known.workspace_id)
    here = suggestions.last(store, known.workspace_id, site.id)
    return page(
        request,
        "builder.html",
        here="/sites",
        known=known,
        site=site,
        start=start,
        pages=seen.pages,
        this_page=seen.page.id,
        languages=LANGUAGES,
        brief=_brief(brand, told, here),
        asked=allowance.told(store, known.workspace_id),
        suggestion=ai_routes.view(store, here) if here and here.state == "open" else None,
    )
