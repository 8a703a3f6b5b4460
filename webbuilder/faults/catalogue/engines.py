"""What goes wrong in one browser alone: a handler it never calls, a drop it loses, keys that come twice."""

from __future__ import annotations

from webbuilder.faults.catalogue import rules
from webbuilder.faults.catalogue.arranging import springs_back
from webbuilder.faults.catalogue.keeping import takes_the_place
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

_CHROMIUM = "/Chrome/.test(navigator.userAgent)"
_FIREFOX = "/Firefox/.test(navigator.userAgent)"
_WEBKIT = "(/AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent))"

_BUILDER, _OPERATIONS = "/static/builder.js", "/static/operations.js"
_PANELS, _PALETTE, _LOOKS = "/static/panels.js", "/static/palette.js", "/static/looks.js"
_TYPED = "input.addEventListener('input', () => change(component, { [name]: input.value }))"
_HIDDEN = "{ hidden: '' }"
_SENDS = "const headers = { 'Content-Type'"
_LINES = "const lines = [...everything(editor.getWrapper())]"
_BACKWARDS = (
    "function* backwards(one) { for (const child of one.components().models.filter(ours).reverse())"
    " { yield child; yield* backwards(child) } }"
)
_BODY = "body: JSON.stringify({ operations,"
_HEADING = "  heading: props => ({ tagName: `h${props.level}` }),"

