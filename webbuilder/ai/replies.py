"""What the copywriter replied: nothing of it is proposed that was not asked about, or leads elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from webbuilder.ai.copywriter import nonsense
from webbuilder.components import registry
from webbuilder.problems import Problem
from webbuilder.tracing import log

if TYPE_CHECKING:
    from webbuilder.components.tree import Tree

# What takes a reader elsewhere or is read as more than words: markup, links, addresses for mail.
_LEADS_AWAY = re.compile(
    r"<[^>]*>?|\b[a-z][a-z+.-]*:/\S+|\b(?:javascript|data|mailto):\S*|\bwww\.\S+|\S+@\S+", re.IGNORECASE
)


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
    except (ValidationError, Problem) as error:
        raise nonsense() from error
    return wordings, parsed.reason


def _refuse_foreign(words: str, known: str) -> None:
    """Refuse links, addresses and markup that neither the page has there nor the brief."""
    brought = next((one for one in _LEADS_AWAY.findall(words) if one not in known), None)
    if brought:
        log().warning("copywriter brought what leads away", brought=brought)
        raise nonsense()


def wording(tree: Tree, asked: dict[str, Any], component_id: str, name: str, words: str) -> Wording:
    """Return what becomes of a property's words, if it was asked about and they fit.

    Raises:
        Problem: it was not, or they do not.
    """
    component, brief = tree.get(component_id), " ".join(asked["brief"].values())
    if component is None or name not in asked["schema"].get(component_id, []):
        raise Problem(502, "copywriter-nonsense", f"{component_id}.{name} was not asked about.")
    plain = " ".join(words.split())
    if not plain:
        raise nonsense()
    _refuse_foreign(plain, f"{component.properties[name]} {brief}")
    registry.checked(component.type, {**component.properties, name: plain})
    return Wording(component=component_id, property=name, before=component.properties[name], after=plain)
