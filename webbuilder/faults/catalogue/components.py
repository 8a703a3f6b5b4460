"""What goes wrong with the parts that a page is made of: their kinds, their copies, what two machines do."""
# ruff: noqa: PLC0415, PLR0917 - the list is printed without the platform; bodies take what their target takes

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from webbuilder.components.changes import Insert
    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site


def _without(pattern: str) -> Callable[..., str]:
    def rendered(original: Original, tree: Tree, page: Any, name: str, look: Any = None) -> str:
        return re.sub(pattern, "", original(tree, page, name, look), flags=re.DOTALL)

    return rendered


def _whatever_it_is(original: Original, value: str) -> str:
    try:
        return str(original(value))
    except ValueError:
        original.fired()
        return value


def _any_choice_will_do(original: Original, field: dict[str, Any], value: str) -> str | None:
    if field["kind"] != "choice":
        said: str | None = original(field, value)
        return said
    original.fired()
    return None


def _nothing_chosen(original: Original, field: dict[str, Any], sent: dict[str, str]) -> str:
    return "" if field["kind"] == "choice" else str(original(field, sent))


def _never_agreed(original: Original, field: dict[str, Any], sent: dict[str, str]) -> str:
    return "" if field["kind"] == "consent" else str(original(field, sent))


def _always_agreed(original: Original, field: dict[str, Any], sent: dict[str, str]) -> str:
    return str(field["label"] if field["kind"] == "consent" else original(field, sent))


def _at_the_end(original: Original, tree: Tree, component: Component) -> list[Insert]:
    inserts: list[Insert] = original(tree, component)
    inserts[0].after = tree.children(inserts[0].parent)[-1].id
    return inserts


def _empty(original: Original, tree: Tree, component: Component) -> list[Insert]:
    inserts: list[Insert] = original(tree, component)
    return inserts[:1]


def _with_its_twins(original: Original, _session: Session, tree: Tree, site: Site, change: Any) -> None:
    from webbuilder.components.service import components_of

    component = tree.get(change.id)
    before = (component.type, component.properties) if component else None
    everything = _session.scalars(components_of(site.id, site.workspace_id)).all()
    twins = [one for one in everything if (one.type, one.properties) == before]
    original(_session, tree, site, change)
    for twin in twins:
        twin.properties = {**twin.properties, **change.properties}


def _with_the_connection(
    original: Original, session: Session, workspace_id: str, site_id: str, person_id: str, component_id: str
) -> tuple[int, str]:
    from webbuilder.connector.service import of_form
    from webbuilder.connector.tables import Connection

    revision, made = original(session, workspace_id, site_id, person_id, component_id)
    kept = session.scalar(of_form(workspace_id, site_id, component_id))
    if kept is not None:
        columns = ("site_id", "workspace_id", "workflow_id", "mapping", "created_at")
        shared = {name: getattr(kept, name) for name in columns}
        session.add(Connection(component_id=made, **shared))
    return revision, made


def _back_to_the_front(original: Original, _session: Session, tree: Tree, site: Site, change: Any) -> None:
    original(_session, tree, site, change)
    tree.put(tree.get(change.id), tree.get(change.id).parent_id, -1.0)  # type: ignore[arg-type, union-attr]  # it was there


def _first_wording_stays(original: Original, _session: Session, tree: Tree, site: Site, change: Any) -> None:
    from webbuilder.components.service import operations_since

    earlier = _session.scalars(operations_since(site.id, site.workspace_id, 0))
    if any(one.body["kind"] == "set" and one.body["id"] == change.id for one in earlier):
        original.fired()
        return
    original(_session, tree, site, change)


def _only_one_moves(original: Original, _session: Session, tree: Tree, site: Site, change: Any) -> None:
    from webbuilder.components.service import operations_since

    earlier = _session.scalars(operations_since(site.id, site.workspace_id, 0))
    if any(one.body["kind"] == "move" for one in earlier):
        original.fired()
        return
    original(_session, tree, site, change)


def _without_a_word(original: Original, _session: Session, tree: Tree, site: Site, change: Any) -> None:
    if tree.get(change.id) is None:
        original.fired()
        return
    original(_session, tree, site, change)


def _beside_nothing(original: Original, _session: Session, tree: Tree, site: Site, change: Any) -> None:
    if change.after and tree.get(change.after) is None:
        original.fired()
        change = change.model_copy(update={"after": None})
    original(_session, tree, site, change)


