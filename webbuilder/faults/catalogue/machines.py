"""What goes wrong between several machines of the platform, and on machines with manners of their own."""
# ruff: noqa: ARG001 - bodies take what their target takes

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.realtime.line import Line

_PUTS_BY = "try { sessionStorage.setItem('waiting', this.waiting.length) } catch { return null }"
_SENDS = "  send() {"
# the browser gives the time at which the page was served, by a clock that no page can set
_OF_TOMORROW = "if (Date.now() < Date.parse(document.lastModified) - 60000) return null"
_STORED_HERE: set[tuple[str, int]] = set()  # of each process its own, since they are forked


def _of_this_process(original: Original, self: Any, line: Line) -> Any:
    here = original(self, line)
    known = {one.client for one in self.lines.get(line.site_id, ())}
    return here.model_copy(update={"people": [one for one in here.people if one.client in known]})


def _stored_here(  # noqa: PLR0917 - as its target
    original: Original,
    session: Session,
    site: Any,
    person_id: str,
    done: Any,
    way: Any = "done",
    *,
    of: int | None = None,
    client: str | None = None,
    first: int | None = None,
) -> int:
    before = int(site.revision)
    after = int(original(session, site, person_id, done, way, of=of, client=client, first=first))
    _STORED_HERE.update((site.id, one) for one in range(before + 1, after + 1))
    return after


def _told_of_here(original: Original, self: Any, lines: Any) -> Any:
    happened = original(self, lines)
    site_id = next(iter(lines)).site_id
    told = [one for one in happened.operations if (site_id, one.revision) in _STORED_HERE]
    return happened.model_copy(update={"operations": told})


def _it_does_not_matter(original: Original, site: Any) -> None:
    return None


FAULTS = (
    Fault(
        "only-who-came-the-same-way-is-named",
        "Each process of the platform knows those alone who came to it.",
        "Maya would see Noor at home and not in the shop.",
        "SYS-REALTIME",
        (rules.WHICHEVER_SERVER,),
        "Real-time APIs",
        (Function("webbuilder.realtime.hub:Hub._people", _of_this_process),),
    ),
    Fault(
        "what-another-process-stored-is-not-told",
        "What one process of the platform has stored, those hear of who came to the same one.",
        "Maya would rewrite in the shop what Noor has rewritten at home.",
        "CONSISTENCY",
        (rules.WHICHEVER_SERVER,),
        "Real-time APIs",
        (
            Function("webbuilder.components.history:keep", _stored_here),
            Function("webbuilder.realtime.hub:Hub._happened", _told_of_here),
        ),
    ),
    Fault(
        "what-is-put-away-is-changed-in-secret",
        "Words for a site that was put away are stored where nobody looks.",
        "Maya would write all evening on a page that no visitor will see, and be told that it is saved.",
        "ERRORS",
        (rules.GONE_IS_SAID, rules.NOT_DRAWN_WHEN_OVER, rules.NOT_LET_GO_ON),
        "Component APIs",
        (Function("webbuilder.sites.service:refuse_put_away", _it_does_not_matter),),
    ),
    Fault(
        "the-builder-keeps-things-in-the-browser",
        "The builder puts words by in the browser before it sends them, and sends none where that is denied.",
        "Maya would write in the shop until “Saving” ends, and it would not.",
        "SYS-BUILDER",
        (rules.ODD_MACHINES,),
        "Frontend Builder",
        (Script("/static/operations.js", _SENDS, f"{_SENDS}\n    {_PUTS_BY}"),),
    ),
    Fault(
        "the-builder-believes-its-clock",
        "A builder whose clock is behind takes its page for one of tomorrow, and sends nothing.",
        "Maya would write on a laptop that was asleep since winter, and everything would wait until summer.",
        "ERRORS",
        (rules.ODD_MACHINES,),
        "Frontend Builder",
        (Script("/static/operations.js", _SENDS, f"{_SENDS}\n    {_OF_TOMORROW}"),),
    ),
)
