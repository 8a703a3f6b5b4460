"""What goes wrong at the doors of the API: whose a thing is, what a caller came for, what a key opens."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.accounts.roles import Demand
    from webbuilder.accounts.service import Caller
    from webbuilder.accounts.tables import ApiKey, Invitation, Person
    from webbuilder.ai.tables import Suggestion
    from webbuilder.workflows.tables import Workflow


def _anybodys_workflow(original: Original, workspace_id: str, workflow_id: str) -> Select[Workflow]:
    from sqlalchemy import select

    from webbuilder.workflows.tables import Workflow

    return select(Workflow).where(Workflow.id == workflow_id)


def _anybodys_suggestion(original: Original, workspace_id: str, suggestion_id: str) -> Select[Suggestion]:
    from sqlalchemy import select

    from webbuilder.ai.tables import Suggestion

    return select(Suggestion).where(Suggestion.id == suggestion_id)


def _anybodys_person(original: Original, workspace_id: str, person_id: str) -> Select[Person]:
    from sqlalchemy import select

    from webbuilder.accounts.tables import Person

    return select(Person).where(Person.id == person_id)


def _anybodys_invitation(original: Original, workspace_id: str, invitation_id: str) -> Select[Invitation]:
    from sqlalchemy import select

    from webbuilder.accounts.tables import Invitation

    return select(Invitation).where(Invitation.id == invitation_id)


def _anybodys_key(original: Original, workspace_id: str, key_id: str) -> Select[ApiKey]:
    from sqlalchemy import select

    from webbuilder.accounts.tables import ApiKey

    return select(ApiKey).where(ApiKey.id == key_id)


def _whoever_was_first(original: Original, session: Session, token: str | None) -> Caller:
    from sqlalchemy import select

    from webbuilder.accounts.service import issue
    from webbuilder.accounts.tables import Person

    if token is None:
        first = session.scalars(select(Person).order_by(Person.created_at).limit(1)).one()
        token = issue(session, first)
        session.flush()
    known: Caller = original(session, token)
    return known


def _viewers_may_publish(original: Original, methods: Any, tags: Any, said: Any) -> Demand:
    asked: Demand = original(methods, tags, said)
    return replace(asked, role="viewer") if "publishing" in tags else asked


def _editors_decide(original: Original, methods: Any, tags: Any, said: Any) -> Demand:
    asked: Demand = original(methods, tags, said)
    return replace(asked, role="editor") if asked.role == "owner" and "GET" in (methods or ()) else asked


def _contacts_for_every_key(original: Original, scopes: frozenset[str], wanted: str | None) -> None:
    original(scopes | {"contacts:read"}, wanted)


def _sites_for_every_key(original: Original, scopes: frozenset[str], wanted: str | None) -> None:
    original(scopes | {"sites:read"}, wanted)


FAULTS = (
    Fault(
        "runs-open-for-a-competitor",
        "Whoever knows a workflow's id reads what it did, whatever business they belong to.",
        "Ravi would read the address of everybody who signed up with Maya.",
        "SECURITY",
        (rules.NO_REACH,),
        "Workflow Engine",
        (Query("webbuilder.workflows.service:with_id", _anybodys_workflow),),
    ),
    Fault(
        "suggestions-open-for-a-competitor",
        "Whoever knows a suggestion's id reads and accepts it, whatever business they belong to.",
        "Ravi would put words onto Maya's page.",
        "SECURITY",
        (rules.NO_REACH,),
        "AI Services",
        (Query("webbuilder.ai.service:with_id", _anybodys_suggestion),),
    ),
    Fault(
        "people-are-anybodys",
        "Whoever knows a person's id changes their role, whatever business they belong to.",
        "Ravi would make Maya a viewer of her own shop.",
        "SECURITY",
        (rules.NO_REACH,),
        "Backend APIs",
        (Query("webbuilder.accounts.people:with_id", _anybodys_person),),
    ),
    Fault(
        "invitations-are-anybodys",
        "Whoever knows an invitation's id withdraws it, whatever business they belong to.",
        "Nobody would ever come to help Maya.",
        "SECURITY",
        (rules.NO_REACH,),
        "Backend APIs",
        (Query("webbuilder.accounts.people:invitation_with_id", _anybodys_invitation),),
    ),
    Fault(
        "keys-are-anybodys",
        "Whoever knows a key's id withdraws it, whatever business they belong to.",
        "Maya's till would stand still on Saturday morning.",
        "SECURITY",
        (rules.NO_REACH,),
        "Backend APIs",
        (Query("webbuilder.accounts.keys:with_id", _anybodys_key),),
    ),
    Fault(
        "strangers-are-somebody",
        "Whoever has no session is taken for somebody who has.",
        "Anybody at all would sit in somebody's shop.",
        "SECURITY",
        (rules.NO_REACH,),
        "Backend APIs",
        (Function("webbuilder.accounts.service:caller_with", _whoever_was_first),),
    ),
    Fault(
        "viewers-may-publish",
        "One operation forgot to ask for more than a viewer.",
        "Maya's accountant would publish a draft that nobody had read over.",
        "ACCOUNTS",
        (rules.ASKS_WHAT_FOR,),
        "Live Sites",
        (Function("webbuilder.accounts.roles:demand", _viewers_may_publish),),
    ),
    Fault(
        "editors-read-what-is-for-owners",
        "What only owners should read is read by editors.",
        "Noor would know which partners Maya works with, and whom she invites.",
        "ACCOUNTS",
        (rules.ASKS_WHAT_FOR,),
        "Backend APIs",
        (Function("webbuilder.accounts.roles:demand", _editors_decide),),
    ),
    Fault(
        "every-key-reads-contacts",
        "A key reads contacts, whatever it was made for.",
        "A lost till would tell who buys Maya's bread.",
        "SECURITY",
        (rules.ASKS_WHAT_FOR,),
        "CRM System",
        (Function("webbuilder.accounts.roles:refuse_scope", _contacts_for_every_key),),
    ),
    Fault(
        "every-key-reads-sites",
        "A key reads sites, drafts and all, whatever it was made for.",
        "The till that counts customers would tell next week's offers.",
        "SECURITY",
        (rules.ASKS_WHAT_FOR,),
        "Backend APIs",
        (Function("webbuilder.accounts.roles:refuse_scope", _sites_for_every_key),),
    ),
)
