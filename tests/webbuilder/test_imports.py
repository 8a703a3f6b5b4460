"""Imports: each row once, whatever comes between."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.webbuilder.marketers import Owner, open_workspace
from tests.webbuilder.platforms import Platform
from webbuilder.crm import consents, imports, service
from webbuilder.crm.import_tables import Import
from webbuilder.database import Database
from webbuilder.jobs import work
from webbuilder.settings import Settings
from webbuilder.webhooks import service as webhooks
from webbuilder.webhooks.tables import Delivery

CSV = {"Content-Type": "text/csv"}


def ended(owner: Owner, job: str) -> None:
    until = time.monotonic() + 60
    while owner.http.get(f"/api/jobs/{job}").json()["ended_at"] is None:
        assert time.monotonic() < until, job


def imported(owner: Owner, content: str) -> dict[str, Any]:
    brought = owner.http.post("/api/imports", content=content.encode(), headers=CSV).json()
    ended(owner, owner.http.post(f"/api/imports/{brought['id']}/start").json()["id"])
    came: dict[str, Any] = owner.http.get(f"/api/imports/{brought['id']}").json()["came"]
    return came


def test_more_than_a_piece_is_imported_once(maya: Owner) -> None:
    many = imports.PIECE + 1
    text = "email,name\n" + "".join(f"many-{number}@example.org,N\n" for number in range(many))
    assert imported(maya, text) == {"new": many, "changed": 0, "same": 0, "refused": 0}
    assert imported(maya, text) == {"new": 0, "changed": 0, "same": many, "refused": 0}


def test_an_address_is_refused_however_far_below_its_first_row(maya: Owner) -> None:
    once = [f"far-{number}@example.org" for number in range(imports.PIECE)]
    assert imported(maya, "\n".join(["email", *once, once[0].upper()])) == {
        "new": imports.PIECE,
        "changed": 0,
        "same": 0,
        "refused": 1,
    }


def test_everybody_is_exported_who_became_a_contact_at_one_moment(platform: Platform) -> None:
    ravi = open_workspace(platform, "Ravi")
    first, others = ["first@example.org"], [f"then-{number}@example.org" for number in range(2100)]
    for addresses in (first, others):
        imported(ravi, "\n".join(["email", *addresses]))
    lines = csv.reader(ravi.http.get("/api/contacts.csv").text.splitlines()[1:])
    assert sorted(line[0] for line in lines) == sorted([*first, *others])


def test_rows_are_read_part_by_part(maya: Owner) -> None:
    content = b"email\n" + b"\n".join([b"part-1@example.org", b"none", b"part-2@example.org"])
    path = f"/api/imports/{maya.http.post('/api/imports', content=content, headers=CSV).json()['id']}/rows"
    assert [row["line"] for row in parts(maya, path)] == [2, 3, 4]
    strange = maya.http.get("/api/contacts", params={"limit": 1}).json()["next_cursor"]
    assert maya.http.get(path, params={"cursor": strange}).status_code == 422


def parts(owner: Owner, path: str) -> Iterator[dict[str, Any]]:
    behind: dict[str, str] = {}
    while True:
        part = owner.http.get(path, params={"limit": 1, **behind}).json()
        yield from part["items"]
        if not part["next_cursor"]:
            return
        behind = {"cursor": part["next_cursor"]}


@pytest.fixture
def session(store: Database) -> Iterator[Session]:
    """A session of which nothing is ever stored, so no worker hears of what is asked for."""
    with store.transaction() as session:
        yield session
        session.rollback()


def brought_by(session: Session, owner: Owner, content: str) -> Import:
    brought = imports.try_out(session, owner.workspace, "friends.csv", content.encode())
    session.flush()
    return brought


def test_what_is_cancelled_in_the_middle_goes_on_where_it_stopped(
    maya: Owner, session: Session, settings: Settings
) -> None:
    many = imports.PIECE + 2
    rows = "".join(f"middle-{number}@example.org\n" for number in range(many))
    brought = brought_by(session, maya, f"email\n{rows}")
    job = work.ask_import(session, brought)
    session.flush()
    assert not work.do(session, job.id, settings)
    session.flush()
    work.cancel(session, job)
    assert work.do(session, job.id, settings)
    assert (job.state, job.done, brought.came["new"]) == ("cancelled", imports.PIECE, imports.PIECE)
    session.flush()
    work.again(session, job)
    while not work.do(session, job.id, settings):
        pass
    assert (job.state, job.done, job.of, brought.came["new"]) == ("succeeded", many, many, many)
    assert session.scalars(imports.rows_of(brought.id)).all() == []


def test_who_only_tried_a_form_out_becomes_a_contact(maya: Owner, session: Session) -> None:
    sample = service.add(session, maya.workspace, "tried@example.org", "Tried", sample=True)
    service.add_tag(session, sample, "sample")
    brought = brought_by(session, maya, "email,name,tags\nTried@example.org,,real\n")
    assert (brought.trial["new"], imports.go_on(session, brought.id)) == (1, 1)
    session.refresh(sample)
    tags = session.scalars(service.tags_of(sample.id)).all()
    assert (sample.sample, sample.name, tags) == (False, "", ["real"])


def test_what_was_agreed_to_while_trying_a_form_out_is_no_consent(maya: Owner, session: Session) -> None:
    sample = service.add(session, maya.workspace, "tried-agreeing@example.org", "Tried", sample=True)
    consents.decline(session, sample, "Write to me each season")
    brought = brought_by(session, maya, "email\ntried-agreeing@example.org\n")
    assert imports.go_on(session, brought.id) == 1
    assert session.scalars(consents.of_each([sample.id])).all() == []


def test_partners_are_told_of_whoever_is_new(maya: Owner, session: Session) -> None:
    made = webhooks.make(session, maya.workspace, "https://partner.example/hook", ["contact.created"])
    service.add(session, maya.workspace, "known-before@example.org", "Known")
    brought = brought_by(session, maya, "email,name\nknown-before@example.org,X\nnew-now@example.org,Y\n")
    before = session.scalar(select(func.count()).where(Delivery.webhook_id == made.id))
    imports.go_on(session, brought.id)
    assert session.scalar(select(func.count()).where(Delivery.webhook_id == made.id)) == (before or 0) + 1


def test_a_row_that_is_refused_by_now_stays_with_its_reason(maya: Owner, session: Session) -> None:
    full = {f"detail {number}": "x" for number in range(service.MOST_DETAILS)}
    known = service.add(session, maya.workspace, "full-by-now@example.org", "Full")
    brought = brought_by(session, maya, "email,Town\nfull-by-now@example.org,Leeds\n")
    known.details = full
    assert imports.go_on(session, brought.id) == 1
    (row,) = session.scalars(imports.rows_of(brought.id, ["refused"]))
    session.refresh(row)
    assert "51 details" in row.reason
    assert brought.came == {"new": 0, "changed": 0, "same": 0, "refused": 1}
