"""AI Services over HTTP: ask for a suggestion, accept it, refuse it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from webbuilder.ai import allowance, copywriter, replies, service
from webbuilder.ai.tables import Suggestion
from webbuilder.asking import Known, Store, database_of, settings_of
from webbuilder.brands import service as brands
from webbuilder.components import service as components
from webbuilder.conventions.kept import Keeping
from webbuilder.conventions.numbers import whole
from webbuilder.database import Database
from webbuilder.problems import Problem, names, refused
from webbuilder.sites import service as sites

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.components.tree import Tree

    Proposal = tuple[list[replies.Wording], str]  # the words, and why they read as they do

router = APIRouter(prefix="/api", tags=["customising"], route_class=Keeping)


class Wish(BaseModel):
    """What to rewrite, for whom; another `alternative` gives other words."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"component": "c_5f0c21", "brief": {"business": "Maya's Sourdough"}}]
        },
    )
    component: str = Field(json_schema_extra=names("component_id"))
    brief: service.Brief
    alternative: Annotated[int, Field(strict=True, ge=0, le=100), BeforeValidator(whole)] = 0


class SuggestionView(BaseModel):
    """Proposed words, beside those that stand on the page."""

    id: str
    component: str
    state: str
    reason: str
    wordings: list[replies.Wording]
    alternatives: list[str] = Field(
        description="What waits for a decision on the same component, itself included, the oldest first."
    )


class Decision(BaseModel):
    """What became of a suggestion, and the site's revision after it."""

    state: str
    revision: int | None = None


def view(store: Session, suggestion: Suggestion) -> SuggestionView:
    """Return what is shown of a suggestion."""
    return SuggestionView(
        id=suggestion.id,
        component=suggestion.component_id,
        state=suggestion.state,
        reason=suggestion.reason,
        wordings=[replies.Wording.model_validate(change) for change in suggestion.changes],
        alternatives=[one.id for one in service.alternatives(store, suggestion)],
    )


@dataclass(slots=True)
class Asking:
    """A question that was counted: what it is about, and what it has cost by now."""

    tree: Tree
    question: dict[str, Any]
    id: str
    cost: allowance.Cost


def question(database: Database, workspace_id: str, site_id: str, wish: Wish) -> Asking:
    """Count a question about the page as it is; no transaction waits while the copywriter thinks.

    Raises:
        Problem: no such site or component, it holds no words, or the workspace has asked as often as it may.
    """
    with database.transaction() as store:
        sites.one(store, workspace_id, site_id)
        tree, brand = components.tree_of(store, site_id, workspace_id), brands.of(store, workspace_id)
        decided = service.decided(store, workspace_id, site_id, wish.component)
        nth = wish.alternative + decided  # whoever has decided on some words asks for others
        asked = service.question(tree, wish.component, wish.brief, brand, alternative=nth)
        return Asking(tree, asked, allowance.admit(store, workspace_id), allowance.Cost())


def settle(database: Database, asking: Asking) -> None:
    """Let a question not count that nobody answered; one whose answer was of no use has its price."""
    with database.transaction() as store:
        if asking.cost.begun:
            allowance.spent(store, asking.id, asking.cost)
        else:
            allowance.give_back(store, asking.id)


def keep(  # noqa: PLR0917 - whose, what about, and what came of it
    database: Database, workspace_id: str, site_id: str, wish: Wish, asking: Asking, proposed: Proposal
) -> SuggestionView:
    """Store what the copywriter proposed, for somebody to decide on, and what it has cost."""
    wordings, reason = proposed
    with database.transaction() as store:
        site = sites.one(store, workspace_id, site_id)
        allowance.spent(store, asking.id, asking.cost)
        kept = service.keep(store, site, wish.component, wish.brief, wordings=wordings, reason=reason)
        return view(store, kept)


async def suggest(request: Request, workspace_id: str, site_id: str, wish: Wish) -> SuggestionView:
    """Ask the copywriter and keep what it says; no thread waits while it thinks, which others may need.

    Raises:
        Problem: no such site or component, the copywriter is away, or its answer does not fit.
    """
    database = database_of(request)
    asking = await run_in_threadpool(question, database, workspace_id, site_id, wish)
    try:
        reply = await copywriter.ask(settings_of(request), asking.question, asking.cost)
        proposed = replies.checked(reply, asking.tree, asking.question)
    except Problem:
        await run_in_threadpool(settle, database, asking)
        raise
    return await run_in_threadpool(keep, database, workspace_id, site_id, wish, asking, proposed)


@router.get("/copywriter")
def spent(known: Known, store: Store) -> allowance.Spent:
    """Say how often this workspace has asked since yesterday, how often it may, and what that has cost."""
    return allowance.told(store, known.workspace_id)


@router.post("/sites/{site_id}/suggestions", status_code=201, responses=refused(429, 502, 503))
async def ask(site_id: str, wish: Wish, request: Request, known: Known) -> SuggestionView:
    """Ask for other words; the page stays as it is until they are accepted."""
    return await suggest(request, known.workspace_id, site_id, wish)


@router.get("/suggestions/{suggestion_id}")
def read(suggestion_id: str, known: Known, store: Store) -> SuggestionView:
    """Return a suggestion and what became of it."""
    return view(store, service.one(store, known.workspace_id, suggestion_id))


@router.post("/suggestions/{suggestion_id}/acceptance", responses=refused(409))
def accept(suggestion_id: str, known: Known, store: Store) -> Decision:
    """Put the suggested words onto the page."""
    return Decision(
        state="accepted", revision=service.accept(store, known.workspace_id, known.person_id, suggestion_id)
    )


@router.post("/suggestions/{suggestion_id}/refusal", responses=refused(409))
def refuse(suggestion_id: str, known: Known, store: Store) -> Decision:
    """Leave the page as it is."""
    service.refuse(store, known.workspace_id, suggestion_id)
    return Decision(state="refused")
