"""What goes wrong where things are undone, and where words could be programs."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - the list is printed without the platform; bodies take what their target takes

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from webbuilder.components.tables import Operation
    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site

_INVERSE = "webbuilder.components.history:inverse_of"


def _the_new_words(original: Original, tree: Tree, change: Any) -> Any:
    inverse = original(tree, change)
    if change.kind == "set":
        original.fired()
        inverse = [change]
    return inverse


def _at_the_front(original: Original, tree: Tree, change: Any) -> Any:
    inverse = original(tree, change)
    if change.kind == "remove":
        original.fired()
        inverse[0].after = None
    return inverse


def _only_the_outside(original: Original, tree: Tree, change: Any) -> Any:
    inverse = original(tree, change)
    if change.kind == "remove":
        original.fired()
    return inverse[:1]


def _as_anybodys_act(
    original: Original,
    session: Session,
    site: Site,
    person_id: str,
    done: Iterable[Any],
    way: Any = "done",
    *,
    of: int | None = None,
    client: str | None = None,
    first: int | None = None,
) -> int:
    as_if = "done" if way == "begun" else way
    return int(original(session, site, person_id, done, as_if, of=of, client=client, first=first))


def _whatever_others_did(
    original: Original, session: Session, tree: Tree, site: Site, operation: Operation, change: Any
) -> None:
    from webbuilder.problems import Problem

    try:
        original(session, tree, site, operation, change)
    except Problem:
        original.fired()


def _whoever_wrote(original: Original, tree: Tree, site: Site, change: Any) -> None:
    return None


def _undone_again(_original: Original, steps: Iterable[Any]) -> int | None:
    from webbuilder.components.history import to_undo

    return to_undo(steps)


def _over_what_is_new(original: Original, steps: Iterable[Any]) -> int | None:
    found: int | None = original([one for one in steps if one[1] != "done"])
    return found


def _as_markup(original: Original, tree: Tree, page: Any, name: str, look: Any = None) -> str:
    return unescape(original(tree, page, name, look))


_ESCAPES = "box.textContent = words; return box.innerHTML.replaceAll('\"', '&quot;')"

FAULTS = (
    Fault(
        "undo-keeps-the-new-words",
        "Undoing new words leaves them as they are.",
        "Maya would try a price, take it back, and sell at it all the same.",
        "SYS-COMPONENT",
        (rules.TAKES_BACK,),
        "Component APIs",
        (Function(_INVERSE, _the_new_words, counts_itself=True),),
    ),
    Fault(
        "undo-puts-it-first",
        "What was removed comes back as the first thing of what held it.",
        "Maya would undo a slip of the hand and rearrange her list by hand.",
        "SYS-COMPONENT",
        (rules.TAKES_BACK,),
        "Component APIs",
        (Function(_INVERSE, _at_the_front, counts_itself=True),),
    ),
    Fault(
        "undo-brings-the-outside-back",
        "A section that was removed comes back without what it held.",
        "Maya would see that it is there again, and later that it is empty.",
        "SYS-COMPONENT",
        (rules.TAKES_BACK,),
        "Component APIs",
        (Function(_INVERSE, _only_the_outside, counts_itself=True),),
    ),
    Fault(
        "undo-takes-the-template-away",
        "Undoing goes on behind the first act, until the page is empty.",
        "Maya would lean on the key for a second too long and start again from nothing.",
        "SYS-COMPONENT",
        (rules.TAKES_BACK,),
        "Component APIs",
        (Function("webbuilder.components.history:keep", _as_anybodys_act),),
    ),
    Fault(
        "undo-is-for-show",
        "The builder offers to undo, and does nothing.",
        "Maya would remove a section by mistake, and it would be gone.",
        "SYS-BUILDER",
        (rules.TAKES_BACK,),
        "Frontend Builder",
        (Script("/static/builder.js", "at('undo').addEventListener('click', () => asked('undo'))", ""),),
    ),
    Fault(
        "undo-takes-others-words-away",
        "Undoing brings back what a person's words replaced, whatever others have made of them since.",
        "Noor would correct a price, and Maya would bring the mistake back without having seen either.",
        "SYS-COMPONENT",
        (rules.OTHERS_STAYS,),
        "Component APIs",
        (Function("webbuilder.components.others:refuse_words", _whoever_wrote),),
    ),
    Fault(
        "undo-takes-others-work-away",
        "Undoing removes what a person put there, with all that others wrote into it since.",
        "Noor would lose a morning's work by a key that Maya pressed, and neither would hear of it.",
        "SYS-COMPONENT",
        (rules.OTHERS_STAYS,),
        "Component APIs",
        (Function("webbuilder.components.others:refuse_work", _whatever_others_did, counts_itself=True),),
    ),
    Fault(
        "redo-is-another-undo",
        "Redoing takes back one act more.",
        "Maya would lose two things where she wanted one again.",
        "SYS-COMPONENT",
        (rules.DONE_AGAIN,),
        "Component APIs",
        (Function("webbuilder.components.history:to_redo", _undone_again),),
    ),
    Fault(
        "redo-goes-over-what-is-new",
        "What was undone can be done again after something new was done.",
        "Maya's newest words would be replaced by the ones that she had taken back.",
        "SYS-COMPONENT",
        (rules.DONE_AGAIN,),
        "Component APIs",
        (Function("webbuilder.components.history:to_redo", _over_what_is_new),),
    ),
    Fault(
        "redo-is-for-show",
        "The builder offers to redo, and does nothing.",
        "Maya would undo once too often and do the rest of her evening again.",
        "SYS-BUILDER",
        (rules.DONE_AGAIN,),
        "Frontend Builder",
        (Script("/static/builder.js", "at('redo').addEventListener('click', () => asked('redo'))", ""),),
    ),
    Fault(
        "words-run-on-the-canvas",
        "Words that look like a program are one on the canvas.",
        "A review that Maya pastes would act in her name.",
        "SECURITY",
        (rules.WORDS_ARE_WORDS,),
        "Drag-Drop Canvas",
        (Script("/static/looks.js", _ESCAPES, "return words"),),
    ),
    Fault(
        "words-run-on-live-pages",
        "Words that look like a program are one on the live page.",
        "Visitors would lose what they type to whoever wrote a review.",
        "SECURITY",
        (rules.WORDS_ARE_WORDS,),
        "Live Sites",
        (Function("webbuilder.publishing.pages:render", _as_markup),),
    ),
)
