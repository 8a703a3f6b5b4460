"""What goes wrong in one browser alone: a handler it never calls, a drop it loses, keys that come twice."""

from __future__ import annotations

from webbuilder.faults.catalogue import rules
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

_CHROMIUM = "/Chrome/.test(navigator.userAgent)"
_FIREFOX = "/Firefox/.test(navigator.userAgent)"
_WEBKIT = "(/AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent))"

_BUILDER, _OPERATIONS = "/static/builder.js", "/static/operations.js"
_PANELS, _TYPES = "/static/panels.js", "/static/types.js"
_TYPED = "input.addEventListener('input', () => change(component, { [name]: input.value }))"
_ELSEWHERE = "  tree.apply(await operations.since())\n"
_OFFLINE = "      this.said('Offline', "
_BODY = "body: JSON.stringify({ operations })"
_TEXT = "  text: () => ({ tagName: 'p' }),"
_HEADING = "  heading: props => ({ tagName: `h${props.level}` }),"

FAULTS = (
    Fault(
        "firefox-loses-the-drop",
        "In Firefox what is dropped onto the page stands there, and is gone when the page is opened again.",
        "Every marketer on Firefox would find that forms do not stay, and leave.",
        "SYS-CANVAS",
        (rules.DROPPED_STAYS,),
        "Drag-Drop Canvas",
        (
            Script(
                _OPERATIONS,
                "else this.waiting.push(operation)",
                f"else if (!{_FIREFOX} || operation.kind !== 'insert') this.waiting.push(operation)",
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
        (Script(_PANELS, "...(name === 'form' ?", f"...(name === 'form' && !{_WEBKIT} ?"),),
        engine="webkit",
    ),
    Fault(
        "webkit-never-hears-the-palette-keys",
        "In Safari's engine the keys of the palette's blocks are never heard.",
        "Whoever cannot use a mouse would build nothing on a Mac.",
        "SYS-CANVAS",
        (rules.DROPPED_STAYS,),
        "Drag-Drop Canvas",
        (
            Script(
                _BUILDER,
                "if (event.key === 'Enter' || event.key === ' ')",
                f"if (!{_WEBKIT} && (event.key === 'Enter' || event.key === ' '))",
            ),
        ),
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
                " { ...one.properties, text: one.properties.text.slice(0, -1) } } : one) })",
            ),
        ),
        engine="webkit",
    ),
    Fault(
        "firefox-calls-lost-edits-saved",
        "In Firefox the builder says “Saved” when it cannot reach the platform.",
        "Maya would close Firefox on the train, and her offer would be gone.",
        "SYS-REALTIME",
        (rules.NOT_CALLED_SAVED,),
        "Frontend Builder",
        (Script(_OPERATIONS, _OFFLINE, _OFFLINE.replace("'Offline'", f"{_FIREFOX} ? 'Saved' : 'Offline'")),),
        engine="firefox",
    ),
    Fault(
        "webkit-forgets-what-was-written-offline",
        "In Safari's engine words that were written without a connection are never sent.",
        "Maya would write her offer on the train and find the old one at home.",
        "SYS-REALTIME",
        (rules.NOT_CALLED_SAVED,),
        "Frontend Builder",
        (
            Script(
                _OPERATIONS,
                "      this.waiting.unshift(...operations)\n",
                f"      if (!{_WEBKIT}) this.waiting.unshift(...operations)\n",
            ),
        ),
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
                _TYPES,
                _HEADING,
                _HEADING.replace("` }),", f"`, attributes: {_FIREFOX} ? {{ hidden: '' }} : {{}} }}),"),
            ),
        ),
        engine="firefox",
    ),
    Fault(
        "webkit-draws-no-texts",
        "Safari's engine does not know a style that the canvas needs, and shows no texts.",
        "Maya would think that her template is empty.",
        "SYS-CANVAS",
        (rules.AS_OFFERED,),
        "Drag-Drop Canvas",
        (
            Script(
                _TYPES,
                _TEXT,
                _TEXT.replace(" }),", f", attributes: {_WEBKIT} ? {{ hidden: '' }} : {{}} }}),"),
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
                "    for (const child of children) {",
                f"    for (const child of {_FIREFOX} ? [...children].reverse() : children) {{",
            ),
        ),
        engine="firefox",
    ),
    Fault(
        "webkit-never-draws-what-the-server-changed",
        "In Safari's engine words that the copywriter brought never appear on the page.",
        "Maya would accept a suggestion again and again, and see the old words.",
        "SYS-AI",
        (rules.OWNER_SAYS_SO,),
        "Drag-Drop Canvas",
        (Script(_BUILDER, _ELSEWHERE, f"  if (!{_WEBKIT}) tree.apply(await operations.since())\n"),),
        engine="webkit",
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
                _PANELS,
                "{ components: FIELDS }",
                f"{{ components: {_CHROMIUM} ? [...FIELDS].reverse() : FIELDS }}",
            ),
        ),
        engine="chromium",
    ),
)
