"""What goes wrong with days, times of day, and waiting for somebody."""
# ruff: noqa: PLC0415 - the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from webbuilder.crm.tables import Contact
    from webbuilder.sites.tables import Site
    from webbuilder.workflows.deeds import Did
    from webbuilder.workflows.moments import DayOfWeek
    from webbuilder.workflows.tables import Day, Pause, Run, Workflow


def _as_this_evening(original: Original, day: DayOfWeek, at: str, now: datetime, zone: ZoneInfo) -> datetime:
    from datetime import timezone

    here = timezone(now.astimezone(zone).utcoffset())  # type: ignore[arg-type]
    moment: datetime = original(day, at, now, here)
    return moment


def _whatever_it_is_called(_original: Original, site: Site, zone: str) -> None:
    site.zone = zone


def _waits_on(_original: Original, session: Session, contact: Contact, what: Did, of: str) -> None:
    del session, contact, what, of


def _nobody_says(_original: Original, session: Session, run: Run) -> str | None:
    del session, run
    return None


def _for_ever(original: Original, full: Collection[str] = ()) -> Select[Pause]:
    from webbuilder.workflows.tables import Pause

    due: Select[Pause] = original(full)
    return due.where(Pause.awaits.is_(None))


def _not_so(_original: Original, session: Session, run: Run, contact: Contact, what: Did, of: str) -> bool:
    del session, run, contact, what, of
    return False


def _no_day_comes(original: Original) -> Select[Day]:
    from webbuilder.workflows.tables import Day

    due: Select[Day] = original()
    return due.where(Day.taken_by.is_not(None))


def _everybody(_original: Original, workspace_id: str, called: str) -> Select[Contact]:
    from webbuilder.crm import service as crm

    del called
    everybody: Select[Contact] = crm.of_workspace(workspace_id)
    return everybody


def _of_every_business(_original: Original, workspace_id: str, called: str) -> Select[Contact]:
    from sqlalchemy import select

    from webbuilder.crm.tables import Contact, ListEntry

    del workspace_id
    on = select(Contact).join(ListEntry, ListEntry.contact_id == Contact.id)
    return on.where(ListEntry.list == called, ~Contact.sample).order_by(Contact.created_at, Contact.id)


def _whosever_it_is(_original: Original, workspace_id: str, contact_id: str) -> Select[Contact]:
    from sqlalchemy import select

    from webbuilder.crm.tables import Contact

    del workspace_id
    return select(Contact).where(Contact.id == contact_id)


def _forms_alone(original: Original, written: Mapping[str, str]) -> dict[str, Any]:
    chosen: dict[str, Any] = original(written)
    return chosen if chosen["kind"] not in ("day", "called") else {"kind": "form", "again": False}


def _never_over(_original: Original, session: Session, workflow: Workflow, trigger: Any) -> list[Any]:
    del session, workflow, trigger
    return []


FAULTS = (
    Fault(
        "clocks-never-change",
        "Until a time of day is counted as if clocks never changed.",
        "On one Sunday in spring the letter for the breakfast table would come to a table that was cleared.",
        "SYS-WORKFLOW",
        (rules.TIME_OF_DAY,),
        "Workflow Engine",
        (Function("webbuilder.workflows.moments:next_moment", _as_this_evening),),
    ),
    Fault(
        "any-place-has-clocks",
        "A site goes by the clocks of a place that nobody knows.",
        "Every letter of the site would fail, at a quarter to nine, with a word that Maya does not know.",
        "ERRORS",
        (rules.CLOCKS_CHOSEN,),
        "Backend APIs",
        (Function("webbuilder.sites.service:go_by", _whatever_it_is_called),),
    ),
    Fault(
        "what-is-waited-for-is-not-seen",
        "A run that waits for somebody does not notice that they came.",
        "Whoever joined on Monday would be thanked on Thursday, and asked to join.",
        "IP-CRM-WORKFLOW",
        (rules.AWAITED_AT_ONCE,),
        "Workflow Engine",
        (Function("webbuilder.workflows.happening:wait_no_longer", _waits_on),),
    ),
    Fault(
        "what-came-is-not-told",
        "What became of somebody's being waited for is told nowhere.",
        "Maya would not know who has joined, and who was only waited for.",
        "SYS-WORKFLOW",
        (rules.AWAITED_AT_ONCE,),
        "Workflow Engine",
        (Function("webbuilder.workflows.waiting:_came", _nobody_says),),
    ),
    Fault(
        "somebody-is-waited-for-for-ever",
        "A run that waits for somebody waits for ever.",
        "Whoever did not join would hear nothing any more, and Maya would believe that they were asked.",
        "SYS-WORKFLOW",
        (rules.AWAITED_NO_LONGER,),
        "Workflow Engine",
        (Query("webbuilder.workflows.waiting:due", _for_ever),),
    ),
    Fault(
        "what-is-so-is-waited-for",
        "A run waits for what is so already.",
        "Friends of many years would be kept waiting until they became friends.",
        "SYS-WORKFLOW",
        (rules.SO_ALREADY,),
        "Workflow Engine",
        (Function("webbuilder.workflows.ways:is_so", _not_so),),
    ),
    Fault(
        "no-day-comes",
        "What a day is to start is never started.",
        "Maya would come back from her holiday, and the letter of the first of April would still be a draft.",
        "SYS-WORKFLOW",
        (rules.DAY_STARTS,),
        "Background Jobs",
        (Query("webbuilder.workflows.days:due", _no_day_comes),),
    ),
    Fault(
        "a-day-is-for-everybody",
        "What a day starts for a list it starts for everybody.",
        "A joke among friends would go to four thousand strangers.",
        "IP-CRM-WORKFLOW",
        (rules.DAY_STARTS,),
        "CRM System",
        (Query("webbuilder.crm.lists:on", _everybody),),
    ),
    Fault(
        "a-day-is-for-every-business",
        "What a day starts for a list it starts for the lists of that name of every business.",
        "Maya's joke would be told to Ravi's customers, in her name, and he would hear of it first.",
        "SECURITY",
        (rules.DAY_STARTS,),
        "CRM System",
        (  # whoever is taken in is looked for in the business as well: one mistake alone shows nowhere
            Query("webbuilder.crm.lists:on", _of_every_business),
            Query("webbuilder.crm.service:with_id", _whosever_it_is),
        ),
    ),
    Fault(
        "forms-start-everything",
        "Whatever is chosen on the screen, a form starts the workflow.",
        "Maya would choose a day, go on holiday, and nothing would happen on it.",
        "SYS-WORKFLOW",
        (rules.DAY_STARTS, rules.SYSTEM_STARTS),
        "Frontend Builder",
        (Function("webbuilder.screens.workflows:_trigger", _forms_alone),),
    ),
    Fault(
        "a-day-may-be-over",
        "A workflow is published for a day that is over.",
        "A letter for the first of April last year would go out on a Tuesday in November.",
        "ERRORS",
        (rules.DAY_OVER,),
        "Workflow Engine",
        (Function("webbuilder.workflows.drawing:_over", _never_over),),
    ),
)
