"""What is done to a run, and which stretch of it goes on."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from webbuilder.events import RUN_DUE, Event
from webbuilder.problems import Problem
from webbuilder.workflows import control, service
from webbuilder.workflows.kinds_of_ways import Wait
from webbuilder.workflows.tables import Pause, Run
from webbuilder.workflows.taking import Waits
from webbuilder.workflows.ways import wait

if TYPE_CHECKING:
    from tests.webbuilder.marketers import Site
    from webbuilder.database import Database
    from webbuilder.settings import Settings


@pytest.fixture
def ended(live: tuple[Site, str]) -> str:
    """The id of a run that has ended well."""
    site, form = live
    site.sign_up(form, "Priya", f"priya-{secrets.token_hex(4)}@example.org")
    (run,) = site.ended_runs()
    return str(run["id"])


def set_to(store: Database, run_id: str, state: str) -> None:
    """Let a run stand as it would in the middle of its steps."""
    with store.transaction() as session:
        run = session.get_one(Run, run_id)
        run.state, run.ended_at = state, None


def test_what_is_left_of_an_earlier_stretch_takes_no_step(store: Database, ended: str) -> None:
    set_to(store, ended, "running")
    with store.transaction() as session:
        session.get_one(Run, ended).turn = 1
    with store.transaction() as session:
        assert control.admit(session, ended, 0, turn=0) is None
        assert control.admit(session, ended, 0, turn=1) is not None


def test_a_run_that_is_over_takes_no_step(store: Database, ended: str) -> None:
    with store.transaction() as session:
        assert control.admit(session, ended, 0, turn=0) is None


def test_a_paused_run_keeps_where_it_stands(store: Database, ended: str) -> None:
    set_to(store, ended, "paused")
    with store.transaction() as session:
        assert control.admit(session, ended, 2, turn=0) is None
    with store.transaction() as session:
        assert session.get_one(Run, ended).held_at == 2


@pytest.mark.parametrize("act", control.ACTS)
def test_bad_input_something_done_to_a_run_that_has_ended_well(
    store: Database, ended: str, act: control.Act
) -> None:
    with (
        store.transaction() as session,
        pytest.raises(Problem, match=r"This run is succeeded\. What can be done to it by now: nothing"),
    ):
        control.act(session, session.get_one(Run, ended), act, "Maya")


def test_what_is_left_of_an_earlier_stretch_ends_nothing(store: Database, ended: str) -> None:
    set_to(store, ended, "running")
    with store.transaction() as session:
        session.get_one(Run, ended).turn = 1
    with store.transaction() as session:
        service.end(session, ended, "failed", "too late", turn=0)
        assert session.get_one(Run, ended).ended_at is None
        service.end(session, ended, "failed", "now", turn=1)
        assert session.get_one(Run, ended).reason == "now"


def test_a_run_that_failed_before_a_step_was_begun_goes_on_behind_the_last_one(
    store: Database, ended: str
) -> None:
    set_to(store, ended, "failed")
    with store.transaction() as session:
        control.act(session, session.get_one(Run, ended), "retry", "Maya")
        wanted = select(Event.body).where(Event.kind == RUN_DUE).order_by(Event.id.desc())
        assert session.scalars(wanted.limit(1)).one() == {"run": ended, "first": 3, "turn": 1}
        session.rollback()


def test_a_wait_that_a_cancelled_run_had_begun_is_not_written_down(
    store: Database, ended: str, settings: Settings
) -> None:
    with pytest.raises(Waits):
        wait(Wait(kind="wait", amount=1), ended, 0, settings, store)
    with store.transaction() as session:
        assert session.get(Pause, (ended, 0)) is None