FAULTS = (
    Fault(
        "firefox-loses-what-is-thrown",
        "In Firefox what is let go while the hand still moves goes back to where it was.",
        "Maya's quick hand would do on one machine what it does not do on the other.",
        "SYS-CANVAS",
        (rules.LANDS,),
        "Drag-Drop Canvas",
        (springs_back(_FIREFOX),),
        engine="firefox",
    ),
    Fault(
        "webkit-hears-no-arrows",
        "In Safari's engine the arrow keys move nothing on the canvas.",
        "Who works by keyboard on a Mac could not arrange a page.",
        "ACCESSIBILITY",
        (rules.OTHER_HANDS,),
        "Drag-Drop Canvas",
        (
            Script(
                "/static/hands.js",
                "if (!event.altKey) { this.walk",
                f"if ({_WEBKIT} || !event.altKey) {{ this.walk",
            ),
        ),
        engine="webkit",
    ),
    Fault(
        "firefox-loses-the-drop",
        "In Firefox what is dropped onto the page stands there, and is gone when the page is opened again.",
        "Every marketer on Firefox would find that forms do not stay, and leave.",
        "SYS-CANVAS",
        (rules.DROPPED_STAYS,),
        "Frontend Builder",
        (
            Script(
                _OPERATIONS,
                _SENDS,
                f"if ({_FIREFOX} && operations[0].kind === 'insert') return this.delivered(this.batch = 0)\n"
                f"      {_SENDS}",
            ),
        ),
        engine="firefox",
    ),
    Fault(
        "webkit-drops-an-empty-form",
        "In Safari's engine a form is dropped without its fields.",
        "Maya would publish a form from her iPad that nobody can fill in.",
        "SYS-CANVAS",
        (rules.DROPPED_STAYS,),
        "Drag-Drop Canvas",
        (Script(_PALETTE, "...(WITHIN[name] ?", f"...(WITHIN[name] && !{_WEBKIT} ?"),),
        engine="webkit",
    ),
    Fault(
        "webkit-walks-past-the-palette",
        "In Safari's engine the Tab key never comes to the palette's blocks.",
        "Whoever cannot use a mouse would build nothing on a Mac.",
        "SYS-CANVAS",
        (rules.DROPPED_STAYS,),
        "Drag-Drop Canvas",
        (Script(_PALETTE, "tabindex: '0'", f"tabindex: {_WEBKIT} ? '-1' : '0'"),),
        engine="webkit",
    ),
    Fault(
        "firefox-types-the-last-letter-twice",
        "In Firefox the last letter of changed words arrives twice.",
        "Maya's “30% off” would go out as “30% offf”.",
        "SYS-BUILDER",
        (rules.SAVED_EVERYWHERE,),
        "Frontend Builder",
        (
            Script(
                _PANELS,
                _TYPED,
                _TYPED.replace(
                    "input.value }", f"input.value + ({_FIREFOX} ? input.value.slice(-1) : '') }}"
                ),
            ),
        ),
        engine="firefox",
    ),
    Fault(
        "webkit-sends-words-cut",
        "In Safari's engine changed words are sent without their last letter.",
        "Maya's screen would show “30% off” and her customers “30% of”.",
        "IP-BUILDER-BACKEND",
        (rules.SAVED_EVERYWHERE,),
        "Frontend Builder",
        (
            Script(
                _OPERATIONS,
                _BODY,
                "body: JSON.stringify({ operations: operations.map(one =>"
                f" {_WEBKIT} && one.properties?.text ? {{ ...one, properties:"
                " { ...one.properties, text: one.properties.text.slice(0, -1) } } : one),",
            ),
        ),
        engine="webkit",
    ),
    Fault(
        "firefox-sends-lost-edits-in-the-wrong-order",
        "In Firefox what was written while the connection was lost is sent in the wrong order.",
        "Maya would correct a price on her way to the shop, and Firefox would bring the mistake back.",
        "ERRORS",
        (rules.NOT_CALLED_SAVED,),
        "Frontend Builder",
        (
            Script(
                _OPERATIONS,
                "this.stuck = 'Offline'",
                "this.stuck = 'Offline'\n"
                f"      if ({_FIREFOX}) {{ this.waiting.push(...operations); this.batch = null }}",
            ),
        ),
        engine="firefox",
    ),
    Fault(
        "webkit-mixes-two-places-up",
        "In Safari's engine, of two places edited without a connection one gets the words of the other.",
        "Maya would write on her Mac what her offer is and until when, and half of it would be gone.",
        "IP-BUILDER-BACKEND",
        (rules.NOT_CALLED_SAVED,),
        "Frontend Builder",
        (takes_the_place(_WEBKIT),),
        engine="webkit",
    ),
    Fault(
        "chromium-says-saved-at-once",
        "In Chrome's engine the builder says “Saved” the moment a key is pressed.",
        "Most marketers would trust a word that means nothing.",
        "SYS-REALTIME",
        (rules.NOT_CALLED_SAVED,),
        "Frontend Builder",
        (Script(_OPERATIONS, "    this.said('Saving')", f"    this.said({_CHROMIUM} ? 'Saved' : 'Saving')"),),
        engine="chromium",
    ),
    Fault(
        "firefox-draws-no-headings",
        "In Firefox the canvas shows no headings.",
        "Maya would not see the first thing that her visitors read.",
        "SYS-CANVAS",
        (rules.AS_OFFERED,),
        "Drag-Drop Canvas",
        (
            Script(
                _LOOKS,
                _HEADING,
                _HEADING.replace("` }),", f"`, attributes: {_FIREFOX} ? {{ hidden: '' }} : {{}} }}),"),
            ),
        ),
        engine="firefox",
    ),
    Fault(
        "webkit-draws-no-headings",
        "Safari's engine does not know a style that the canvas needs, and shows no headings.",
        "Maya would not see on her Mac what her visitors read first.",
        "SYS-CANVAS",
        (rules.AS_OFFERED,),
        "Drag-Drop Canvas",
        (
            Script(
                _LOOKS,
                _HEADING,
                _HEADING.replace("` }),", f"`, attributes: {_WEBKIT} ? {_HIDDEN} : {{}} }}),"),
            ),
        ),
        engine="webkit",
    ),
    Fault(
        "firefox-lists-the-page-backwards",
        "In Firefox the list of what is on the page stands on its head.",
        "Maya would change the wrong section, and not see why.",
        "SYS-BUILDER",
        (rules.AS_OFFERED,),
        "Frontend Builder",
        (
            Script(
                _PANELS,
                _LINES,
                f"{_BACKWARDS}\n  const way = {_FIREFOX} ? backwards : everything\n"
                "  const lines = [...way(editor.getWrapper())]",
            ),
        ),
        engine="firefox",
    ),
    Fault(
        "chromium-turns-a-dropped-form-around",
        "In Chrome's engine a form is dropped with its fields in the opposite order.",
        "Maya's visitors would be asked for their address before their name.",
        "SYS-CANVAS",
        (rules.DROPPED_STAYS,),
        "Drag-Drop Canvas",
        (
            Script(
                _PALETTE,
                "{ components: WITHIN[name] }",
                f"{{ components: {_CHROMIUM} ? [...WITHIN[name]].reverse() : WITHIN[name] }}",
            ),
        ),
        engine="chromium",
    ),
)
