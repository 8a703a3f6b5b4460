"""What goes wrong between what a builder says of a page and what is stored of it."""

from __future__ import annotations

from webbuilder.faults.catalogue import rules
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

_OPERATIONS, _BUILDER, _FOLLOWING, _LIVE, _TREE = (
    f"/static/{name}.js" for name in ("operations", "builder", "following", "live", "tree")
)
_ON_THEIR_WAY = "this.said('Saving')"
_REACHED_NOBODY = "this.said('Offline', why)"
_IMPATIENT = ", signal: AbortSignal.timeout(PATIENCE)"
_SETTLED = "this.waiting = []\n    this.stuck = null"
_PATIENT = "const PATIENCE = 10000 //"
_FAILED = "this.stuck = 'Offline'"
_ASKS = "if (operations.unstored) event.preventDefault()"
_FOREIGN = "one.revision > this.operations.seen && one.client !== this.here.client"
_CHANGED = "const names = was ? Object.keys(is.props).filter(name => is.props[name] !== was.props[name]) : []"
_AGAIN = "this.stuck = null; this.send() }"
_SAME_KEY = "'Idempotency-Key': key }"
_STORED = "if (answer.ok) this.delivered("
_WAS_LOST = "if (answer.headers.has('Idempotency-Replayed')) this.waiting = []"
_OPENS_AGAIN = "setTimeout(() => this.open(), "

