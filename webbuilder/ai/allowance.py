"""Rules of asking the copywriter: how often a workspace may, and what it has cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field
from sqlalchemy import Select, delete, select

from webbuilder import clock, database
from webbuilder.accounts.tables import Workspace
from webbuilder.ai.tables import Question
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

USUAL, WITHIN = 200, timedelta(days=1)  # questions of a workspace whose operator says nothing else
_HOUR = 3600


@dataclass(slots=True)
class Cost:
    """What a question has cost by now, in tokens as the provider counts them; `begun` once it is answered."""

    tokens: int = 0
    begun: bool = False


class Spent(BaseModel):
    """How often a workspace has asked since yesterday, how often it may, and what that has cost."""

    asked: int
    allowance: int
    tokens: int = Field(description="As the provider counts them.")


def asked_since(workspace_id: str, moment: datetime) -> Select[Question]:
    """Select what a workspace asked after a moment, the oldest first."""
    return (
        select(Question)
        .where(Question.workspace_id == workspace_id, Question.asked_at > moment)
        .order_by(Question.asked_at, Question.id)
    )


def _lately(session: Session, workspace_id: str) -> Sequence[Question]:
    return session.scalars(asked_since(workspace_id, clock.now(session, workspace_id) - WITHIN)).all()


def of(workspace: Workspace) -> int:
    """Return how often a workspace may ask within a day."""
    return USUAL if workspace.ai_allowance is None else workspace.ai_allowance


def admit(session: Session, workspace_id: str) -> str:
    """Count one more question before it is asked, one after the other, and return its id.

    Raises:
        Problem: the workspace has asked as often as it may (429); Retry-After says when it may again.
    """
    workspace = session.get_one(Workspace, workspace_id, with_for_update=True)
    lately, most = _lately(session, workspace_id), of(workspace)
    if len(lately) >= most:
        raise _enough(lately, most, clock.now(session, workspace_id))
    question = Question(
        id=database.new_id("question"), workspace_id=workspace_id, asked_at=clock.now(session, workspace_id)
    )
    session.add(question)
    session.flush()
    return question.id


def _enough(lately: Sequence[Question], most: int, now: datetime) -> Problem:
    since = lately[-most].asked_at if most else now
    seconds = int((since + WITHIN - now).total_seconds()) + 1
    return Problem(
        429,
        "asked-enough",
        f"Your workspace has asked the copywriter {most} times since yesterday, and may not more often. Your "
        f"page is as it was; ask again in {-(-seconds // _HOUR)} hours, or write the words yourself.",
        headers={"Retry-After": str(seconds)},
    )


def spent(session: Session, question_id: str, cost: Cost) -> None:
    """Write down what a question has cost."""
    question = session.get(Question, question_id)
    if question is not None:
        question.tokens = cost.tokens


def give_back(session: Session, question_id: str) -> None:
    """Let a question not count of which nothing came, through no fault of who asked."""
    session.execute(delete(Question).where(Question.id == question_id))


def told(session: Session, workspace_id: str) -> Spent:
    """Return how often a workspace has asked since yesterday, and what that has cost."""
    lately = _lately(session, workspace_id)
    most = of(session.get_one(Workspace, workspace_id))
    return Spent(asked=len(lately), allowance=most, tokens=sum(question.tokens for question in lately))
