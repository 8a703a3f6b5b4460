"""The worker carries each event to the workflows that listen, once, whoever was awake meanwhile."""

from __future__ import annotations

import secrets
from typing import Any

import pytest
from sqlalchemy import select, text, update

from tests.webbuilder.marketers import Site
from tests.webbuilder.platforms import wait_for
from webbuilder import security
from webbuilder.connector import service as connector
from webbuilder.database import Database
from webbuilder.events import Event
from webbuilder.sites import service as sites
from webbuilder.tracing import action
from webbuilder.workflows.tables import WorkflowVersion


@pytest.fixture
def priya() -> str:
    return f"priya-{secrets.token_hex(4)}@example.org"


def event_of(store: Database, site: Site) -> Event:
    """Return the event of the site's newest submission."""
    newest = site.submissions()[0]["id"]
    with store.transaction() as session:
        return session.scalars(select(Event).where(Event.body["submission"].astext == newest)).one()


def effects(site: Site, address: str) -> dict[str, Any]:
    """Return everything that a sign-up brought about."""
    return {
        "runs": site.runs(),
        "contacts": site.owner.contacts(address),
        "letters": [letter["MessageID"] for letter in site.owner.letters_to(address)],
    }


def test_an_event_committed_while_nobody_listens_is_found_by_the_sweep(
    store: Database, live: tuple[Site, str], priya: str
) -> None:
    site, form = live
    with action("unheard"), store.transaction() as session:
        session.execute(text("set local session_replication_role = replica"))  # no trigger, so no NOTIFY
        stored = sites.one(session, site.owner.workspace, site.id)
        token = security.sign_view(stored.form_key, form, secrets.token_hex(16))
        connector.take_in(session, stored, form, token, {"email": priya, "name": "Priya"})
    assert [run["state"] for run in site.ended_runs()] == ["succeeded"]
    assert [letter["Subject"] for letter in site.owner.letters_to(priya)] == ["Welcome, Priya"]


def test_an_event_dispatched_twice_is_one_run(store: Database, live: tuple[Site, str], priya: str) -> None:
    site, form = live
    site.sign_up(form, "Priya", priya)
    (run,) = site.ended_runs()
    before, event = effects(site, priya), event_of(store, site)
    assert run["id"] == f"{event.id}:{site.workflow()}"
    with store.transaction() as session:  # as a worker leaves it that was killed after its dispatch
        session.execute(update(Event).where(Event.id == event.id).values(taken_by=None))
    wait_for("the event to be dispatched again", lambda: event_of(store, site).taken_by)
    site.sign_up(form, "Ravi", f"ravi-{secrets.token_hex(4)}@example.org")
    site.ended_runs(2)
    after = effects(site, priya)
    assert [one for one in after["runs"] if one["id"] == run["id"]] == before["runs"]
    assert (after["contacts"], after["letters"]) == (before["contacts"], before["letters"])
    assert len(before["letters"]) == 1


def test_a_form_sent_twice_as_it_was_served_is_one_submission(live: tuple[Site, str], priya: str) -> None:
    site, form = live
    fields = {"email": priya, "name": "Priya", "view_token": site.visit().tokens[form]}
    for _ in range(3):
        assert site.send(form, fields).status_code == 303
    (submission,) = site.submissions()
    assert (submission["times_sent"], submission["fields"]) == (3, {"email": priya, "name": "Priya"})
    site.sign_up(form, "Ravi", f"ravi-{secrets.token_hex(4)}@example.org")
    assert len(site.ended_runs(2)) == 2
    assert len(site.owner.letters_to(priya)) == 1


def test_a_served_form_sent_again_with_a_corrected_value_is_another_submission(
    live: tuple[Site, str], priya: str
) -> None:
    site, form = live
    token = site.visit().tokens[form]
    for address in (f"x{priya}", priya):
        assert site.send(form, {"email": address, "view_token": token}).status_code == 303
    assert [sent["fields"]["email"] for sent in site.submissions()] == [priya, f"x{priya}"]
    assert [run["state"] for run in site.ended_runs(2)] == ["succeeded", "succeeded"]
    assert len(site.owner.letters_to(priya)) == 1


def test_a_contact_is_taken_once_and_the_second_run_says_so(live: tuple[Site, str], priya: str) -> None:
    site, form = live
    site.sign_up(form, "Priya", priya)
    site.ended_runs()
    site.sign_up(form, "Priya Sharma", priya.upper())
    second, first = site.ended_runs(2)
    assert (first["state"], first["reason"]) == ("succeeded", None)
    assert (second["state"], second["reason"]) == ("skipped", "already taken")
    (contact,) = site.owner.contacts(priya)
    assert contact["name"] == "Priya"
    assert [one["kind"] for one in contact["history"]] == ["signed up", "tagged", "mail", "signed up"]
    assert len(site.owner.letters_to(priya)) == 1


def test_a_form_that_nothing_listens_to_starts_nothing(store: Database, site: Site, priya: str) -> None:
    form = site.add_form()
    site.publish().raise_for_status()
    site.sign_up(form, "Priya", priya)
    wait_for("the event to be taken", lambda: event_of(store, site).taken_by)
    assert len(site.submissions()) == 1
    assert (site.runs(), site.owner.contacts(priya)) == ([], [])


def test_a_step_that_meets_something_unexpected_ends_its_run_as_failed(
    store: Database, live: tuple[Site, str], priya: str
) -> None:
    site, form = live
    with store.transaction() as session:
        version = session.get_one(WorkflowVersion, (site.workflow(), 1))
        version.steps = [{"kind": "add_tag", "tag": "too early"}, {"kind": "add_contact"}]
    site.sign_up(form, "Priya", priya)
    (run,) = site.ended_runs()
    words = f"Step 1 met something unexpected. Tell support the number {run['trace_id']}."
    assert (run["state"], run["reason"], run["steps"]) == ("failed", words, [])
    assert words in site.owner.http.get(f"/workflows/{site.workflow()}").text
    assert site.owner.contacts(priya) == []
