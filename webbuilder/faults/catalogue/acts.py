"""What goes wrong between what a person did in one go, how it is stored, and what Undo takes back."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.sites.tables import Site

_OPERATIONS = "/static/operations.js"
_WRITES_THERE = (
    "operations.length === 1 && kind === 'set' && !more.length && WRITTEN.has(name) ? `${id} ${name}` : null"
)
_JOINS = "webbuilder.components.history:gone_on_with"


def _every_time_anew(
    original: Original, session: Session, site: Site, person_id: str, first: int, changes: Any
) -> None:
    return None


def _always(
    original: Original, session: Session, site: Site, person_id: str, first: int, changes: Any
) -> int:
    return first


def _whatever_others_did(
    original: Original, session: Session, site: Site, person_id: str, first: int, changes: Any
) -> Any:
    from webbuilder.components import history

    newest = session.execute(history.steps_of(site.id, site.workspace_id, person_id).limit(1)).first()
    return first if newest and newest[:2] == (first, "done") else None


def _in_use_or_not(original: Original, session: Session, workspace_id: str, site_id: str) -> Any:
    from webbuilder.sites import service

    return service.locked(session, workspace_id, site_id)


FAULTS = (
    Fault(
        "what-waited-is-one-act",
        "All that was done without a connection is taken back at once.",
        "Maya would undo her last word, and lose all that she wrote on the train.",
        "SYS-BUILDER",
        (rules.EACH_ACT,),
        "Frontend Builder",
        (Script(_OPERATIONS, "end < 0 ? this.waiting.length : end", "this.waiting.length"),),
    ),
    Fault(
        "choices-go-on-with-choices",
        "What was chosen shortly after something else is taken back with it.",
        "Maya would try five looks, undo the last, and stand before the first.",
        "SYS-BUILDER",
        (rules.EACH_ACT,),
        "Frontend Builder",
        (Script(_OPERATIONS, _WRITES_THERE, "kind === 'set' ? id : null"),),
    ),
    Fault(
        "acts-go-on-whatever-was-between",
        "Words join those that one wrote before, whatever one has done elsewhere since.",
        "Maya would undo her last word at home, and bring back what she removed in the shop.",
        "SYS-COMPONENT",
        (rules.EACH_ACT,),
        "Component APIs",
        (Function(_JOINS, _always),),
    ),
    Fault(
        "acts-go-on-over-others",
        "Words join those that one wrote before, though somebody else's stand between them.",
        "Maya could not take back what she wrote a moment ago, since Noor was there before.",
        "SYS-COMPONENT",
        (rules.FROM_OTHERS,),
        "Component APIs",
        (Function(_JOINS, _whatever_others_did),),
    ),
    Fault(
        "fields-keep-what-they-held",
        "A field that somebody has written in holds what it held, whatever others have made of it since.",
        "Maya would add a word, and take back Noor's correction without having seen it.",
        "SYS-REALTIME",
        (rules.FROM_OTHERS,),
        "Frontend Builder",
        (Script("/static/panels.js", "  input.value = words\n", ""),),
    ),
    Fault(
        "what-is-written-is-drawn-over",
        "What others write where one is just writing comes under one's hand.",
        "Maya would type in the middle of a sentence that is not hers.",
        "SYS-REALTIME",
        (rules.UNDER_HAND,),
        "Frontend Builder",
        (Script("/static/following.js", "came.filter(one => !editing.includes(one))", "came"),),
    ),
    Fault(
        "a-line-begins-with-writing",
        "Who begins to write by the Enter key begins a new line with it.",
        "Maya would see her headline in two lines, and visitors in one.",
        "SYS-BUILDER",
        (rules.UNDER_HAND,),
        "Drag-Drop Canvas",
        (Script("/static/builder.js", "{ custom: true, onKeydown() {} }", "{ custom: true }"),),
    ),
    Fault(
        "whoever-finishes-stores-it-again",
        "Who has finished writing at words stores them once more, over what others wrote there meanwhile.",
        "Maya would only look up from the headline, and Noor's correction would be gone.",
        "CONSISTENCY",
        (rules.UNDER_HAND,),
        "Frontend Builder",
        (
            Script(
                "/static/types.js",
                "if (component.em.getEditing() === component) return",
                "if (drawn?.isContentEditable) return",
            ),
        ),
    ),
    Fault(
        "escape-does-not-end-it",
        "Who finishes by the Escape key is taken to be writing still.",
        "Maya would go on working, and see nothing of what others do until she presses a mouse.",
        "SYS-BUILDER",
        (rules.UNDER_HAND,),
        "Drag-Drop Canvas",
        (Script("/static/hands.js", "    await component.view.disableEditing()\n", ""),),
    ),
    Fault(
        "what-was-held-back-never-comes",
        "What others wrote where one was writing is not looked at when one has finished.",
        "Maya would go on reading words that nobody else has any more.",
        "SYS-REALTIME",
        (rules.UNDER_HAND,),
        "Frontend Builder",
        (Script("/static/following.js", "if (rearranged || editing.length) this", "if (rearranged) this"),),
    ),
    Fault(
        "undo-stands-still",
        "Who is told to undo once more is told the same again.",
        "Maya could take nothing back any more, because Noor has corrected one word of hers.",
        "SYS-BUILDER",
        (rules.NOT_IN_THE_WAY,),
        "Frontend Builder",
        (Script("/static/builder.js", "path === 'undo' && blocked ?", "false ?"),),
    ),
    Fault(
        "put-away-is-for-good",
        "Words for a site that was put away are let go of, though it comes back.",
        "Noor would put the wrong site away for a minute, and Maya's words would be gone.",
        "CONSISTENCY",
        (rules.ONCE_IT_CAN,),
        "Frontend Builder",
        (Script(_OPERATIONS, "/(put-away|still-at-work)$/", "/still-at-work$/"),),
    ),
    Fault(
        "words-go-with-their-site",
        "Words for a site that was thrown away meanwhile are gone with it.",
        "Maya would write the best line of the year for a site that Noor throws away.",
        "ERRORS",
        (rules.GONE_IS_SAID,),
        "Frontend Builder",
        (Script("/static/following.js", "`${why} ${words}`", "why"),),
    ),
    Fault(
        "put-away-goes-live",
        "What was put away is published and connected by those who still have it open.",
        "Maya would be told that her offer is live, and no visitor would find it.",
        "SYS-BACKEND",
        (rules.PUT_AWAY,),
        "Backend APIs",
        (Function("webbuilder.sites.service:in_use", _in_use_or_not),),
    ),
    Fault(
        "each-part-that-is-stored-is-an-act",
        "Words that were stored in parts are taken back in parts.",
        "Maya would press Undo once for each letter that she thought about.",
        "SYS-BUILDER",
        (rules.TAKES_BACK,),
        "Frontend Builder",
        (
            Script(
                _OPERATIONS,
                "JSON.stringify({ operations, continues })",
                "JSON.stringify({ operations })",
            ),
        ),
    ),
    Fault(
        "acts-are-not-gone-on-with",
        "The platform takes every part of what is written in one go for an act of its own.",
        "Maya would press Undo, and read half of her words.",
        "SYS-COMPONENT",
        (rules.TAKES_BACK,),
        "Component APIs",
        (Function(_JOINS, _every_time_anew),),
    ),
)
