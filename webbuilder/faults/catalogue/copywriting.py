"""What goes wrong when the copywriter is in trouble."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

import os
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.configuration import Setting
from webbuilder.faults.functions import Function, Original, Process
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from webbuilder.ai.routes import Wish
    from webbuilder.database import Database
    from webbuilder.problems import Problem


def _without_words(original: Original, cause: str) -> Problem:
    problem: Problem = original(cause)
    problem.detail = "Something went wrong."
    return problem


def _leaves_a_note(
    original: Original, database: Database, workspace_id: str, site_id: str, wish: Wish
) -> Any:
    from webbuilder.components import service

    asked = original(database, workspace_id, site_id, wish)
    with database.transaction() as session:
        tree = service.tree_of(session, site_id, workspace_id)
        for part in tree.below(wish.component):
            if part.type == "text":
                part.properties = {**part.properties, "text": "The copywriter is writing…"}
    return asked


def _failed() -> Path:
    """Return what is there once a question has failed, for each process of this platform."""
    return Path(tempfile.gettempdir()) / f"copywriter-failed-{os.getppid()}"


def _noticed(original: Original, cause: str) -> Any:
    _failed().touch()
    return original(cause)


def _stays_away(original: Original) -> Any:
    from webbuilder.problems import Problem

    if _failed().exists():
        raise Problem(503, "copywriter-away", "The copywriter is not available right now.")
    return original()


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
        "Why nothing came of other words, the builder shows as “Something went wrong”.",
        "Maya would try again and again what could only be done tomorrow.",
        "ERRORS",
        (rules.COSTS_ONLY_WORDS, rules.READ_ALONG, rules.KEPT_BESIDE),
        "Frontend Builder",
        (
            Script(
                "/static/writing.js",
                "else this.tell((error.status",
                "else this.tell('Something went wrong.' || (error.status",
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
        (Function("webbuilder.ai.routes:question", _leaves_a_note),),
    ),
    Fault(
        "copywriter-stays-away",
        "After one failure the copywriter counts as unavailable until the platform is started again.",
        "Maya would be without suggestions for days because of one bad minute.",
        "SYS-AI",
        (rules.COSTS_ONLY_WORDS,),
        "AI Services",
        (
            Function("webbuilder.ai.copywriter:_away", _noticed),
            Function("webbuilder.ai.copywriter:_line", _stays_away),
        ),
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
