"""Who somebody is, what may be known of her password, and which addresses are hers."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime

import httpx
import pytest
from hypothesis import assume, given, strategies as st
from sqlalchemy import select, text

from tests.webbuilder.marketers import COOKIE, PASSWORD, Owner, http, open_workspace
from tests.webbuilder.platforms import Platform, wait_for
from tests.webbuilder.refusals import problem
from webbuilder import database, security
from webbuilder.accounts import people
from webbuilder.accounts.tables import Person, SignIn
from webbuilder.crm.service import address_key
from webbuilder.database import Database
from webbuilder.problems import Problem
from webbuilder.sites.addresses import slug_from

NOT_THE_OPERATOR = "This needs the operator's key: Authorization: Bearer <key>."
CHARACTERS = st.characters(exclude_categories=["Cs"])  # a form's body is decoded: no half of a character
TRACES = st.text("0123456789abcdef", min_size=32, max_size=32)


@contextmanager
def signed_in(platform: Platform, email: str) -> Iterator[httpx.Client]:
    """Sign in as a person does and give her client."""
    with http(platform.line["app"]) as client:
        client.post("/api/sessions", json={"email": email, "password": PASSWORD}).raise_for_status()
        yield client


@pytest.mark.parametrize("written", ["{}", "  {}  "])
def test_an_address_is_hers_however_it_is_written(platform: Platform, maya: Owner, written: str) -> None:
    with signed_in(platform, written.format(maya.email.upper())) as client:
        assert client.get("/api/me").json()["email"] == maya.email


def test_signing_in_on_the_screen_leads_to_her_sites(platform: Platform, maya: Owner) -> None:
    with http(platform.line["app"]) as client:
        answer = client.post("/sign-in", data={"email": maya.email, "password": PASSWORD})
        assert (answer.status_code, answer.headers["location"]) == (303, "/sites")
        said = answer.headers["set-cookie"]
        assert client.get("/api/me").json()["workspace"] == "Maya’s workspace"
    parts = [part.strip().lower() for part in said.split(";")]
    assert parts[0].startswith(f"{COOKIE}=")
    assert {"httponly", "samesite=lax", "path=/", f"max-age={14 * 86400}"} <= set(parts)
    assert not [part for part in parts if part.startswith("domain")]


def test_signing_out_ends_the_session_for_whoever_holds_its_token(platform: Platform, maya: Owner) -> None:
    with signed_in(platform, maya.email) as client:
        token = client.cookies[COOKIE]
        assert client.delete("/api/sessions/current").status_code == 204
        assert COOKIE not in client.cookies
    with http(platform.line["app"], token) as thief:
        assert thief.get("/api/me").status_code == 401
    assert maya.http.get("/api/me").status_code == 200, "and no other session"


def test_neither_passwords_nor_tokens_can_be_read_from_the_database(maya: Owner, store: Database) -> None:
    with store.transaction() as session:
        person = session.scalars(select(Person).where(Person.email == maya.email)).one()
        digests = session.scalars(select(SignIn.digest).where(SignIn.person_id == person.id)).all()
    assert person.password_hash.startswith("$argon2id$")
    assert PASSWORD not in person.password_hash
    assert security.digest(maya.token) in digests
    assert maya.token not in digests


def test_of_two_owners_who_leave_at_once_one_stays(platform: Platform, store: Database) -> None:
    maya = open_workspace(platform)
    owners = [database.new_id("person") for _ in "AB"]
    with store.transaction() as session:
        first = session.scalars(select(Person).where(Person.email == maya.email)).one()
        session.delete(first)
        for one in owners:
            kept = {"workspace_id": first.workspace_id, "password_hash": first.password_hash, "role": "owner"}
            session.add(
                Person(id=one, name="Maya", email=f"{one}@x.example", created_at=database.now(), **kept)
            )

    def leaves(person: str) -> str:
        try:
            with store.transaction() as session:
                people.remove(session, maya.workspace, person)
        except Problem as refused:
            return refused.kind
        return "gone"

    with ThreadPoolExecutor(1) as beside, store.transaction() as session:
        people.remove(session, maya.workspace, owners[0])
        other = beside.submit(leaves, owners[1])
        wait_for("the other to be asked as well", lambda: other.done() or someone_waits(store))
        session.commit()
        assert other.result() == "last-owner"


def someone_waits(store: Database) -> bool:
    """Whether a transaction waits for another one."""
    with store.transaction() as session:
        waiting = text("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
        return bool(session.scalar(waiting))


def test_a_password_fits_itself_alone() -> None:
    first, second = (security.hash_password(PASSWORD) for _ in range(2))
    assert first != second
    assert security.password_fits(PASSWORD, first)
    assert not security.password_fits(PASSWORD + " ", first)
    assert not security.password_fits("", second)


def test_an_address_has_one_account(platform: Platform, maya: Owner) -> None:
    key = {"Authorization": f"Bearer {platform.state['operator_key']}"}
    again = {"name": "Another", "owner": "Eve", "email": maya.email.upper(), "password": "long enough"}
    answer = maya.http.post("/control/workspaces", json=again, headers=key)
    sentence = f"{maya.email.upper()} has an account already. Sign in, or use another address."
    problem(answer, 409, "address-taken", sentence)


@pytest.mark.parametrize("key", [None, "Bearer", "Bearer wrong", "Basic {}", "{}", "Bearer {}x", "Bearer ü"])
def test_bad_input_operators_key(platform: Platform, maya: Owner, key: str | None) -> None:
    real = platform.state["operator_key"]
    said = [] if key is None else [(b"Authorization", key.format(real).encode())]
    asked = {"name": "X", "owner": "X", "email": "x@example.org", "password": "long enough"}
    for path, body in (("/control/workspaces", asked), (f"/control/people/{maya.email}/expiry", None)):
        answer = maya.http.post(path, json=body, headers=said)
        problem(answer, 401, "not-the-operator", NOT_THE_OPERATOR)
    assert maya.http.get("/api/me").status_code == 200


def test_a_removed_workspace_leaves_nothing(platform: Platform, store: Database) -> None:
    owner = open_workspace(platform, "Olga")
    site, form = owner.live_site()
    site.sign_up(form, "Priya", f"priya-{secrets.token_hex(4)}@example.org")
    site.ended_runs()
    key = {"Authorization": f"Bearer {platform.state['operator_key']}"}
    assert owner.http.delete(f"/control/workspaces/{owner.workspace}", headers=key).status_code == 204
    assert owner.http.get("/api/me").status_code == 401
    assert owner.visitor.get("/", headers=site.host).status_code == 404
    with store.transaction() as session:
        tables = session.scalars(
            text("select table_name from information_schema.columns where column_name = 'workspace_id'")
        ).all()
        assert {"sites", "contacts", "submissions", "mails", "runs", "outbox"} <= set(tables)
        for table in tables:
            rows = text(f"select count(*) from {table} where workspace_id = :owner")  # noqa: S608 - our tables
            assert session.scalar(rows, {"owner": owner.workspace}) == 0, table


def signed_up_at(owner: Owner) -> datetime:
    """Return when a first visitor of the owner's signed up, by the owner's clock."""
    site, form = owner.live_site()
    site.sign_up(form, "Priya", f"priya-{secrets.token_hex(4)}@example.org")
    return datetime.fromisoformat(site.submissions()[0]["sent_at"])


def test_a_clock_goes_forward_for_one_workspace_alone(platform: Platform, noah: Owner) -> None:
    owner = open_workspace(platform, "Olga")
    key = {"Authorization": f"Bearer {platform.state['operator_key']}"}
    path = f"/control/workspaces/{owner.workspace}/clock"
    for _ in range(2):
        owner.http.post(path, json={"seconds": 43200}, headers=key).raise_for_status()
    assert 86400 <= (signed_up_at(owner) - signed_up_at(noah)).total_seconds() + 60 < 86520
    assert owner.http.post(path, json={"seconds": -1}, headers=key).status_code == 422
    assert owner.http.get("/api/me").status_code == 200, "sign-in goes by the machine's clock"


@given(st.text(CHARACTERS, max_size=30), st.text(CHARACTERS, max_size=30), TRACES)
def test_a_view_token_is_good_for_its_form_and_its_site(key: str, form: str, trace: str) -> None:
    token = security.sign_view(key, form, trace)
    assert security.trace_of_view(key, form, token) == trace
    assert security.trace_of_view(key + "x", form, token) is None
    assert security.trace_of_view(key, form + "x", token) is None


@given(TRACES, st.integers(0, 64), CHARACTERS)
def test_a_view_token_with_another_character_is_no_view_token(trace: str, place: int, other: str) -> None:
    token = security.sign_view("key", "form", trace)
    changed = token[:place] + other + token[place + 1 :]
    assume(changed != token)
    assert security.trace_of_view("key", "form", changed) is None


@given(st.text(max_size=120))
def test_a_name_gives_an_address_that_a_host_may_have(name: str) -> None:
    slug = slug_from(name)
    assert re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,54}[a-z0-9])?", slug)
    assert slug_from(slug) == slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Spring Sale", "spring-sale"), ("Crème brûlée!", "creme-brulee"), ("日本", "site"), ("--", "site")],
)
def test_an_address_sounds_like_the_name(name: str, slug: str) -> None:
    assert slug_from(name) == slug


def test_sites_of_one_name_have_different_addresses(maya: Owner, noah: Owner) -> None:
    name = f"Spring {secrets.token_hex(4)}"
    slugs = {maya.start_site(name).slug, maya.start_site(name).slug, noah.start_site(name).slug}
    assert len(slugs) == 3
    assert all(slug.startswith(slug_from(name)) for slug in slugs)


@given(st.emails())
def test_an_address_is_compared_without_case_and_spaces(email: str) -> None:
    assert address_key(f" {email.upper()} ") == address_key(email.upper()) == email.upper().lower()
