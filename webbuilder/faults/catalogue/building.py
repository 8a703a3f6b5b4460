"""What goes wrong where a page is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.components.tree import Tree
    from webbuilder.sites.tables import Site


def _into_the_first_section(
    original: Original, session: Session, tree: Tree, site: Site, change: Any
) -> None:
    if change.type == "form":
        original.fired()
        first = tree.children(tree.home.id)[0].id
        change = change.model_copy(update={"parent": first, "after": None})
    original(session, tree, site, change)


FAULTS = (
    Fault(
        "dropped-form-lands-elsewhere",
        "A form that was dropped into a section is stored in the first one.",
        "Maya's page would ask for an address before it has said why, and she would not know.",
        "SYS-COMPONENT",
        (rules.DROPPED_STAYS,),
        "Component APIs",
        (Function("webbuilder.components.service:_insert", _into_the_first_section, counts_itself=True),),
    ),
    Fault(
        "dropped-form-arrives-empty",
        "Of a form that was dropped onto the page, its fields are never sent to the server.",
        "Maya would publish a form that has a button and asks for nothing.",
        "SYS-CANVAS",
        (rules.DROPPED_STAYS,),
        "Drag-Drop Canvas",
        (
            Script(
                "/static/tree.js",
                "if (!before.has(id)) yield",
                "if (!before.has(id) && is.type === 'field') continue\n        if (!before.has(id)) yield",
            ),
        ),
    ),
    Fault(
        "dropped-form-turns-around",
        "What is dropped as several parts comes back in the opposite order.",
        "Visitors would be asked for their address before their name, above the words that say what for.",
        "SYS-CANVAS",
        (rules.DROPPED_STAYS,),
        "Drag-Drop Canvas",
        (Script("/static/tree.js", "        after = id\n", "        after = null\n"),),
    ),
    Fault(
        "palette-without-keyboard",
        "The blocks of the palette cannot be reached by keyboard.",
        "Whoever cannot use a pointer could not put a form onto a page at all.",
        "ACCESSIBILITY",
        (rules.DROPPED_STAYS,),
        "Drag-Drop Canvas",
        (
            Script(
                "/static/palette.js",
                "tabindex: '0'",
                "tabindex: '-1'",
            ),
        ),
    ),
    Fault(
        "keyboard-adds-to-the-end",
        "A block that is added by keyboard stands at the end of the page, whatever is selected.",
        "Who works by keyboard would have to carry each form up the page, line by line.",
        "ACCESSIBILITY",
        (rules.DROPPED_STAYS,),
        "Drag-Drop Canvas",
        (
            Script(
                "/static/palette.js",
                "let target = editor.getSelected() ?? wrapper.components().last() ?? wrapper",
                "let target = wrapper.components().last() ?? wrapper",
            ),
        ),
    ),
)
