"""What the copywriter replied: nothing of it is proposed that was not asked about, or leads elsewhere."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from webbuilder.ai.copywriter import nonsense
from webbuilder.brands.service import Brand
from webbuilder.components import registry
from webbuilder.problems import Problem
from webbuilder.tracing import log

if TYPE_CHECKING:
    from collections.abc import Iterator

    from webbuilder.components.tree import Tree

OFF_BRAND = "copywriter-off-brand"
_EDGES = " .,;:!?…()[]{}\"'“”„\u2018\u2019«»"  # what stands around a word and is none of it
# What takes a reader elsewhere or is read as more than words: markup, links, bare domains, addresses.
_LEADS_AWAY = re.compile(
    r"<[a-z/!]|(?:javascript|data|mailto|tel):.|(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/:?#].*)?$",
    re.IGNORECASE,
)
_LINK = re.compile(r"[a-z][a-z0-9+.-]{0,30}:/", re.IGNORECASE)  # wherever it stands in a word
_NO_ADDRESS = re.compile(r"[^\w.@:/?#%&=+~<!-]+")  # what stands in no address, and so ends one


def _leads_away(word: str) -> bool:
    before, at, behind = word.partition("@")
    mail = bool(at and before and "." in behind)
    return mail or bool(_LEADS_AWAY.match(word) or _LINK.search(word)) or "<" in word[:-1]


def _words(text: str) -> Iterator[str]:
    """Yield each word, and what of it could be an address: `[here](https://…)` holds one."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")  # signs that nobody sees
    for word in seen.split():
        yield word.strip(_EDGES)
        yield from (piece.strip(_EDGES) for piece in _NO_ADDRESS.split(word))


def brought(words: str, known: str) -> list[str]:
    """Return what of some words takes a reader elsewhere, and is no word of those that are known."""
    there = {word.casefold() for word in _words(known)}
    return [word for word in _words(words) if _leads_away(word) and word.casefold() not in there]


class _Change(BaseModel):
    model_config = ConfigDict(extra="forbid")
    component: str
    set: dict[str, str]


class _Reply(BaseModel):
    changes: list[_Change] = Field(min_length=1)
    reason: str = Field(default="", max_length=500)


class Wording(BaseModel):
    """One property's words before and after."""

    component: str
    property: str
    before: str
    after: str


def checked(reply: str, tree: Tree, asked: dict[str, Any]) -> tuple[list[Wording], str]:
    """Return the wordings of a reply, once each of them fits the schema of a component that was asked about.

    Raises:
        Problem: the reply is no answer to the question; nothing of it is kept.
    """
    try:
        parsed = _Reply.model_validate_json(reply)
        wordings = [
            wording(tree, asked, change.component, name, words)
            for change in parsed.changes
            for name, words in change.set.items()
        ]
    except ValidationError as error:
        raise nonsense() from error
    except Problem as problem:
        if problem.kind == OFF_BRAND:
            raise
        raise nonsense() from problem
    reason = " ".join(parsed.reason.split())
    return wordings, reason if _readable(reason) and not brought(reason, "") else ""


def _refuse_foreign(words: str, known: str) -> None:
    """Refuse links, addresses and markup that neither the page has there nor the name of the business."""
    if found := brought(words, known):
        log().warning("copywriter brought what leads away", brought=found[0])
        raise nonsense()


def _refuse_avoided(words: str, brand: Brand) -> None:
    """Refuse words that the brand never uses, whatever the copywriter thought of being told so."""
    if found := brand.avoided_in(words):
        raise Problem(
            502,
            OFF_BRAND,
            f"The copywriter wrote “{found}”, which your brand avoids, so nothing of it was kept. "
            "Ask for other words.",
        )


def _readable(words: str) -> bool:
    """Whether there is anything to read, and nothing that cannot be stored or seen."""
    return bool(words) and not any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in words)


def wording(tree: Tree, asked: dict[str, Any], component_id: str, name: str, words: str) -> Wording:
    """Return what becomes of a property's words, if it was asked about and they fit.

    Raises:
        Problem: it was not, or they do not.
    """
    component, business = tree.get(component_id), asked["brief"]["business"]
    if component is None or name not in asked["schema"].get(component_id, []):
        raise Problem(502, "copywriter-nonsense", f"{component_id}.{name} was not asked about.")
    plain = " ".join(words.split())
    if not _readable(plain):
        raise nonsense()
    registry.checked(component.type, {**component.properties, name: plain})
    _refuse_foreign(plain, f"{component.properties[name]} {business}")
    _refuse_avoided(plain, Brand.model_validate(asked["brand"]))
    return Wording(component=component_id, property=name, before=component.properties[name], after=plain)
