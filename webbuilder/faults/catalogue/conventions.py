"""What goes wrong where operations deal with doubt."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session
    from starlette.requests import Request

    from webbuilder.conventions.kept import KeptAnswer


def _not_kept(
    original: Original, session: Session, workspace_id: str, key: str, wish: str, response: Any
) -> None:
    return None


def _whatever_is_asked(original: Original, request: Request, person_id: str, body: bytes) -> str:
    return "the same"


def _nothing_besides(original: Original, kept: KeptAnswer) -> dict[str, str]:
    return {}


def _whoever_asks(original: Original, workspace_id: str, key: str) -> Select[KeptAnswer]:
    from sqlalchemy import select

    from webbuilder.conventions.kept import KeptAnswer

    return select(KeptAnswer).where(KeptAnswer.key == key).limit(1)


def _told_the_newest(original: Original, seen: str | None, view: Any) -> None:
    original("*" if seen else seen, view)


def _whoever_says_nothing(original: Original, seen: str | None, view: Any) -> None:
    original(seen or "*", view)


def _by_number(
    original: Original, session: Session, rows: Any, newest: Any, identifier: Any, part: Any
) -> tuple[list[Any], str | None]:
    from webbuilder.conventions.lists import cursor_of

    start = int(part.behind[1]) if part.behind else 0
    ordered = rows.order_by(None).order_by(newest.desc(), identifier)
    found = list(session.scalars(ordered.offset(start).limit(part.limit + 1)))
    here = found[: part.limit]
    more = len(found) > part.limit
    return here, cursor_of(getattr(here[-1], newest.key), str(start + part.limit)) if more else None


def _from_the_beginning(original: Original, cursor: str) -> Any:
    from webbuilder.problems import Problem

    try:
        return original(cursor)
    except Problem:
        original.fired()
        return None


def _templates_take_any_word(original: Original, request: Request) -> None:
    if not request.url.path.endswith("/templates"):
        original(request)


async def _whatever_comes(
    original: Original,
    request: Request,
    most: int = 2 * 1024 * 1024,
    advice: str = "Send your changes in several parts.",
) -> bytes:
    return await request.body()


def _not_read(original: Original, request: Request) -> None:
    return None


def _any_name(_original: Original, name: str) -> str:
    return name


def _any_page(_original: Original, request: Request) -> None:
    pass


FAULTS = (
    Fault(
        "what-is-asked-for-twice-is-done-twice",
        "A request that is repeated under the same key is done again.",
        "A partner whose connection broke off would start every site twice.",
        "CONSISTENCY",
        (rules.DONE_ONCE,),
        "Template System",
        (Function("webbuilder.conventions.kept:keep", _not_kept),),
    ),
    Fault(
        "kept-answers-lack-their-place",
        "Who asks again is told what was made, and neither where nor in which version.",
        "A partner whose first answer was lost would not find the work that he had asked for.",
        "CONSISTENCY",
        (rules.DONE_ONCE,),
        "Backend APIs",
        (Function("webbuilder.conventions.kept:headers_of", _nothing_besides),),
    ),
    Fault(
        "keys-answer-whatever-is-asked",
        "A key that was used is answered with what it was used for, whatever is asked now.",
        "A partner would be told that a site is there which was never started.",
        "CONSISTENCY",
        (rules.DONE_ONCE,),
        "Template System",
        (Function("webbuilder.conventions.kept:asked", _whatever_is_asked),),
    ),
    Fault(
        "kept-answers-are-everybodys",
        "Whoever uses a key that another business used is told that one's answer.",
        "Ravi would read of Maya's site, and have none himself.",
        "CONSISTENCY",
        (rules.DONE_ONCE,),
        "Template System",
        (Query("webbuilder.conventions.kept:kept_for", _whoever_asks),),
    ),
    Fault(
        "stale-copies-overwrite",
        "Whoever has read a site once may change it, whatever happened since.",
        "What Maya decided at noon would be undone by what Tariq read in the morning.",
        "CONSISTENCY",
        (rules.NOT_OVERWRITTEN, rules.NOT_DRAWN_OVER),
        "Backend APIs",
        (Function("webbuilder.conventions.versions:refuse_stale", _told_the_newest),),
    ),
    Fault(
        "nobody-says-what-they-have-seen",
        "Whoever does not say which version they have seen may change it all the same.",
        "A partner who never reads would overwrite everybody who does.",
        "CONSISTENCY",
        (rules.NOT_OVERWRITTEN,),
        "Backend APIs",
        (Function("webbuilder.conventions.versions:refuse_stale", _whoever_says_nothing),),
    ),
    Fault(
        "places-in-lists-are-numbers",
        "A place in a list is a number, which moves when something is added or taken away.",
        "A partner's copy of Maya's contacts would lack some, and have others twice.",
        "SYS-BACKEND",
        (rules.READ_TO_ITS_END,),
        "Backend APIs",
        (Function("webbuilder.conventions.lists:part_of", _by_number),),
    ),
    Fault(
        "unknown-places-are-the-beginning",
        "A place in a list that nobody gave is taken for its beginning.",
        "A partner's program would read the first part for ever.",
        "SYS-BACKEND",
        (rules.READ_TO_ITS_END,),
        "Backend APIs",
        (Function("webbuilder.conventions.lists:_place", _from_the_beginning, counts_itself=True),),
    ),
    Fault(
        "one-operation-takes-any-word",
        "One operation of all leaves out words that it does not know.",
        "A partner would trust it like the others, and never hear of a typing error.",
        "SYS-BACKEND",
        (rules.NOT_UNDERSTOOD,),
        "Template System",
        (Function("webbuilder.conventions.words:refuse_unknown_words", _templates_take_any_word),),
    ),
    Fault(
        "requests-may-be-as-long-as-they-like",
        "A request is read to its end, however long it is.",
        "One careless partner would fill the machine that everybody's sites are on.",
        "SYS-BACKEND",
        (rules.NOT_UNDERSTOOD,),
        "Backend APIs",
        (Function("webbuilder.conventions.bounded:read", _whatever_comes),),
    ),
    Fault(
        "unknown-words-are-ignored",
        "A word in a question that nobody knows is left out, and the rest is answered.",
        "A partner who misspells “search” would write to all of Maya's contacts.",
        "SYS-BACKEND",
        (rules.NOT_UNDERSTOOD,),
        "Backend APIs",
        (Function("webbuilder.conventions.words:refuse_unknown_words", _not_read),),
    ),
    Fault(
        "names-that-cannot-be-read-reach-the-copywriter",
        "A business whose name cannot be read is handed on to the copywriter.",
        "A partner would hear that the copywriter is away, and try again until Monday.",
        "ERRORS",
        (rules.NOT_UNDERSTOOD,),
        "AI Services",
        (Function("webbuilder.ai.service:readable", _any_name),),
    ),
    Fault(
        "any-page-acts-for-its-visitor",
        "A page of another house may change whatever its visitor may change here.",
        "Maya would look at a competitor's page, and her sites would be gone.",
        "SECURITY",
        (rules.OTHER_HOUSE,),
        "Backend APIs",
        (Function("webbuilder.asking:refuse_foreign_pages", _any_page),),
    ),
)