_RENDER = "webbuilder.publishing.pages:render"
_KINDS = (
    ("answers-are-not-published", "A question is published without its answer.",
     "Maya would answer on the telephone what her page was to answer.", "SYS-COMPONENT",
     (rules.MEANT,), "Live Sites", (Function(_RENDER, _without("(?<=</summary>)<p>.*?</p>")),)),
    ("testimonials-are-nobodys", "A testimonial is published without the name of whoever said it.",
     "Praise that nobody stands by would cost Maya more trust than none.", "SYS-COMPONENT",
     (rules.MEANT,), "Live Sites", (Function(_RENDER, _without("<figcaption>.*?</figcaption>")),)),
    ("embeds-are-not-published", "What is embedded is not on the published page.",
     "Maya's film would be seen by herself alone.", "SYS-COMPONENT",
     (rules.MEANT,), "Live Sites", (Function(_RENDER, _without("<iframe .*?</iframe>")),)),
    ("anything-is-embedded", "A page of any stranger can be embedded.",
     "Maya's visitors would type their passwords into somebody else's page on hers.", "SECURITY",
     (rules.NOT_TAKEN,), "Component APIs",
     (Function("webbuilder.components.properties:_embeddable", _whatever_it_is, counts_itself=True),)),
    ("addresses-may-run-something", "An address may be a program.",
     "Who follows Maya's call to action would run what a stranger wrote.", "SECURITY",
     (rules.NOT_TAKEN,), "Component APIs",
     (Function("webbuilder.components.properties:_safe_address", _whatever_it_is, counts_itself=True),)),
    ("any-choice-will-do", "A choice that nobody offered is taken in.",
     "Maya would bake for answers that nobody could have given.", "SYS-COMPONENT",
     (rules.AT_THEIR_WORD,), "Magic Connector",
     (Function("webbuilder.connector.service:_misfit", _any_choice_will_do, counts_itself=True),)),
    ("choices-are-lost", "What a visitor chose is not kept.",
     "Maya would ask which bread, and never learn it.", "SYS-COMPONENT",
     (rules.AT_THEIR_WORD,), "Magic Connector",
     (Function("webbuilder.connector.service:_value_of", _nothing_chosen),)),
    ("consents-are-lost", "A consent that was given is not kept.",
     "Maya could not show that she may write to anybody.", "CONSISTENCY",
     (rules.AT_THEIR_WORD,), "Magic Connector",
     (Function("webbuilder.connector.service:_value_of", _never_agreed),)),
    ("consents-are-assumed", "A consent is kept that nobody gave.",
     "Maya would write to people who never asked for it, and pay for each.", "CONSISTENCY",
     (rules.AT_THEIR_WORD,), "Magic Connector",
     (Function("webbuilder.connector.service:_value_of", _always_agreed),)),
)  # fmt: skip
_COPIES = (
    ("copies-stand-at-the-end", "A copy stands at the end, wherever it was made.",
     "Maya would look for each copy, and make it again because she does not find it.", "SYS-COMPONENT",
     (rules.COPIED_HERE,), "Component APIs",
     (Function("webbuilder.components.steps:copied", _at_the_end),)),
    ("copies-are-empty", "What is copied comes without what it holds.",
     "Maya would copy a section and get a band of colour.", "SYS-COMPONENT",
     (rules.COPIED_HERE,), "Component APIs",
     (Function("webbuilder.components.steps:copied", _empty),)),
    ("copies-change-together", "A copy changes with what it was made from.",
     "Maya would write a price for rye and sell oats for it.", "SYS-COMPONENT",
     (rules.COPIES_SHARE_NOTHING,), "Component APIs",
     (Function("webbuilder.components.service:_set", _with_its_twins),)),
    ("copies-keep-the-connection", "The copy of a form starts what the form starts.",
     "People who ask for a cake would be welcomed to the newsletter.", "IP-WORKFLOW-COMPONENT",
     (rules.COPIES_SHARE_NOTHING,), "Component APIs",
     (Function("webbuilder.components.steps:copy", _with_the_connection),)),
)  # fmt: skip
_SECRETLY = "else { this.refused = operations; this.stuck = 'Conflict'; this.said('Conflict', said.detail) }"
_MACHINES = (
    ("new-words-change-the-place", "Words that are changed take their component to the front.",
     "Maya's list of bread would be in another order after each correction.", "SYS-COMPONENT",
     (rules.ONE_PAGE,), "Component APIs",
     (Function("webbuilder.components.service:_set", _back_to_the_front),)),
    ("first-wording-stays", "Words that were changed once stay, whoever changes them after that.",
     "Maya would correct a price at home and find the wrong one in the shop.", "SYS-REALTIME",
     (rules.ONE_PAGE,), "Component APIs",
     (Function("webbuilder.components.service:_set", _first_wording_stays, counts_itself=True),)),
    ("only-one-moves", "Of two things that two machines move, only the first goes.",
     "Maya would arrange her page twice and see half of it.", "SYS-REALTIME",
     (rules.ONE_PAGE,), "Component APIs",
     (Function("webbuilder.components.service:_move", _only_one_moves, counts_itself=True),)),
    ("words-for-nothing-are-swallowed", "New words for what is gone are acknowledged and thrown away.",
     "Maya would believe that her offer stands, and it would stand nowhere.", "ERRORS",
     (rules.GONE_IS_SAID,), "Component APIs",
     (Function("webbuilder.components.service:_set", _without_a_word, counts_itself=True),)),
    ("places-beside-nothing-are-guessed", "What is put beside something that is gone stands first.",
     "Maya's least important bread would lead her list, and nobody would have said why.", "ERRORS",
     (rules.GONE_IS_SAID,), "Component APIs",
     (Function("webbuilder.components.service:_move", _beside_nothing, counts_itself=True),)),
    ("refused-words-are-called-saved", "The builder calls words saved that the server has refused.",
     "Maya would close the shop's laptop, and what she wrote would be gone.", "SYS-BUILDER",
     (rules.GONE_IS_SAID,), "Frontend Builder",
     (Script("/static/operations.js", _SECRETLY, "else this.delivered()"),)),
)  # fmt: skip
FAULTS = tuple(Fault(*each) for each in (*_KINDS, *_COPIES, *_MACHINES))
