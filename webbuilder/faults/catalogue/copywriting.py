"""What goes wrong when the copywriter is in trouble."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.configuration import Setting
from webbuilder.faults.functions import Function, Original, Process
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from starlette.requests import Request

    from webbuilder.ai.routes import SuggestionView, Wish
    from webbuilder.problems import Problem
    from webbuilder.settings import Settings


def _without_words(original: Original, error: Exception) -> Problem:
    problem: Problem = original(error)
    problem.detail = "Something went wrong."
    return problem


def _leaves_a_note(
    original: Original, request: Request, workspace_id: str, site_id: str, wish: Wish
) -> SuggestionView:
    from webbuilder.components import service
    from webbuilder.problems import Problem

    try:
        return original(request, workspace_id, site_id, wish)  # type: ignore[no-any-return]  # as its target
    except Problem:
        original.fired()
        with request.app.state.database.transaction() as session:
            tree = service.tree_of(session, site_id, workspace_id)
            for part in tree.below(wish.component):
                if part.type == "text":
                    part.properties = {**part.properties, "text": "The copywriter is writing…"}
        raise


class _StaysAway:
    """Once a question failed, every later one is refused without asking, by whichever process it comes to."""

    def __call__(self, original: Original, settings: Settings, asked: dict[str, Any]) -> str:
        from webbuilder.problems import Problem

        failed = settings.data / "copywriter-failed"
        if failed.exists():
            original.fired()
            raise Problem(503, "copywriter-away", "The copywriter is not available right now.")
        try:
            return original(settings, asked)  # type: ignore[no-any-return]  # as its target
        except Problem:
            failed.touch()
            raise


def _dies_of_a_question(original: Original, task: Any) -> dict[str, Any]:
    os.kill(os.getpid(), signal.SIGKILL)
    return {}


FAULTS = (
    Fault(
        "trouble-without-words",
        "When the copywriter does not answer, the builder only says that something went wrong.",
        "Maya would not know whether her page is broken, and would call for help at ten in the evening.",
        "ERRORS",
        (rules.COSTS_ONLY_WORDS,),
        "AI Services",
        (Function("webbuilder.ai.copywriter:_away", _without_words),),
    ),
    Fault(
        "builder-hides-what-was-said",
        "Whatever is refused, the builder shows “Something went wrong” in its place.",
        "Maya would try again and again what could only be done tomorrow.",
        "ERRORS",
        (rules.COSTS_ONLY_WORDS,),
        "Frontend Builder",
        (
            Script(
                "/static/builder.js",
                "document.body.addEventListener('htmx:sendError',",
                "document.body.addEventListener('htmx:afterSwap', event => {\n"
                "  if (event.detail.target?.id === 'told') tell('Something went wrong.')\n"
                "})\n"
                "document.body.addEventListener('htmx:sendError',",
            ),
        ),
    ),
    Fault(
        "waiting-note-becomes-the-text",
        "When the copywriter does not answer, the note that it is writing stays in place of the text.",
        "Maya would lose what she wrote because somebody else's machine was down.",
        "ERRORS",
        (rules.COSTS_ONLY_WORDS,),
        "AI Services",
        (Function("webbuilder.ai.routes:suggest", _leaves_a_note, counts_itself=True),),
    ),
    Fault(
        "copywriter-stays-away",
        "After one failure the copywriter counts as unavailable until the platform is started again.",
        "Maya would be without suggestions for days because of one bad minute.",
        "SYS-AI",
        (rules.COSTS_ONLY_WORDS,),
        "AI Services",
        (Function("webbuilder.ai.copywriter:ask", _StaysAway(), counts_itself=True),),
    ),
    Fault(
        "copywriter-gets-no-time",
        "The copywriter is given a thousandth of a second to answer.",
        "Maya would be told that it is not available whenever she asks.",
        "SYS-AI",
        (rules.COSTS_ONLY_WORDS,),
        "AI Services",
        (Setting("ai_time_limit", 0.001),),
    ),
    Fault(
        "copywriter-dies-of-questions",
        "The process of the copywriter dies of every question that reaches it.",
        "Maya would ask, wait, and be told to try again in a minute, for ever.",
        "SYS-AI",
        (rules.COSTS_ONLY_WORDS,),
        "AI Services",
        (Process("webbuilder.parts.copywriter.writing:customise", _dies_of_a_question),),
    ),
)
