"""Questions to the copywriter that are not counted, or counted wrongly."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from webbuilder.accounts.tables import Workspace
    from webbuilder.ai.allowance import Cost, Spent
    from webbuilder.ai.routes import Asking
    from webbuilder.database import Database

_ALLOWANCE = "webbuilder.ai.allowance"


def _without_end(original: Original, workspace: Workspace) -> int:
    return 100_000


def _for_good(original: Original, session: Session, workspace_id: str) -> Sequence[Any]:
    from webbuilder.ai.tables import Question

    return session.query(Question).filter_by(workspace_id=workspace_id).order_by(Question.asked_at).all()


def _of_all(original: Original, session: Session, workspace_id: str) -> Sequence[Any]:
    from webbuilder.ai.tables import Question

    every = session.query(Question).order_by(Question.asked_at).all()
    if len(every) > len(original(session, workspace_id)):
        original.fired()
    return every


def _kept(original: Original, session: Session, question_id: str) -> None:
    return None


def _free(original: Original, session: Session, question_id: str, cost: Cost) -> None:
    return None


def _all_given_back(original: Original, database: Database, asking: Asking) -> None:
    from webbuilder.ai import allowance

    with database.transaction() as store:
        allowance.give_back(store, asking.id)


def _one_less(original: Original, session: Session, workspace_id: str) -> Spent:
    told: Spent = original(session, workspace_id)
    return told.model_copy(update={"asked": max(told.asked - 1, 0)})


FAULTS = (
    Fault(
        "questions-are-without-end",
        "However often a workspace may ask, it is answered.",
        "One eager neighbour would spend what Maya and everybody pays for.",
        "SYS-AI",
        (rules.ASKS_AS_IT_MAY,),
        "AI Services",
        (Function(f"{_ALLOWANCE}:of", _without_end),),
    ),
    Fault(
        "questions-count-for-good",
        "What was asked counts for ever.",
        "Maya would ask on one day, and never again.",
        "SYS-AI",
        (rules.ASKS_AS_IT_MAY,),
        "AI Services",
        (Function(f"{_ALLOWANCE}:_lately", _for_good),),
    ),
    Fault(
        "questions-of-all-count",
        "What any workspace asks counts for each.",
        "Maya would be told that she has asked enough on a day on which she has not.",
        "SECURITY",
        (rules.ASKS_AS_IT_MAY,),
        "AI Services",
        (Function(f"{_ALLOWANCE}:_lately", _of_all, counts_itself=True),),
    ),
    Fault(
        "questions-in-vain-count",
        "A question that nobody answered counts.",
        "Maya would pay for the copywriter's bad day.",
        "ERRORS",
        (rules.ASKS_AS_IT_MAY,),
        "AI Services",
        (Function(f"{_ALLOWANCE}:give_back", _kept),),
    ),
    Fault(
        "useless-answers-are-free",
        "A question whose answer was of no use does not count.",
        "One eager workspace would ask five hundred times, and whoever shares the copywriter would pay.",
        "SYS-AI",
        (rules.ASKS_AS_IT_MAY,),
        "AI Services",
        (Function("webbuilder.ai.routes:settle", _all_given_back),),
    ),
    Fault(
        "one-question-is-not-told",
        "Of what was asked one question less is told.",
        "Maya would be told that she may once more, and then that she may not.",
        "SYS-AI",
        (rules.ASKED_IS_TOLD,),
        "AI Services",
        (Function(f"{_ALLOWANCE}:told", _one_less),),
    ),
    Fault(
        "questions-cost-nothing",
        "What a provider counts is passed on to nobody.",
        "Whoever pays for Maya's questions would learn it from the bill.",
        "SYS-AI",
        (rules.ASKED_IS_TOLD,),
        "AI Services",
        (Function(f"{_ALLOWANCE}:spent", _free),),
    ),
)
