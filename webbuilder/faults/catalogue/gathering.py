"""What goes wrong when several things of a page are chosen, moved or removed together."""

from __future__ import annotations

from webbuilder.faults.catalogue import rules
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

_HANDS, _PANELS, _SEVERAL, _TREE = (f"/static/{name}.js" for name in ("hands", "panels", "several", "tree"))
_TAKES_HOLD = "within(this.editor, component)\n    this.editor.runCommand('tlb-move'"
_STAYS = "stay.has(place < 0 ? null : one.collection.at(place)) || "
_WITH_SHIFT = "if (event.shiftKey && changes) editor.selectAdd([meant(rows[at]), meant(next)])"
_ENTERS = "      enterAt(next)\n      next.focus()"
_AN_ACT = "this.waiting.splice(0, end < 0 ? this.waiting.length : end)\n    return { operations, act,"
_EACH_ALONE = "this.waiting.splice(0, 1)\n    return { operations, act: -1,"
_NEEDS = "  if (!why) for"
_STANDING = "this.editor.getSelectedAll().filter(ours)"

FAULTS = (
    Fault(
        "only-what-is-dragged-moves",
        "Of what is chosen together, only the thing under the hand is dragged.",
        "Maya would have half of her bread here and half of it there.",
        "SYS-CANVAS",
        (rules.TOGETHER_AT_ONCE,),
        "Drag-Drop Canvas",
        (
            Script(
                _HANDS, _TAKES_HOLD, "this.editor.select(component)\n    this.editor.runCommand('tlb-move'"
            ),
        ),
    ),
    Fault(
        "what-is-chosen-changes-places",
        "What is moved up together overtakes the thing before it that cannot go.",
        "Maya would press once too often, and her page would begin with its second section.",
        "SYS-BUILDER",
        (rules.TOGETHER_AT_ONCE,),
        "Drag-Drop Canvas",
        (Script(_SEVERAL, _STAYS, ""),),
    ),
    Fault(
        "keys-choose-one-at-a-time",
        "In the list, Shift and an arrow go on to the next thing and choose nothing.",
        "Who works by keyboard would move a page one thing at a time.",
        "ACCESSIBILITY",
        (rules.TOGETHER_AT_ONCE,),
        "Frontend Builder",
        (Script(_PANELS, _WITH_SHIFT, ""),),
    ),
    Fault(
        "arrows-stay-in-the-list",
        "In the list of what is on the page the arrow keys go nowhere.",
        "Who works by keyboard would reach the first line and no other.",
        "ACCESSIBILITY",
        (rules.OTHER_HANDS,),
        "Frontend Builder",
        (Script(_PANELS, _ENTERS, "      enterAt(next)"),),
    ),
    Fault(
        "only-the-last-is-said",
        "Of what was moved together, only the last thing is said to be elsewhere.",
        "Who does not see the page would believe that the rest stayed.",
        "ACCESSIBILITY",
        (rules.TOGETHER_AT_ONCE,),
        "Frontend Builder",
        (Script(_TREE, _STANDING, f"{_STANDING}.slice(-1)"),),
    ),
    Fault(
        "what-is-done-together-is-undone-one-by-one",
        "What was removed together comes back one thing at a time.",
        "Maya would take back her slip, see half of it, and rebuild the rest by hand.",
        "SYS-BUILDER",
        (rules.TOGETHER_AT_ONCE,),
        "Frontend Builder",
        (Script("/static/operations.js", _AN_ACT, _EACH_ALONE),),
    ),
    Fault(
        "what-cannot-be-missed-is-removed",
        "The builder takes away what its page cannot do without, and the platform refuses it later.",
        "Maya would stand before a conflict with nobody, over one column.",
        "ERRORS",
        (rules.NOT_WITHOUT,),
        "Frontend Builder",
        (Script(_SEVERAL, _NEEDS, "  for"),),
    ),
)
