"""What goes wrong where errors that people meet are counted, and found again by their numbers."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from webbuilder.faults.catalogue import rules_of_errors as rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from fastapi import Request
    from sqlalchemy.orm import Session

    from webbuilder.errors.book import Book, Tally
    from webbuilder.errors.grouping import Kind
    from webbuilder.errors.service import Found
    from webbuilder.problems import Problem

_NUMBER = "answer?.ok ? (await answer.json()).number : ''"


def _without_number(original: Original, problem: Problem, error: Exception, request: Request) -> Problem:
    said = problem.detail
    original(problem, error, request)
    problem.detail = said
    return problem


def _nothing_is_kept(original: Original, data: Path, wanted: frozenset[str]) -> list[dict[str, Any]]:
    return []


def _never_mind(original: Original, self: Book, taken: Mapping[str, Tally]) -> None:
    return None


def _by_number(original: Original, error: BaseException, during: str) -> Kind:
    from dataclasses import replace

    from webbuilder.tracing import current_trace_id

    kind: Kind = original(error, during)
    return replace(kind, place=f"{kind.place} {current_trace_id()}")


def _by_work_alone(original: Original, error: BaseException, during: str) -> Kind:
    from dataclasses import replace

    kind: Kind = original(error, during)
    return replace(kind, error="an error", place="somewhere")


def _every_no(original: Original, problem: Problem) -> bool:
    return True


def _for_good(original: Original, session: Session, group_id: str) -> Any:
    from datetime import timedelta

    group = original(session, group_id)
    group.settled_at += timedelta(days=400)
    return group


def _in_name(original: Original, session: Session, group_id: str) -> Any:
    from webbuilder.errors import service

    return service.one(session, group_id)


def _whatever_it_is(original: Original, session: Session, data: Path, number: str) -> Found:
    from webbuilder.errors.service import Found
    from webbuilder.problems import Problem

    try:
        return cast("Found", original(session, data, number))
    except Problem:
        return Found(number, None, (), ())


def _whosever_it_is(original: Original, session: Session, group_id: str) -> Any:
    from webbuilder import database
    from webbuilder.errors.tables import ErrorGroup
    from webbuilder.problems import Problem

    try:
        return original(session, group_id)
    except Problem:
        now, told = database.now(), dict.fromkeys(("error", "place", "during"), "")
        return ErrorGroup(
            id=group_id,
            many=0,
            numbers=[],
            first_at=now,
            last_at=now,
            settled_at=now,
            returned_at=None,
            **told,
        )


def _by_address(original: Original, request: Request) -> str:
    return f"{request.method} {request.url.path}"


def _any_key(original: Original, request: Request, shown: str) -> bool:
    return True


FAULTS = (
    Fault(
        "errors-have-no-number",
        "Somebody who meets an error is told that something went wrong, and no number.",
        "Maya would send a picture of her screen, and nobody could say what happened.",
        "DEV-ERRORLOG",
        (rules.NUMBERED,),
        "Backend APIs",
        (Function("webbuilder.answering:failed", _without_number),),
    ),
    Fault(
        "numbers-find-no-log",
        "The number of an error leads to none of the lines that were logged with it.",
        "Imani would know that it happened, and search a night's log for why.",
        "DEV-ERRORLOG",
        (rules.NUMBERED,),
        "Backend APIs",
        (Function("webbuilder.control.logs:lines_of", _nothing_is_kept),),
    ),
    Fault(
        "failing-scripts-have-no-number",
        "What fails in a script of the builder is told without a number.",
        "Maya would be told to load the page again, every day, and nobody could say why.",
        "DEV-ERRORLOG",
        (rules.NUMBERED,),
        "Frontend Builder",
        (Script("/static/errors.js", _NUMBER, "''"),),
    ),
    Fault(
        "errors-are-lost-with-the-database",
        "What people met while the database was away is counted nowhere.",
        "The worst hour of the month would look like the quietest.",
        "DEV-ERRORLOG",
        (rules.OUTLIVES_TROUBLE,),
        "Backend APIs",
        (Function("webbuilder.errors.book:Book._put_back", _never_mind),),
    ),
    Fault(
        "each-error-is-a-group-of-its-own",
        "The same error is another group each time.",
        "Imani would look through a thousand of them for the second kind.",
        "DEV-ERRORLOG",
        (rules.ONE_KIND_ONE_GROUP,),
        "Backend APIs",
        (Function("webbuilder.errors.grouping:kind_of", _by_number),),
    ),
    Fault(
        "all-errors-of-a-page-are-one-group",
        "Whatever fails during the same work is taken for the same error.",
        "A new error would hide among those that everybody knows.",
        "DEV-ERRORLOG",
        (rules.ONE_KIND_ONE_GROUP,),
        "Backend APIs",
        (Function("webbuilder.errors.grouping:kind_of", _by_work_alone),),
    ),
    Fault(
        "refusals-count-as-errors",
        "Whatever is refused is counted as an error of the platform.",
        "Imani would be woken because somebody mistyped an address.",
        "DEV-ERRORLOG",
        (rules.REFUSED_IS_NO_ERROR,),
        "Backend APIs",
        (Function("webbuilder.answering:is_failure", _every_no),),
    ),
    Fault(
        "settled-is-for-good",
        "An error that was settled stays so, however often it comes back.",
        "What was mended in March and broke again in May would be nobody's business.",
        "DEV-ERRORLOG",
        (rules.COMES_BACK,),
        "Backend APIs",
        (Function("webbuilder.errors.service:settle", _for_good),),
    ),
    Fault(
        "settled-in-name-only",
        "An error that was called settled is open as before.",
        "Imani would look at the same error every morning, and one day not look any more.",
        "DEV-ERRORLOG",
        (rules.COMES_BACK,),
        "Backend APIs",
        (Function("webbuilder.errors.service:settle", _in_name),),
    ),
    Fault(
        "errors-tell-whose-they-were",
        "Errors are told with the address that somebody was at.",
        "Whoever looks after the machines would read who builds what.",
        "SECURITY",
        (rules.OPERATORS_ALONE,),
        "Backend APIs",
        (Function("webbuilder.answering:during", _by_address),),
    ),
    Fault(
        "any-key-is-the-operators",
        "Whoever shows any key is taken for the operator.",
        "A competitor would read each morning what does not work here.",
        "SECURITY",
        (rules.OPERATORS_ALONE, rules.NO_ERROR_HERE),
        "Backend APIs",
        (Function("webbuilder.control.routes:is_operators_key", _any_key),),
    ),
    Fault(
        "numbers-of-nobody-are-found",
        "A number that nobody was ever told is found, with nothing behind it.",
        "Imani would mishear one letter on the telephone, and tell Maya that nothing was wrong.",
        "ERRORS",
        (rules.NO_ERROR_HERE,),
        "Backend APIs",
        (Function("webbuilder.errors.service:find", _whatever_it_is),),
    ),
    Fault(
        "what-nobody-met-is-settled",
        "Errors that there never were are called settled when a program says so.",
        "A program with a mistyped name would report each night that it had put things right.",
        "ERRORS",
        (rules.NO_ERROR_HERE,),
        "Backend APIs",
        (Function("webbuilder.errors.service:settle", _whosever_it_is),),
    ),
)
