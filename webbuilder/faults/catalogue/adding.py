"""What goes wrong where something is added, or put where it cannot stand."""

from __future__ import annotations

from webbuilder.faults.catalogue import rules
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

_BUILDER, _PALETTE, _TREE = "/static/builder.js", "/static/palette.js", "/static/tree.js"
_DROPPED_IN_VAIN = "else if (hands.over) tell("
_CHOSEN_IN_VAIN = "misfit(start.types, block.getId(), 'Nothing on this page')"
_HEARD = "at('heard').textContent ="
_PLACE = "beside.indexOf(component) + 1"
_REMOVED = "return [...gone, "
_FITS = "`${name} ${ALSO[id] ?? ''}`.toLowerCase()"
_PART = ".includes(wanted)"
_NOTHING = "said.textContent = found ?"

FAULTS = (
    Fault(
        "what-cannot-stand-there-falls-silently",
        "What is dropped where it cannot stand is gone without a word.",
        "Maya would drop it again and again, and give up.",
        "SYS-CANVAS",
        (rules.REFUSED_WITH_REASON,),
        "Drag-Drop Canvas",
        (Script(_BUILDER, _DROPPED_IN_VAIN, "else if (false) tell("),),
    ),
    Fault(
        "what-nothing-takes-is-refused-silently",
        "What is added by keyboard, and nothing on the page takes, is gone without a word.",
        "Who works by keyboard would press a key that does nothing.",
        "ACCESSIBILITY",
        (rules.REFUSED_WITH_REASON,),
        "Frontend Builder",
        (Script(_BUILDER, _CHOSEN_IN_VAIN, "''"),),
    ),
    Fault(
        "nothing-is-said-aloud",
        "What was done to the page is shown, and not said.",
        "Who does not see the page would not know where the bread went.",
        "ACCESSIBILITY",
        (rules.SAID_ALOUD,),
        "Frontend Builder",
        (Script(_BUILDER, _HEARD, "at('heard').title ="),),
    ),
    Fault(
        "places-are-counted-from-none",
        "The first of three is said to be number 0.",
        "Who only hears the page would put everything one place off.",
        "ACCESSIBILITY",
        (rules.SAID_ALOUD,),
        "Frontend Builder",
        (Script(_TREE, _PLACE, "beside.indexOf(component)"),),
    ),
    Fault(
        "removals-are-not-said",
        "What is put somewhere is said aloud, what is removed is not.",
        "Who does not see the page would go on to change what is no longer there.",
        "ACCESSIBILITY",
        (rules.SAID_ALOUD,),
        "Frontend Builder",
        (Script(_TREE, _REMOVED, "return ["),),
    ),
    Fault(
        "things-go-by-our-names-alone",
        "What can be added is found by the name that we gave it, and by no other.",
        "Maya would not find a button, and write “click here”.",
        "SYS-BUILDER",
        (rules.FOUND_BY_NAME,),
        "Frontend Builder",
        (Script(_PALETTE, _FITS, "name.toLowerCase()"),),
    ),
    Fault(
        "names-are-wanted-whole",
        "What can be added is found by its whole name only.",
        "Maya would type until nothing is left to type.",
        "SYS-BUILDER",
        (rules.FOUND_BY_NAME,),
        "Frontend Builder",
        (Script(_PALETTE, _PART, ".split(' ').includes(wanted)"),),
    ),
    Fault(
        "what-there-is-not-is-not-said",
        "Where nothing fits what is looked for, nothing is shown and nothing is said.",
        "Maya would wait for the palette to come back.",
        "SYS-BUILDER",
        (rules.FOUND_BY_NAME,),
        "Frontend Builder",
        (Script(_PALETTE, _NOTHING, "said.textContent = true ?"),),
    ),
)
