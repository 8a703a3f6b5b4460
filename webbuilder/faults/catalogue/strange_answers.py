"""What goes wrong when the copywriter says what no copywriter should."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.configuration import Setting
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from httpx import Response

    from webbuilder.components.tree import Tree
    from webbuilder.problems import Problem
    from webbuilder.settings import Settings

_CHECKED, _WORDING = "webbuilder.ai.replies:checked", "webbuilder.ai.replies:wording"
_CUT = 200  # signs that are left of what is too long


def _taken_on_trust(original: Original, words: str, known: str) -> None:
    return None


def _as_far_as_it_fits(original: Original, reply: str, tree: Tree, asked: dict[str, Any]) -> Any:
    from webbuilder.problems import Problem

    try:
        return original(reply, tree, asked)
    except Problem:
        changes = _changes(reply)
        if changes is None:
            raise
        original.fired()
        asked_about = asked["schema"]
        fitting = [one for one in changes if set(one["set"]) <= set(asked_about.get(one["component"], []))]
        return original(json.dumps({"changes": fitting}), tree, asked) if fitting else ([], "")


def _changes(reply: str) -> Any:
    try:
        return json.loads(reply)["changes"]
    except ValueError:
        return None


def _mended(original: Original, reply: str, tree: Tree, asked: dict[str, Any]) -> Any:
    from pydantic_core import from_json

    read = from_json(reply, allow_partial=True) if reply.startswith("{") else None
    return original(json.dumps({**read, "reason": ""}) if read else reply, tree, asked)


def _talked_to(original: Original, reply: str, tree: Tree, asked: dict[str, Any]) -> Any:
    if reply.startswith("{"):
        return original(reply, tree, asked)
    original.fired()
    return [], reply


def _cut_short(
    original: Original, tree: Tree, asked: dict[str, Any], component_id: str, name: str, words: str
) -> Any:
    return original(tree, asked, component_id, name, words[:_CUT])


def _something(
    original: Original, tree: Tree, asked: dict[str, Any], component_id: str, name: str, words: str
) -> Any:
    if not words.strip():
        original.fired()
    return original(tree, asked, component_id, name, words.strip() or "…")


def _as_if_away(original: Original) -> Problem:
    from webbuilder.ai import copywriter

    return copywriter._away("nobody there")  # noqa: SLF001 - the fault is that it is taken for this


def _busy_as_if_away(original: Original, said: str) -> Problem:
    return _as_if_away(original)


def _followed(original: Original) -> Any:
    import httpx

    return httpx.AsyncClient(follow_redirects=True)


def _whatever_it_failed_of(original: Original, answer: Response) -> None:
    if not answer.is_server_error:
        original(answer)


def _with_a_schema(original: Original, settings: Settings, asked: dict[str, Any]) -> dict[str, Any]:
    return {"type": "json_schema", "json_schema": {}}


FAULTS = (
    Fault(
        "links-are-taken-on-trust",
        "Links, addresses and markup in the copywriter's words are proposed like any other words.",
        "Maya would nod to a sentence, and send her customers to a stranger's shop.",
        "SECURITY",
        (rules.FITS, rules.NO_ORDER),
        "AI Services",
        (Function("webbuilder.ai.replies:_refuse_foreign", _taken_on_trust),),
    ),
    Fault(
        "what-fits-of-it-is-proposed",
        "Of an answer that is about something else, nothing or a part is proposed without a word.",
        "Maya would be shown an empty proposal, and wonder what she has done wrong.",
        "IP-AI-COMPONENT",
        (rules.FITS,),
        "AI Services",
        (Function(_CHECKED, _as_far_as_it_fits, counts_itself=True),),
    ),
    Fault(
        "half-an-answer-is-mended",
        "Where an answer ends in the middle, its end is made up.",
        "Maya would read half a sentence about her own bread, and her customers too.",
        "IP-AI-COMPONENT",
        (rules.FITS,),
        "AI Services",
        (Function(_CHECKED, _mended),),
    ),
    Fault(
        "chatter-is-a-reason",
        "What the copywriter says instead of an answer is shown as the reason of an empty one.",
        "Maya would accept nothing at all, and be told that the new words are on her page.",
        "SYS-AI",
        (rules.FITS,),
        "AI Services",
        (Function(_CHECKED, _talked_to, counts_itself=True),),
    ),
    Fault(
        "too-much-is-cut-short",
        "Words that are too long are cut where the room ends.",
        "Maya's headline would end in the middle of a wo.",
        "SYS-AI",
        (rules.FITS,),
        "AI Services",
        (Function(_WORDING, _cut_short),),
    ),
    Fault(
        "nothing-is-something",
        "Where the copywriter has no words, three dots are proposed.",
        "Maya would have a page of dots, and look for the words behind them.",
        "SYS-AI",
        (rules.FITS,),
        "AI Services",
        (Function(_WORDING, _something, counts_itself=True),),
    ),
    Fault(
        "a-refused-key-looks-like-a-break",
        "When the provider takes the key no more, people are told to try again in a minute.",
        "Maya would try again for weeks, and nobody would know that the bill was not paid.",
        "ERRORS",
        (rules.TOLD_WHAT,),
        "AI Services",
        (Function("webbuilder.ai.copywriter:_locked_out", _as_if_away),),
    ),
    Fault(
        "the-limit-says-no-time",
        "When the provider says when to come back, nobody is told.",
        "Maya would ask each minute what is answered tomorrow.",
        "ERRORS",
        (rules.TOLD_WHAT,),
        "AI Services",
        (Function("webbuilder.ai.copywriter:_busy", _busy_as_if_away),),
    ),
    Fault(
        "broken-off-looks-like-a-break",
        "An answer that broke off is told of as if there had been none.",
        "Maya would wait for a minute, where she only had to ask once more.",
        "ERRORS",
        (rules.TOLD_WHAT,),
        "AI Services",
        (Function("webbuilder.ai.copywriter:_broke_off", _as_if_away),),
    ),
    Fault(
        "a-failure-is-read-as-an-answer",
        "What a provider says as it fails is read as if it were its answer.",
        "Maya would be told that the words did not fit, and change her page until they do.",
        "ERRORS",
        (rules.TOLD_WHAT,),
        "AI Services",
        (Function("webbuilder.ai.copywriter:_refuse_unless_answered", _whatever_it_failed_of),),
    ),
    Fault(
        "who-knows-no-schemas-is-away",
        "A provider that takes no JSON Schema is told of as if it were away.",
        "Maya would be told to come back in a minute, for ever.",
        "ERRORS",
        (rules.TOLD_WHAT,),
        "AI Services",
        (Function("webbuilder.ai.copywriter:_form", _with_a_schema),),
    ),
    Fault(
        "the-key-goes-elsewhere",
        "Where the provider names another address, the question and the key go there.",
        "Maya's brief, and the platform's money, would go to whoever took over an address.",
        "SECURITY",
        (rules.TOLD_WHAT,),
        "AI Services",
        (Function("webbuilder.ai.copywriter:_line", _followed),),
    ),
    Fault(
        "drops-are-waited-for",
        "An answer that never ends is waited for, as long as another drop comes.",
        "Maya would watch a note that somebody is writing, and go home.",
        "ERRORS",
        (rules.TOLD_WHAT,),
        "AI Services",
        (Setting("ai_time_limit", 45.0),),
    ),
)
