"""What goes wrong while words are written, and where there is a choice of them."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from webbuilder.ai.tables import Suggestion
    from webbuilder.components.tree import Tree

_WRITING = "/static/writing.js"
_REVISION_OF_TEMPLATE = 14  # of the bakery: whatever is above it is somebody's


def _nothing_to_read(original: Original, text: str, tree: Tree, asked: dict[str, Any]) -> list[Any]:
    return []


def _alone(original: Original, session: Session, suggestion: Suggestion) -> Sequence[Suggestion]:
    return [suggestion]


def _left_open(original: Original, session: Session, suggestion: Suggestion) -> None:
    return None


def _never_changed(original: Original, tree: Tree, wording: Any) -> bool:
    return False


def _whatever_changed(original: Original, session: Session, workspace_id: str, suggestion_id: str) -> Any:
    from webbuilder.problems import Problem
    from webbuilder.sites import service as sites

    suggestion = original(session, workspace_id, suggestion_id)
    if sites.one(session, workspace_id, suggestion.site_id).revision > _REVISION_OF_TEMPLATE:
        original.fired()
        raise Problem(409, "changed-meanwhile", "This page was changed meanwhile. Ask for a new one.")
    return suggestion


def _each_alone(
    original: Original, session: Session, workspace_id: str, person_id: str, suggestion_id: str
) -> int:
    from webbuilder.ai import service
    from webbuilder.components import service as components
    from webbuilder.sites import service as sites

    suggestion = service.undecided(session, workspace_id, suggestion_id)
    suggestion.state = "accepted"
    sites.locked(session, workspace_id, suggestion.site_id)
    revision = 0
    for one in suggestion.changes:
        change = components.Set(kind="set", id=one["component"], properties={one["property"]: one["after"]})
        revision = components.apply(session, workspace_id, suggestion.site_id, person_id, [change]).revision
    return revision


FAULTS = (
    Fault(
        "words-come-all-at-once",
        "What the copywriter writes is shown when it is whole, and not before.",
        "Maya would watch an empty panel, and take it for broken.",
        "SYS-AI",
        (rules.READ_ALONG,),
        "AI Services",
        (Function("webbuilder.ai.writing:_readable", _nothing_to_read),),
    ),
    Fault(
        "the-builder-reads-nothing-along",
        "The builder shows what is written when it is whole, and not before.",
        "Maya would wait for the last word of what she disliked from the first.",
        "SYS-AI",
        (rules.READ_ALONG,),
        "Frontend Builder",
        (Script(_WRITING, "      if (said.type === 'words') this.show(said.wordings)\n", ""),),
    ),
    Fault(
        "stop-does-not-stop",
        "Who stops the copywriter is shown its words all the same.",
        "Maya would press Stop, and be asked a minute later what to do with words that she did not want.",
        "SYS-AI",
        (rules.READ_ALONG,),
        "Frontend Builder",
        (Script(_WRITING, "this.asked.abort()", "undefined"),),
    ),
    Fault(
        "other-words-replace-the-first",
        "Whoever asks for other words has no way back to the first.",
        "Maya would find the first attempt the better one, and it would be gone.",
        "IP-AI-COMPONENT",
        (rules.KEPT_BESIDE,),
        "AI Services",
        (Function("webbuilder.ai.service:alternatives", _alone),),
    ),
    Fault(
        "other-words-are-the-same",
        "Whoever asks for other words is proposed the same ones.",
        "Maya would press the button until she believed that it does nothing.",
        "SYS-AI",
        (rules.KEPT_BESIDE,),
        "Frontend Builder",
        (Script(_WRITING, "brief, alternative })", "brief, alternative: 0 })"),),
    ),
    Fault(
        "what-was-not-chosen-comes-back",
        "A proposal that was not chosen waits for a decision for ever.",
        "Maya would be asked about last week's words each time that she opens her page.",
        "IP-AI-COMPONENT",
        (rules.KEPT_BESIDE, rules.OWNER_SAYS_SO),
        "AI Services",
        (Function("webbuilder.ai.service:_put_away", _left_open),),
    ),
    Fault(
        "accepted-words-are-many-acts",
        "Accepted words go onto the page one by one, each an act of its own.",
        "Maya would undo once, and have a page that is half hers.",
        "IP-AI-COMPONENT",
        (rules.ACCEPTED_IS_ONE, rules.ASKED_ALONE),
        "AI Services",
        (Function("webbuilder.ai.service:accept", _each_alone),),
    ),
    Fault(
        "accepted-over-what-was-written",
        "Words that were written after the copywriter was asked are overwritten by its own.",
        "Maya would correct her price, accept a headline, and sell for yesterday's.",
        "CONSISTENCY",
        (rules.WRITTEN_MEANWHILE,),
        "AI Services",
        (Function("webbuilder.ai.service:_changed_meanwhile", _never_changed),),
    ),
    Fault(
        "any-change-spoils-a-proposal",
        "A proposal can be accepted only where nothing at all was changed meanwhile.",
        "Maya could not work on her page while she waits for words.",
        "IP-AI-COMPONENT",
        (rules.WRITTEN_MEANWHILE,),
        "AI Services",
        (Function("webbuilder.ai.service:undecided", _whatever_changed, counts_itself=True),),
    ),
)
