"""What goes wrong where very many come at once, or a part is in trouble: slow paths, lost answers."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

import time
from multiprocessing import Value
from threading import Lock
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules_of_qualities as of_qualities
from webbuilder.faults.catalogue.racing import called_applied, thanked_for_nothing
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import EmailMessage

    from sqlalchemy import Engine
    from sqlalchemy.orm import Session
    from starlette.responses import Response

    from webbuilder.components.changes import AnyChange
    from webbuilder.components.service import Applied
    from webbuilder.connector.tables import Submission
    from webbuilder.parts.household import Household
    from webbuilder.problems import Problem
    from webbuilder.settings import Settings
    from webbuilder.sites.tables import Site

_ONE_BY_ONE = Lock()
_WAITED: set[str] = set()  # to whom a letter could not go out
_OPEN_UNTIL = Value("d", 0.0)  # a circuit breaker's, for all processes that are forked from this one
_OPEN_S = 20.0  # for so long
_COMES_BACK_S = 20.0  # more than any sentence allows
_LOOK_S, _FOLLOWS_S = 0.5, 1.5  # s for a look that nobody else has meanwhile, and for what follows a form


def _one_by_one(
    original: Original, slug: str, store: Session, who: Any, ways: Any, path: str, via: str = ""
) -> Response:
    with _ONE_BY_ONE:
        time.sleep(_LOOK_S)  # the slow path that the fault is
    answer: Response = original(slug, store, who, ways, path, via)
    return answer


def _nowhere(
    original: Original, slug: str, store: Session, who: Any, ways: Any, path: str, via: str = ""
) -> Response:
    from webbuilder import problems

    raise problems.not_found("site")


def _nothing_follows(original: Original, session: Session, sent: Submission) -> None:
    return None


def _waits_for_what_follows(
    original: Original,
    session: Session,
    site: Site,
    form_id: str,
    view_token: str,
    values: dict[str, str],
    held_because: str | None = None,
) -> Submission:
    time.sleep(_FOLLOWS_S)  # what a visitor is made to wait for
    stored: Submission = original(session, site, form_id, view_token, values, held_because)
    return stored


def _called_stored(
    original: Original,
    session: Session,
    workspace_id: str,
    site_id: str,
    person_id: str,
    changes: Sequence[AnyChange],
    *,
    client: str | None = None,
    continues: int | None = None,
) -> Applied:
    if any(change.kind != "set" for change in changes):
        return original(  # type: ignore[no-any-return]  # as its target
            session, workspace_id, site_id, person_id, changes, client=client, continues=continues
        )
    original.fired()
    return called_applied(session, workspace_id, site_id)


def _to_nobody(original: Original, settings: Settings, message: EmailMessage) -> None:
    from copy import deepcopy

    from webbuilder.mail.smtp import MailServerAway

    given = deepcopy(message)
    if message["To"] in _WAITED:
        del given["To"]
        given["To"] = "nobody@customers.example"
    try:
        original(settings, given)
    except MailServerAway:
        _WAITED.add(message["To"])
        raise


def _a_number(original: Original, error: Exception) -> Problem:
    from webbuilder.problems import Problem

    return Problem(503, "database-away", "Error 57P03.", headers={"Retry-After": "5"})


def _closes_late(original: Original, url: str, pool_size: int = 10, *, tries_again: bool = False) -> Engine:
    from psycopg import OperationalError
    from sqlalchemy import event

    def note(context: Any) -> None:
        if isinstance(context.original_exception, OperationalError) and time.time() > _OPEN_UNTIL.value:
            _OPEN_UNTIL.value = time.time() + _OPEN_S

    def refuse(*_: Any) -> None:
        if time.time() < _OPEN_UNTIL.value:
            original.fired()
            raise OperationalError("it was away")

    engine: Engine = original(url, pool_size, tries_again=tries_again)
    event.listen(engine, "handle_error", note)
    event.listen(engine, "do_connect", refuse)
    return engine


def _in_its_own_time(original: Original, self: Household) -> None:
    running = {name for name, part in self.parts.items() if not part.dead}
    original(self)
    for name in running & {name for name, part in self.parts.items() if part.dead}:
        self.parts[name].due += _COMES_BACK_S
        original.fired()


FAULTS = (
    Fault(
        "what-ended-is-left-alone-for-a-while",
        "A part that ended is started again after twenty seconds.",
        "Maya and all her visitors would look at nothing for half a minute, each time a process dies.",
        "RELIABILITY",
        (of_qualities.SERVED_AGAIN, of_qualities.WRITES_ON, of_qualities.PUBLISHED_THROUGH),
        "Backend APIs",
        (Function("webbuilder.parts.household:Household._bury", _in_its_own_time, counts_itself=True),),
    ),
    Fault(
        "nobody-finds-a-live-site",
        "Whoever goes to the address of a live site is told that there is none.",
        "A newspaper would have printed an address at which nobody is at home.",
        "PERF-LOAD",
        (of_qualities.MANY_MAY,),
        "Live Sites",
        (Function("webbuilder.publishing.live:read", _nowhere),),
    ),
    Fault(
        "live-pages-come-one-by-one",
        "A live page is made for one visitor at a time, and each takes half a second.",
        "Of a thousand readers of a newspaper nine hundred would have closed the page before it came.",
        "PERF-LOAD",
        (of_qualities.SERVED_AS_IF_ALONE,),
        "Live Sites",
        (Function("webbuilder.publishing.live:read", _one_by_one),),
    ),
    Fault(
        "forms-are-thanked-for-and-not-kept",
        "Whoever sends a form is thanked, and what they sent is kept nowhere.",
        "Maya would have a hundred thankful visitors and not one contact.",
        "CONSISTENCY",
        (of_qualities.SERVED_AS_IF_ALONE, of_qualities.SERVED_AGAIN, of_qualities.SERVED_BY_ONE),
        "Magic Connector",
        (Function("webbuilder.connector.service:take_in", thanked_for_nothing),),
    ),
    Fault(
        "what-follows-of-a-form-is-forgotten",
        "A form is kept, and nothing that is to follow of it is begun.",
        "Ten thousand would have taken part in the competition, and nobody would have had a letter.",
        "PERF-WORKFLOW",
        (of_qualities.WORKED_OFF_ONCE,),
        "Magic Connector",
        (Function("webbuilder.connector.sifting:announce", _nothing_follows),),
    ),
    Fault(
        "forms-wait-for-what-follows",
        "A form is answered only after what follows of it had its time.",
        "Visitors would look at a page that does not move, and send it again.",
        "ERRORS",
        (of_qualities.NOBODY_WAITS,),
        "Magic Connector",
        (Function("webbuilder.connector.service:take_in", _waits_for_what_follows),),
    ),
    Fault(
        "words-are-called-stored-and-are-not",
        "Words that somebody writes are called stored, and are thrown away.",
        "Maya would close her laptop on an evening's work that is nowhere.",
        "CONSISTENCY",
        (of_qualities.MANY_MAY, of_qualities.WRITES_ON),
        "Component APIs",
        (Function("webbuilder.components.service:apply", _called_stored, counts_itself=True),),
    ),
    Fault(
        "letters-that-waited-go-to-nobody",
        "A letter that had to wait for the mail server goes to nobody in the end.",
        "All who signed up in that hour would wait for a letter that Maya is told they have.",
        "ERRORS",
        (of_qualities.LETTER_GOES_OUT,),
        "Email Automation",
        (Function("webbuilder.mail.smtp:hand_over", _to_nobody),),
    ),
    Fault(
        "outage-is-told-as-a-number",
        "Whoever comes while the database is away is told the number of an error.",
        "A visitor would take Maya's bakery for closed, and Maya would fear for all that she made.",
        "ERRORS",
        (of_qualities.TOLD_WHAT_TO_DO,),
        "Backend APIs",
        (Function("webbuilder.answering:from_outage", _a_number),),
    ),
    Fault(
        "once-away-long-away",
        "Once the database was away, nobody asks it for twenty seconds, though it is back.",
        "An outage of a second would cost every visitor of half a minute.",
        "RELIABILITY",
        (of_qualities.WELL_AGAIN, of_qualities.SERVED_AGAIN, of_qualities.PUBLISHED_THROUGH),
        "Backend APIs",
        (Function("webbuilder.database:connect", _closes_late, counts_itself=True),),
    ),
)
