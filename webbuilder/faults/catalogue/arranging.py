"""What goes wrong where a page is arranged by hand."""

from __future__ import annotations

from webbuilder.faults.catalogue import rules
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

_HANDS, _PANELS, _SEVERAL = (f"/static/{name}.js" for name in ("hands", "panels", "several"))
_TREE, _TYPES = "/static/tree.js", "/static/types.js"
_MOVE = "      else if (!kept.has(id)) yield { kind: 'move', id, parent, after }\n"
_INSERT = "yield { kind: 'insert', id, type: is.type, parent, after,"
_DROPPABLE = "droppable: (component, target) => belongs(types, component, target),"
_STAYS_EMPTY = (
    "droppable: (component, target) => belongs(types, component, target)"
    " && (target.get('type') !== 'mm-section' || target.components().length > 0),"
)
_RELEASE = "on('mouseup', event => this.release(event))"
_KEEPS = """    shift(this.editor, step)
    component.view.el.focus()"""
_WALKS = "if (!event.altKey) { this.walk"
# GrapesJS gives a drag up at the Escape key
_GIVES_UP = """on('mousemove', event => { if (event.isTrusted) this.movedAt = event.timeStamp })
    on('mouseup', event => {
      const thrown = this.dragging && event.isTrusted && event.timeStamp - this.movedAt < 80
      if (!thrown || !%s) this.release(event)
      else this.frame.document.dispatchEvent(new this.frame.KeyboardEvent('keydown', { key: 'Escape' }))
    })"""


def springs_back(where: str) -> Script:
    """Give up what is let go while the hand still moves, where a condition of the page holds."""
    return Script(_HANDS, _RELEASE, _GIVES_UP % where)


