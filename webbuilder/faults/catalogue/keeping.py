"""What goes wrong between the last key and the store."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

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


def _in_memory_alone(original: Original, _session: Session, tree: Tree, site: Site, change: Any) -> None:
    from webbuilder.components import registry

    component = tree.get(change.id)
    if component is not None:
        wanted = {**component.properties, **change.properties}
        component.properties.update(registry.checked(component.type, wanted))


_ASKS = "const headers = { 'Content-Type'"
_FAILED = "this.stuck = 'Offline'"
_LAST = "      const last = this.waiting.at(-1)"


def takes_the_place(engine: str = "true") -> Script:
    """Return what gives a value the place of the one before, whether that waits or is on its way."""
    before = "      const before = this.waiting.at(-1) ?? this.batch?.operations.at(-1)\n"
    both = f"operation.kind === 'set' && before?.kind === 'set' && {engine}"
    return Script(
        "/static/operations.js", _LAST, f"{before}      if ({both}) operation.id = before.id\n{_LAST}"
    )


FAULTS = (
    Fault(
        "acknowledged-and-not-stored",
        "Changed words are acknowledged by the server and never stored.",
        "Maya would see “Saved” all evening and find the template's words next morning.",
        "IP-BUILDER-BACKEND",
        (rules.SAVED_EVERYWHERE, rules.OUTLIVES),
        "Component APIs",
        (Function("webbuilder.components.service:_set", _in_memory_alone),),
    ),
    Fault(
        "saved-and-not-sent",
        "The builder calls changed words saved without having sent them.",
        "Maya would close the shop's laptop and miss her evening's work at home.",
        "SYS-BUILDER",
        (rules.SAVED_EVERYWHERE,),
        "Frontend Builder",
        (
            Script(
                "/static/operations.js",
                _ASKS,
                "if (operations.every(one => one.kind === 'set')) return this.delivered(this.batch = null)\n"
                f"      {_ASKS}",
            ),
        ),
    ),
    Fault(
        "changed-words-arrive-cut",
        "Changed words arrive without their last letter.",
        "Maya's “20% off” would go out as “20% of”, and her screen shows it whole until she comes back.",
        "IP-BUILDER-BACKEND",
        (rules.SAVED_EVERYWHERE,),
        "Frontend Builder",
        (
            Script(
                "/static/tree.js",
                "names.map(name => [name, is.props[name]])",
                "names.map(name => [name, String(is.props[name]).slice(0, -1)])",
            ),
        ),
    ),
    Fault(
        "offline-edits-in-the-wrong-order",
        "What was written while the connection was lost is sent in the wrong order when it is back.",
        "Maya would undo her last word on the train, and find another one gone at home.",
        "ERRORS",
        (rules.EACH_ACT,),
        "Frontend Builder",
        (
            Script(
                "/static/operations.js",
                _FAILED,
                f"{_FAILED}\n      this.waiting.push(...operations)\n      this.batch = null",
            ),
        ),
    ),
    Fault(
        "offline-edits-of-two-places-become-one",
        "Of two places that were edited while the connection was lost, one gets the words of the other.",
        "Maya would write on the train what her offer is and until when, and find half of it at home.",
        "IP-BUILDER-BACKEND",
        (rules.NOT_CALLED_SAVED,),
        "Frontend Builder",
        (takes_the_place(),),
    ),
    Fault(
        "saved-before-it-arrived",
        "The builder says “Saved” the moment a key is pressed, whether anything has arrived or not.",
        "Maya would leave while her words are still on their way, and lose them with the connection.",
        "SYS-REALTIME",
        (rules.NOT_CALLED_SAVED,),
        "Frontend Builder",
        (Script("/static/operations.js", "this.said('Saving')", "this.said('Saved')"),),
    ),
)
