"""Steps that follow one another in one transaction, and one of them that cannot be taken."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from webbuilder.crm import service as crm
from webbuilder.jobs import starting
from webbuilder.workflows.service import Origin, begin, one
from webbuilder.workflows.tables import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.webbuilder.marketers import Site
    from webbuilder.database import Database

_REFUSES = """
create function refuse_{name}() returns trigger language plpgsql as
$$ begin if new.list = '{name}' then raise exception 'no list of that name'; end if; return new; end $$;
create trigger refuse_{name} before insert on list_entries for each row execute function refuse_{name}()
"""


@pytest.fixture
def refused(store: Database) -> Iterator[str]:
    """A list that the database takes nobody on, whatever it is that is wrong with it."""
    name = f"broken_{secrets.token_hex(4)}"
    with store.transaction() as session:
        session.execute(text(_REFUSES.format(name=name)))
    yield name
    with store.transaction() as session:
        session.execute(text(f"drop function refuse_{name} cascade"))


def draw(site: Site, *steps: dict[str, Any]) -> None:
    """Let the welcome workflow have these steps."""
    path = f"/api/workflows/{site.workflow()}"
    http = site.owner.http
    seen = {"If-Match": http.get(path).headers["etag"]}
    http.put(path, json={"name": "welcome", "steps": steps}, headers=seen).raise_for_status()
    seen = {"If-Match": http.get(path).headers["etag"]}
    http.post(f"{path}/versions", json={}, headers=seen).raise_for_status()


def test_a_step_that_cannot_be_taken_takes_nothing_along(live: tuple[Site, str], refused: str) -> None:
    site, form = live
    email = f"priya-{secrets.token_hex(4)}@example.org"
    draw(
        site,
        {"kind": "add_contact"},
        {"kind": "add_tag", "tag": "before"},
        {"kind": "put_on_list", "list": refused},
        {"kind": "add_tag", "tag": "behind"},
    )
    site.sign_up(form, "Priya", email)
    (run,) = site.ended_runs()
    (contact,) = site.owner.http.get("/api/contacts", params={"search": email}).json()["items"]
    assert (run["state"], contact["tags"]) == ("failed", ["before"])
    assert run["reason"].startswith("Step 3 met something unexpected.")
    assert run["steps"] == [f"{email} is a contact", "tagged “before”"]


def test_one_act_starts_only_so_many_runs(live: tuple[Site, str], store: Database) -> None:
    site, _form = live
    with store.transaction() as session:
        workflow = one(session, site.owner.workspace, site.workflow())
        trace_id = secrets.token_hex(16)
        contact = crm.add(session, site.owner.workspace, f"{trace_id}@example.org", "Priya")
        origin = Origin("", contact.id, 2)
        for number in range(starting.MOST_RUNS):
            begin(session, f"{trace_id}:{number}", workflow, origin, trace_id)
        starting._take_in(session, f"{trace_id}:last", workflow, origin, trace_id)
        last = session.get_one(Run, f"{trace_id}:last")
        assert (last.state, last.reason) == ("skipped", starting.TOO_MANY)
        session.rollback()
