"""What goes wrong where several people work on one page."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.realtime.hub import Hub
    from webbuilder.realtime.line import Line


def _silence(original: Original, self: Line, happened: Any) -> bool:
    return False


def _from_now_on(original: Original, self: Hub, line: Line) -> None:
    from webbuilder.sites import service as sites

    original(self, line)
    with self.database.transaction() as session:
        now = sites.one(session, line.who.workspace_id, line.site_id).revision
    if now > line.revision:
        original.fired()
    line.revision = now


def _nobody(original: Original, session: Session, site_id: str, workspace_id: str) -> list[Any]:
    return []


def _stays(original: Original, session: Session, line: Line) -> None:
    return None


def _nothing_is_chosen(
    original: Original, session: Session, line: Line, page: str, component: str | None
) -> None:
    original(session, line, page, None)


async def _nobody_is_asked(original: Original, self: Any) -> None:
    return None


def _whoever_comes(original: Original, socket: Any, database: Any, site_id: str) -> Any:
    from webbuilder.problems import Problem
    from webbuilder.realtime import routes
    from webbuilder.realtime.messages import Welcome

    try:
        return original(socket, database, site_id)
    except Problem:
        original.fired()
        with database.transaction() as session:
            return routes.caller(socket, session), Welcome(revision=0, people=[])


def _never_again(original: Original, socket: Any, database: Any, site_id: str) -> None:
    return None


def _hung_up(original: Original, self: Line, message: Any) -> None:
    if type(message).__name__ == "Refused":
        original.fired()
        self.end(4400, "")
        return
    original(self, message)


def _heard_out(original: Original, self: Line) -> bool:
    original(self)
    return True


FAULTS = (
    Fault(
        "one-is-somebody-else",
        "Whoever is alone on a page reads their own name among the others.",
        "Maya would look for a window that she has not opened, and then stop looking at all.",
        "SYS-REALTIME",
        (rules.KNOWN_TO_OTHERS,),
        "Frontend Builder",
        (Script("/static/live.js", "people.filter(({ client }) => client !== me).map(", "people.map("),),
    ),
    Fault(
        "others-are-not-heard-of",
        "Operations are stored, and nobody who has the site open is told.",
        "Maya and Noor would each work on yesterday's page, and undo each other.",
        "SYS-REALTIME",
        (rules.WITHOUT_ASKING,),
        "Real-time APIs",
        (Function("webbuilder.realtime.line:Line.tell_operations", _silence),),
    ),
    Fault(
        "others-are-heard-and-not-drawn",
        "The builder hears what others do, and draws nothing of it.",
        "Maya would look at a page that nobody has any more.",
        "SYS-BUILDER",
        (rules.WITHOUT_ASKING, rules.BOTH_SIDES, rules.ENDS_IN_ONE),
        "Frontend Builder",
        (Script("/static/following.js", "    if (wanted.length) this.apply(wanted)\n", ""),),
    ),
    Fault(
        "removals-of-others-are-not-drawn",
        "What somebody else removes stays on the screen.",
        "Maya would go on writing words that nobody will read.",
        "SYS-CANVAS",
        (rules.WITHOUT_ASKING,),
        "Drag-Drop Canvas",
        (Script("/static/tree.js", "if (what === 'remove' || what", "if (what"),),
    ),
    Fault(
        "nobody-else-is-named",
        "Whoever has the site open is named to nobody.",
        "Maya would believe that she is alone, and rearrange what Noor is writing.",
        "SYS-REALTIME",
        (rules.KNOWN_TO_OTHERS,),
        "Real-time APIs",
        (Function("webbuilder.realtime.presence:people", _nobody),),
    ),
    Fault(
        "who-has-gone-is-still-there",
        "Somebody who has gone is named for a while longer.",
        "Maya would wait for an answer from somebody who is on her way home.",
        "SYS-REALTIME",
        (rules.KNOWN_TO_OTHERS,),
        "Real-time APIs",
        (Function("webbuilder.realtime.presence:leave", _stays),),
    ),
    Fault(
        "nobody-says-where-they-are",
        "Who is here is told, and not what they have chosen.",
        "Maya and Noor would write into the same line.",
        "SYS-REALTIME",
        (rules.KNOWN_TO_OTHERS,),
        "Real-time APIs",
        (Function("webbuilder.realtime.presence:look", _nothing_is_chosen),),
    ),
    Fault(
        "the-shut-out-are-not-told",
        "Whose line was ended for good reads nothing of it.",
        "Noor would wait for Maya's edits on a page that has stood still since noon.",
        "ERRORS",
        (rules.NO_BUSINESS,),
        "Frontend Builder",
        (Script("/static/builder.js", "'Conflict') tell(reason)", "'Conflict' && !reason) tell(reason)"),),
    ),
    Fault(
        "lines-outlive-their-people",
        "Whoever has a line keeps it, be they removed or signed out.",
        "Noor would read along for weeks after Maya has parted with her.",
        "SECURITY",
        (rules.NO_BUSINESS,),
        "Real-time APIs",
        (Function("webbuilder.realtime.hub:Hub._shut_out", _nobody_is_asked),),
    ),
    Fault(
        "lines-are-open-to-all",
        "A line to a site is given to whoever knows its id.",
        "Ravi would read Maya's prices as she types them.",
        "SECURITY",
        (rules.NO_BUSINESS,),
        "Real-time APIs",
        (
            Function("webbuilder.realtime.routes:_let_in", _whoever_comes, counts_itself=True),
            Function("webbuilder.realtime.routes:_ask_again", _never_again),
        ),
    ),
    Fault(
        "nonsense-ends-the-line",
        "A message that is not understood ends the line of who sent it, without a word.",
        "One slip in a partner's program, and Noor's screen would stand still.",
        "ERRORS",
        (rules.NONSENSE,),
        "Real-time APIs",
        (Function("webbuilder.realtime.line:Line.tell", _hung_up, counts_itself=True),),
    ),
    Fault(
        "shouting-is-heard-out",
        "Whoever talks without end is listened to without end.",
        "One broken program would keep the platform busy that all share.",
        "SECURITY",
        (rules.NONSENSE,),
        "Real-time APIs",
        (Function("webbuilder.realtime.line:Line._is_allowed", _heard_out),),
    ),
    Fault(
        "lines-come-back-with-a-hole",
        "Whose line was cut hears what is done from then on, and not what was done meanwhile.",
        "Maya would come out of the tunnel and go on with half of the page.",
        "SYS-REALTIME",
        (rules.BOTH_SIDES,),
        "Real-time APIs",
        (Function("webbuilder.realtime.hub:Hub._come", _from_now_on, counts_itself=True),),
    ),
)