FAULTS = (
    Fault(
        "moved-things-spring-back",
        "What was moved on the page stands where it was when the page is opened again.",
        "Maya would put her offer in order every evening, and find it as it was every morning.",
        "SYS-CANVAS",
        (rules.LANDS, rules.OTHER_HANDS),
        "Drag-Drop Canvas",
        (Script(_TREE, _MOVE, ""),),
    ),
    Fault(
        "thrown-things-spring-back",
        "What is let go while the hand still moves goes back to where it was.",
        "Whoever works quickly would drag everything twice.",
        "SYS-CANVAS",
        (rules.LANDS,),
        "Drag-Drop Canvas",
        (springs_back("true"),),
    ),
    Fault(
        "empty-sections-stay-empty",
        "Nothing that is on the page can be put into an empty section.",
        "Maya would add a section for her specials and could not fill it with any of them.",
        "SYS-CANVAS",
        (rules.LANDS, rules.OTHER_HANDS),
        "Drag-Drop Canvas",
        (Script(_TYPES, _DROPPABLE, _STAYS_EMPTY),),
    ),
    Fault(
        "new-headings-come-first",
        "A new heading is stored as the first thing of its section, wherever it was dropped.",
        "Maya's visitors would read the price of one bread above the name of another.",
        "SYS-COMPONENT",
        (rules.LANDS,),
        "Drag-Drop Canvas",
        (Script(_TREE, _INSERT, _INSERT.replace("after,", "after: is.type === 'heading' ? null : after,")),),
    ),
    Fault(
        "keys-move-nothing",
        "On the canvas the arrow keys only go from one thing to the next, and move none.",
        "Who works by keyboard could read the page and not arrange it.",
        "ACCESSIBILITY",
        (rules.OTHER_HANDS,),
        "Drag-Drop Canvas",
        (Script(_HANDS, _WALKS, "if (step) { this.walk"),),
    ),
    Fault(
        "keys-move-once",
        "What was moved by key on the canvas has lost the keyboard after the first step.",
        "Who works by keyboard would look for the same bread anew after each step that it takes.",
        "ACCESSIBILITY",
        (rules.OTHER_HANDS,),
        "Drag-Drop Canvas",
        (Script(_HANDS, _KEEPS, _KEEPS.splitlines()[0]),),
    ),
    Fault(
        "keys-end-with-the-section",
        "By keyboard nothing leaves the section that it stands in.",
        "Who works by keyboard would remove a bread and write it anew to show it elsewhere.",
        "ACCESSIBILITY",
        (rules.OTHER_HANDS,),
        "Drag-Drop Canvas",
        (Script(_SEVERAL, "to < 0 ? null : parent.parent()", "to < 0 ? null : null"),),
    ),
    Fault(
        "up-goes-round",
        "The first thing of a page that is moved up stands at the end of the page.",
        "Maya would tap once too often, and her headline would be where nobody scrolls to.",
        "SYS-COMPONENT",
        (rules.OTHER_HANDS,),
        "Drag-Drop Canvas",
        (Script(_SEVERAL, "to < 0 ? null : parent.parent()", "parent.parent()"),),
    ),
    Fault(
        "fingers-move-nothing",
        "The buttons that move things do nothing under a finger.",
        "On her tablet Maya would tap and tap, and her page would stay as it is.",
        "MOBILE",
        (rules.OTHER_HANDS,),
        "Frontend Builder",
        (
            Script(
                _PANELS,
                "made.addEventListener('click', act)",
                "made.addEventListener('click', event => event.pointerType === 'touch' || act(event))",
            ),
        ),
    ),
    Fault(
        "words-on-the-page-are-not-kept",
        "Words that were written on the page itself are gone when it is opened again.",
        "Maya would read her new price where she wrote it, and her customers the old one.",
        "SYS-BUILDER",
        (rules.IN_PLACE,),
        "Drag-Drop Canvas",
        (Script(_TYPES, "if (TEXTS.has(kind(component))) props.text = words(component)\n", ""),),
    ),
    Fault(
        "enter-begins-nothing",
        "The Enter key does not begin to write on the page.",
        "Who cannot use a pointer could not correct a word where it stands.",
        "ACCESSIBILITY",
        (rules.IN_PLACE,),
        "Drag-Drop Canvas",
        (Script(_HANDS, "component.trigger('focus')", "component.trigger('blur')"),),
    ),
    Fault(
        "keys-begin-where-they-ended",
        "Who writes by keyboard a second time finds the mark at the front.",
        "Maya would write “, today” before the bread that it is about.",
        "ACCESSIBILITY",
        (rules.IN_PLACE,),
        "Drag-Drop Canvas",
        (Script(_HANDS, "    this.byKey = true\n", ""),),
    ),
    Fault(
        "pointing-twice-begins-nothing",
        "Pointing twice at words does not begin to write there.",
        "Maya would do what every other program has taught her, and think that her page is locked.",
        "SYS-BUILDER",
        (rules.IN_PLACE,),
        "Drag-Drop Canvas",
        (
            Script(
                _HANDS,
                _RELEASE,
                f"{_RELEASE}\n    on('dblclick', event => event.stopImmediatePropagation())",
            ),
        ),
    ),
    Fault(
        "pasted-words-are-taken-for-markup",
        "Words that are pasted into the page lose what looks like markup.",
        "Maya's “Rye <new>” would be just rye, and somebody else's paste could bring more than words.",
        "SECURITY",
        (rules.IN_PLACE,),
        "Drag-Drop Canvas",
        (Script(_HANDS, "on('paste', event => this.paste(event))", ""),),
    ),
    Fault(
        "pasted-words-come-twice",
        "Words that are pasted into the page stand there twice.",
        "Maya would tidy up after every paste, and once she would forget to.",
        "SYS-BUILDER",
        (rules.IN_PLACE,),
        "Drag-Drop Canvas",
        (
            Script(
                _HANDS,
                _RELEASE,
                f"{_RELEASE}\n    on('paste', event => this.frame.document.execCommand("
                "'insertText', false, event.clipboardData.getData('text')))",
            ),
        ),
    ),
)