FAULTS = (
    Fault(
        "on-its-way-is-called-saved",
        "Words that are on their way are called saved already.",
        "Maya would close her laptop a second too early, every evening.",
        "SYS-BUILDER",
        (rules.HOW_FAR,),
        "Frontend Builder",
        (Script(_OPERATIONS, _ON_THEIR_WAY, "this.said('Saved')"),),
    ),
    Fault(
        "offline-is-called-saving",
        "Words that reach nobody are called saving for ever.",
        "Maya would sit before a word that never changes.",
        "ERRORS",
        (rules.HOW_FAR,),
        "Frontend Builder",
        (Script(_OPERATIONS, _REACHED_NOBODY, "this.said('Saving', why)"),),
    ),
    Fault(
        "silence-is-waited-for",
        "A server that takes a question and never answers is waited for without end.",
        "Maya would learn next morning that nothing was stored since lunch.",
        "ERRORS",
        (rules.HOW_FAR,),
        "Frontend Builder",
        (Script(_OPERATIONS, _IMPATIENT, ""),),
    ),
    Fault(
        "offline-is-for-ever",
        "Words that arrive after all are still called offline.",
        "Maya would type everything once more, to be safe.",
        "SYS-BUILDER",
        (rules.HOW_FAR,),
        "Frontend Builder",
        (Script(_OPERATIONS, _FAILED, f"{_FAILED}\n      this.delivered = () => {{ this.stuck = null }}"),),
    ),
    Fault(
        "a-lost-answer-takes-words-along",
        "What was written while an answer was lost is lost with it.",
        "Maya would write ten seconds for nobody, and read “Saved”.",
        "CONSISTENCY",
        (rules.LOST_ANSWER,),
        "Frontend Builder",
        (Script(_OPERATIONS, _STORED, f"{_WAS_LOST}\n      {_STORED}"),),
    ),
    Fault(
        "what-is-sent-again-is-done-again",
        "Words whose answer was lost are stored once more when they are sent again.",
        "Maya would undo her last act and find that nothing has changed.",
        "CONSISTENCY",
        (rules.LOST_ANSWER,),
        "Frontend Builder",
        (Script(_OPERATIONS, _SAME_KEY, "'Idempotency-Key': crypto.randomUUID() }"),),
    ),
    Fault(
        "windows-close-without-asking",
        "A window that holds words which are not stored closes without asking.",
        "Maya would lose what she wrote in the tunnel by one press too many.",
        "SYS-BUILDER",
        (rules.NONE_LEFT_BEHIND,),
        "Frontend Builder",
        (Script(_BUILDER, _ASKS, ""),),
    ),
    Fault(
        "windows-never-just-close",
        "Whoever closes a window is asked whether they mean it, though all is stored.",
        "Maya would learn to press Leave without reading.",
        "SYS-BUILDER",
        (rules.NONE_LEFT_BEHIND,),
        "Frontend Builder",
        (Script(_BUILDER, _ASKS, "event.preventDefault()"),),
    ),
    Fault(
        "windows-hear-nothing-of-each-other",
        "What is done in one window is shown in no other.",
        "Maya would answer in one window what she changed in the other.",
        "SYS-REALTIME",
        (rules.TWO_WINDOWS,),
        "Real-time APIs",
        (Script(_FOLLOWING, _FOREIGN, "false"),),
    ),
    Fault(
        "windows-store-what-they-show",
        "A window stores all that it shows, and what it shows is of this morning.",
        "Of two windows the one that was forgotten would win.",
        "CONSISTENCY",
        (rules.TWO_WINDOWS,),
        "Drag-Drop Canvas",
        (
            Script(_FOLLOWING, _FOREIGN, "false"),
            Script(_TREE, _CHANGED, "const names = was ? Object.keys(is.props) : []"),
        ),
    ),
    Fault(
        "conflicts-leave-the-page-as-it-was",
        "Whoever goes on after a conflict has the page before them that could not be stored.",
        "Maya would go on with a headline that nobody else has.",
        "SYS-BUILDER",
        (rules.CAN_GO_ON,),
        "Frontend Builder",
        (Script(_FOLLOWING, "    this.become(heard.said)\n    return", "    return"),),
    ),
    Fault(
        "conflicts-are-for-ever",
        "Whoever goes on after a conflict has nothing stored any more.",
        "Maya would work all evening on a page that is never saved.",
        "IP-BUILDER-BACKEND",
        (rules.CAN_GO_ON,),
        "Frontend Builder",
        (Script(_OPERATIONS, _SETTLED, f"{_SETTLED}\n    this.send = () => null"),),
    ),
    Fault(
        "homeless-words-are-lost",
        "Words that had no place any more are gone when one goes on.",
        "Maya's best line of the week would be lost with a press.",
        "SYS-BUILDER",
        (rules.CAN_GO_ON,),
        "Frontend Builder",
        (Script(_BUILDER, "tell(lost ?", "tell(false ?"),),
    ),
    Fault(
        "what-both-rearranged-stays-apart",
        "Where somebody rearranged a page, the others keep the order that they saw first.",
        "Maya and Noor would each have a page of their own, with the same words in another order.",
        "CONSISTENCY",
        (rules.ENDS_IN_ONE,),
        "Drag-Drop Canvas",
        (Script(_TREE, "if (what === 'move' && component && there)", "if (false)"),),
    ),
    Fault(
        "edits-are-given-up-at-once",
        "An edit is given up when nobody answers at once, and tried again in the same haste.",
        "Maya's page would never be stored on a bad day, though the server came back long ago.",
        "IP-BUILDER-BACKEND",
        (rules.STORED_AFTER,),
        "Frontend Builder",
        (Script(_OPERATIONS, _PATIENT, "const PATIENCE = 1 //"),),
    ),
    Fault(
        "nothing-is-tried-again",
        "Words that could not be stored are stored with the next ones, or never.",
        "Maya's last sentence of the evening would wait on her screen until she switches it off.",
        "IP-BUILDER-BACKEND",
        (rules.HOW_FAR,),
        "Frontend Builder",
        (Script(_OPERATIONS, _AGAIN, "this.stuck = null }"),),
    ),
    Fault(
        "lines-end-for-good",
        "Whose line ended hears of nobody any more until they load the page.",
        "Maya and Noor would go on side by side, each with half of the page.",
        "SYS-REALTIME",
        (rules.STORED_AFTER,),
        "Real-time APIs",
        (Script(_LIVE, _OPENS_AGAIN, "setTimeout(() => {}, "),),
    ),
)
