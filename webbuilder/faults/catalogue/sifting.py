"""What goes wrong with what was sent and started nothing, and with work that one can follow."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.connector.tables import Submission
    from webbuilder.jobs.tables import Job
    from webbuilder.settings import Settings
    from webbuilder.sites.tables import Site


def _all_are_people(original: Original, sent: Mapping[str, str]) -> bool:
    return False


def _called_let_through(original: Original, session: Session, site: Site, submission_id: str) -> Any:
    from webbuilder.connector.tables import Submission

    sent = session.get_one(Submission, submission_id)
    sent.held_because = None
    return sent


def _as_often_as_asked(original: Original, session: Session, site: Site, submission_id: str) -> Any:
    from webbuilder.connector import sifting
    from webbuilder.connector.tables import Submission

    sent = session.get_one(Submission, submission_id)
    sent.held_because = None
    sifting.announce(session, sent)
    return sent


def _as_often_as_sent(
    original: Original,
    session: Session,
    site: Site,
    asked: Sequence[Mapping[str, Any]],
    values: Mapping[str, str],
    token: str,
) -> None:
    return None


def _for_good(
    original: Original,
    session: Session,
    site: Site,
    asked: Sequence[Mapping[str, Any]],
    values: Mapping[str, str],
    token: str,
) -> None:
    from webbuilder.connector import sifting
    from webbuilder.problems import Problem

    for field in asked:
        address = values.get(field["name"], "")
        ever = sifting.others(site, field["name"], values, token)
        if field["kind"] == "email" and address and (session.scalar(ever) or 0) >= sifting.MOST:
            original.fired()
            raise Problem(429, "too-often", "Wait a while, then send it again.")


def _called_started(
    original: Original, session: Session, site_id: str, after: list[str] | None, most: int
) -> list[Submission]:
    from webbuilder.connector import late

    return [*session.scalars(late.waiting(site_id).limit(most))] if after is None else []


def _whatever_was_sent(original: Original, site_id: str) -> Any:
    from sqlalchemy import select

    from webbuilder.connector.tables import Submission

    return select(Submission).where(Submission.site_id == site_id).order_by(Submission.sent_at, Submission.id)


def _none_is_fine(original: Original, session: Session, site: Site) -> int:
    from webbuilder.connector import late

    return late.many(session, site)


def _done_all_the_same(original: Original, session: Session, job_id: str, settings: Settings) -> bool:
    from webbuilder.jobs.tables import Job

    job = session.get(Job, job_id)
    if job is not None and job.state == "cancelled":
        original.fired()
        job.state = "running"
    return bool(original(session, job_id, settings))


def _called_queued(original: Original, session: Session, job: Job) -> None:
    job.state, job.problem, job.ended_at = "queued", None, None


def _ended_is_cancelled(original: Original, session: Session, job: Job) -> None:
    job.state = "cancelled"


_SIFTING, _LATE, _WORK = "webbuilder.connector.sifting", "webbuilder.connector.late", "webbuilder.jobs.work"

FAULTS = (
    Fault(
        "programs-are-people",
        "What a program fills in starts what a form starts.",
        "Maya would write to two hundred invented people, and be taken for a pest by those who are not.",
        "SECURITY",
        (rules.PROGRAMS_WAIT,),
        "Magic Connector",
        (Function(f"{_SIFTING}:looks_like_machine", _all_are_people),),
    ),
    Fault(
        "let-through-starts-nothing",
        "What was held back is called let through, and starts nothing.",
        "Priya would never hear from Maya, who believes that she has seen to it.",
        "IP-WORKFLOW-COMPONENT",
        (rules.PROGRAMS_WAIT,),
        "Magic Connector",
        (Function(f"{_SIFTING}:let_through", _called_let_through),),
    ),
    Fault(
        "let-through-each-time",
        "What was let through once is let through as often as somebody asks.",
        "Two people who tidy up at once would start everything twice.",
        "CONSISTENCY",
        (rules.PROGRAMS_WAIT,),
        "Magic Connector",
        (Function(f"{_SIFTING}:let_through", _as_often_as_asked),),
    ),
    Fault(
        "signed-up-over-and-over",
        "One address is taken as often as somebody sends it.",
        "Somebody would sign Priya up a thousand times, and her telephone would ring at night.",
        "SECURITY",
        (rules.NOT_OVER_AND_OVER,),
        "Magic Connector",
        (Function(f"{_SIFTING}:refuse_too_often", _as_often_as_sent),),
    ),
    Fault(
        "too-often-for-good",
        "An address that was sent too often is refused for ever.",
        "Priya would be told to wait a while, and be told so a year later.",
        "IP-WORKFLOW-COMPONENT",
        (rules.NOT_OVER_AND_OVER,),
        "Magic Connector",
        (Function(f"{_SIFTING}:refuse_too_often", _for_good, counts_itself=True),),
    ),
    Fault(
        "late-starts-start-nothing",
        "What was kept is called started, and starts nothing.",
        "Thirty people would go on waiting, and Maya would believe that they have been greeted.",
        "SYS-JOBS",
        (rules.STARTED_LATE,),
        "Background Jobs",
        (Function(f"{_LATE}:start", _called_started),),
    ),
    Fault(
        "all-is-started-late",
        "What has started something already is started late as well.",
        "Whoever was greeted last week would be greeted once more.",
        "CONSISTENCY",
        (rules.STARTED_LATE,),
        "Background Jobs",
        (Function(f"{_LATE}:waiting", _whatever_was_sent),),
    ),
    Fault(
        "nothing-is-started-late",
        "Where nothing was kept, work is begun that does nothing.",
        "Maya would wait for something to come of it.",
        "ERRORS",
        (rules.NOTHING_TO_START,),
        "Background Jobs",
        (Function(f"{_LATE}:counted", _none_is_fine),),
    ),
    Fault(
        "cancelled-and-done",
        "What was cancelled is done all the same.",
        "Maya would see her mistake in time, and it would be made.",
        "SYS-JOBS",
        (rules.CANCELLED_IS_NOT_DONE,),
        "Background Jobs",
        (Function(f"{_WORK}:do", _done_all_the_same, counts_itself=True),),
    ),
    Fault(
        "done-again-is-not-done",
        "What is to be done again is called queued, and nobody begins it.",
        "Thirty people would wait for Maya, and she for a bar that does not move.",
        "SYS-JOBS",
        (rules.CANCELLED_IS_NOT_DONE,),
        "Background Jobs",
        (Function(f"{_WORK}:again", _called_queued),),
    ),
    Fault(
        "ended-is-cancelled",
        "What has ended well is called cancelled once somebody cancels it.",
        "Maya would greet thirty people once more, because she was told that nobody has.",
        "ERRORS",
        (rules.CANCELLED_IS_NOT_DONE,),
        "Background Jobs",
        (Function(f"{_WORK}:cancel", _ended_is_cancelled),),
    ),
)
