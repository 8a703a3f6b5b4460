"""Days on which workflows start: in time, for each on a list once, however often it is gone on with."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from webbuilder import database
from webbuilder.crm import lists, service as crm
from webbuilder.events import DAY_CAME, Event
from webbuilder.workflows import days
from webbuilder.workflows.service import one, put_in_force
from webbuilder.workflows.tables import Day
from webbuilder.workflows.triggers import TRIGGER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from tests.webbuilder.marketers import Site
    from webbuilder.database import Database

NEVER = "2099-04-01"


@pytest.fixture
def day(site: Site, store: Database) -> Iterator[tuple[Session, Day, list[str]]]:
    """A day of a workflow with three people on its list, of which nothing is ever committed."""
    called = f"jokers {secrets.token_hex(4)}"
    with store.transaction() as session:
        asked = session.execute(text("select workspace_id from sites where id = :id"), {"id": site.id})
        workspace_id = str(asked.scalar_one())
        people = [crm.add(session, workspace_id, f"{secrets.token_hex(4)}@x.example", "") for _ in range(3)]
        for contact in people:
            lists.put_on(session, contact, called)
        workflow = one(session, workspace_id, site.workflow())
        trigger = TRIGGER.validate_python({"kind": "day", "day": NEVER, "time": "09:00", "list": called})
        put_in_force(session, workflow, [], trigger)
        yield session, session.get_one(Day, workflow.id), sorted(contact.id for contact in people)
        session.rollback()


def told(session: Session, day: Day) -> list[str]:
    events = session.scalars(select(Event).where(Event.kind == DAY_CAME).order_by(Event.id))
    return [one.body["contact"] for one in events if one.body["workflow"] == day.workflow_id]


@pytest.mark.parametrize(
    ("late", "comes"),
    [(timedelta(minutes=1), True), (days.AT_LATEST - timedelta(minutes=1), True), (days.AT_LATEST, False)],
)
def test_a_day_that_is_long_over_starts_nothing(
    day: tuple[Session, Day, list[str]], late: timedelta, *, comes: bool
) -> None:
    session, found, people = day
    found.due_at = database.now() - late
    session.flush()
    days.come(session, "worker-1")
    assert told(session, found) == (people if comes else [])


def test_each_on_the_list_is_told_once_however_often_it_is_gone_on_with(
    day: tuple[Session, Day, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    session, found, people = day
    monkeypatch.setattr(days, "_PIECE", 2)
    found.due_at = database.now() - timedelta(minutes=1)
    session.flush()
    assert [days.come(session, "worker-1") for _ in range(4)] == [2, 1, 0, 0]
    assert told(session, found) == people
    assert found.taken_by == "worker-1"
