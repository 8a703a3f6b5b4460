"""The writing itself: a phrase for each property that may change, the same for the same brief."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from string import Formatter
from typing import Any

from webbuilder.parts.copywriter import phrases, phrases_in_german
from webbuilder.parts.copywriter.brief import Brief, Component, Task

_HEADLINE_WANTED = 60
_WRITTEN: Mapping[str, Any] = {"en": phrases, "de": phrases_in_german}  # modules with the same names

Writer = Callable[[Brief], Sequence[str]]


def _of(brief: Brief) -> Any:
    """Return the phrases of the brief's language, or else the English ones."""
    return _WRITTEN.get(brief.language, phrases)


def _headlines(brief: Brief) -> Sequence[str]:
    return _short(_of(brief).HEADLINES[brief.tone], brief)


def _subheadings(brief: Brief) -> Sequence[str]:
    return _short(_of(brief).SUBHEADINGS[brief.tone], brief)


def _bodies(brief: Brief) -> Sequence[str]:
    openings = _filled(_of(brief).OPENINGS[brief.tone], brief)
    return [" ".join(pair) for pair in product(openings, _of(brief).CLOSINGS[brief.tone][brief.wanted])]


_WRITERS: Mapping[tuple[str, str], Writer] = {
    ("heading", "text"): _subheadings,
    ("text", "text"): _bodies,
    ("call_to_action", "text"): lambda brief: _of(brief).ACTIONS[brief.wanted],
    ("form", "send"): lambda brief: _of(brief).SENDS[brief.wanted],
    ("form", "thanks"): lambda brief: _filled(_of(brief).THANKS[brief.tone], brief),
    ("page", "title"): lambda brief: _short(_of(brief).TITLES, brief),
}


def customise(task: Task) -> dict[str, Any]:
    """Return the changes and one sentence that says why they read as they do.

    Words that describe a picture or name a field are kept: a brief does not say what they stand for.
    """
    used: set[str] = set()
    changes = []
    for component in task.components:
        words = {}
        for name in task.may_change.get(component.id, []):
            writer = _writer(component, name)
            if writer:
                words[name] = _chosen(task, component, name, writer(task.brief), used)
        if words:
            changes.append({"component": component.id, "set": words})
    return {"changes": changes or _as_it_is(task), "reason": _reason(task.brief)}


def _writer(component: Component, name: str) -> Writer | None:
    if component.type == "heading" and name == "text" and component.properties.get("level", 2) == 1:
        return _headlines
    known = _WRITERS.get((component.type, name))
    return known or (_bodies if name == "text" else None)


def _as_it_is(task: Task) -> list[dict[str, Any]]:
    """Answer with the present words when nothing of what may change is ours to write."""
    return [
        {
            "component": each.id,
            "set": {name: str(each.properties.get(name, "")) for name in task.may_change[each.id]},
        }
        for each in task.components
        if task.may_change.get(each.id)
    ]


def _chosen(task: Task, component: Component, name: str, choices: Sequence[str], used: set[str]) -> str:
    """Choose by (brief, component); an alternative is the next one.

    Nothing stands twice in one answer, and what stands there already is no other word.
    """
    key = f"{task.brief.model_dump_json()}\n{component.id}\n{name}"
    order = [words for words in choices if not task.brand.avoids(words)] or list(choices)
    seed = hashlib.sha256(key.encode()).digest()
    random.Random(seed).shuffle(order)  # noqa: S311 - to be the same each time, not to be a secret
    start = task.alternative % len(order)
    order = order[start:] + order[:start]
    there = {str(component.properties.get(name, ""))}
    chosen = next((words for words in order if words not in used | there), order[0])
    used.add(chosen)
    return chosen


def _filled(patterns: Sequence[str], brief: Brief) -> list[str]:
    """Fill the patterns that the brief has words for; each begins with a capital."""
    words = brief.words
    return [_begun(pattern.format_map(words)) for pattern in patterns if _asked_by(pattern) <= set(words)]


def _asked_by(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


def _short(patterns: Sequence[str], brief: Brief) -> list[str]:
    """Fill the patterns that stay within a headline's length; a long name stands alone."""
    filled = _filled(patterns, brief)
    return [words for words in filled if len(words) <= _HEADLINE_WANTED] or [_begun(brief.business)]


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def _reason(brief: Brief) -> str:
    audience = brief.words.get("audience")
    manner = f"in a {brief.tone} tone" + (f" for {audience}" if audience else "")
    known = brief.language in _WRITTEN
    foreign = "" if known else " It is in English: no other language but German is written here."
    return f"Written {manner}, and {brief.business} is named where visitors look first.{foreign}"
