"""What comes back of a letter ends what it should, for the contact that there is by now, and nothing else."""

from __future__ import annotations

import secrets
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from support.drivers.reference.notices import report
from tests.webbuilder.platforms import wait_for
from tests.webbuilder.refusals import problem
from webbuilder.app import builder
from webbuilder.crm import suppressions
from webbuilder.mail import ledger, returns
from webbuilder.mail.tables import Mail
from webbuilder.settings import Settings

if TYPE_CHECKING:
    import httpx

    from tests.webbuilder.marketers import Owner, Site
    from tests.webbuilder.platforms import Platform
    from webbuilder.database import Database

PATH, KIND = "/api/returned-mails", {"Content-Type": "message/rfc822"}
DEAD, FULL, UNWANTED = "there is no such mailbox", "the mailbox is full", "it is unwanted"
UNKNOWN = (
    "The letter of this report is not known here: it went out elsewhere, or its reader was forgotten."
    " There is nothing to do; do not hand this in again."
)
TOO_LONG = "This is more than 2 MB at once. Hand in the report with the letter's headers alone (RFC 3462)."


@dataclass(frozen=True, slots=True)
class Welcomed:
    """Somebody who was welcomed by a letter, and the mail server that tells what became of it."""

    owner: Owner
    store: Database
    email: str
    key: str
    letter: dict[str, str]
    contact: dict[str, Any]

    def report(self, notice: str, more: bytes = b"") -> httpx.Response:
        """Hand in what the mail server says of the letter, as the operator's does."""
        headers = {**KIND, "Authorization": f"Bearer {self.key}"}
        mail = report(self.letter, notice) + more
        return self.owner.http.post(PATH, content=mail, headers=headers)

    @property
    def state(self) -> str:
        """How the letter stands."""
        with self.store.transaction() as session:
            return session.get_one(Mail, self.letter["message-id"]).state

    def alter(self, **values: str | None) -> None:
        """Write something else of the letter into the ledger."""
        with self.store.transaction() as session:
            for name, value in values.items():
                setattr(session.get_one(Mail, self.letter["message-id"]), name, value)

    def ended(self, email: str | None = None) -> str | None:
        """Return why an address gets no mails: theirs, if no other is given."""
        with self.store.transaction() as session:
            return suppressions.reason(session, self.owner.workspace, email or self.email)

    def waits_for_it(self) -> bool:
        """Whether somebody waits for a row of mails that another one has locked."""
        waiting = (
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%mails%'"
        )
        with self.store.transaction() as session:
            return bool(session.scalar(text(waiting)))

    def told(self, contact: dict[str, Any] | None = None) -> list[str]:
        """Return what a history says of mails that ended."""
        path = f"/api/contacts/{(contact or self.contact)['id']}"
        history = self.owner.http.get(path).raise_for_status().json()["history"]
        return [one["words"] for one in history if one["words"].startswith("Gets no more")]


@pytest.fixture
def priya(live: tuple[Site, str], store: Database, platform: Platform) -> Welcomed:
    """Somebody who was welcomed after signing up."""
    site, form = live
    email = f"priya-{secrets.token_hex(4)}@example.org"
    site.sign_up(form, "Priya", email)
    site.ended_runs()
    (mail,) = site.owner.letters_to(email)
    headers = {name.lower(): values[0] for name, values in mail["headers"].items()}
    (contact,) = site.owner.contacts(email)
    return Welcomed(site.owner, store, email, platform.state["operator_key"], headers, contact)


@pytest.mark.parametrize("times", [1, 2])
def test_nobody_there_is_told_once(priya: Welcomed, times: int) -> None:
    for _ in range(times):
        answer = priya.report(DEAD)
        assert (answer.status_code, answer.json()) == (200, {"says": "nobody there"})
    assert (priya.state, priya.ended()) == ("returned", "bounced")
    assert priya.told() == ["Gets no more mails: mails to this address come back"]


@pytest.mark.parametrize("times", [1, 2])
def test_a_complaint_is_told_once(priya: Welcomed, times: int) -> None:
    for _ in range(times):
        assert priya.report(UNWANTED).json() == {"says": "unwanted"}
    assert (priya.state, priya.ended()) == ("accepted", "complained")
    assert priya.told() == ["Gets no more mails: called a mail unwanted"]


def test_a_full_mailbox_brings_the_letter_back_and_ends_nothing(priya: Welcomed) -> None:
    assert priya.report(FULL).json() == {"says": "came back"}
    assert (priya.state, priya.ended(), priya.told()) == ("returned", None, [])
    assert priya.report(DEAD).json() == {"says": "nobody there"}
    assert priya.ended() == "bounced"


@pytest.mark.parametrize("notice", [DEAD, UNWANTED])
def test_of_somebody_who_was_forgotten_nothing_is_known(priya: Welcomed, notice: str) -> None:
    assert priya.owner.http.delete(f"/api/contacts/{priya.contact['id']}").status_code == 204
    problem(priya.report(notice), 404, "no-such-letter", UNKNOWN)
    assert priya.ended() is None  # nor is whoever comes back kept from a welcome by that


@pytest.mark.parametrize(
    ("notice", "old", "kept"), [(DEAD, "bounced", None), (UNWANTED, "complained", "complained")]
)
def test_whoever_was_taken_in_is_told_of_in_the_history_that_is_kept(
    priya: Welcomed, notice: str, old: str, kept: str | None
) -> None:
    address, http = f"kept-{secrets.token_hex(4)}@example.org", priya.owner.http
    stays = http.post("/api/contacts", json={"email": address}).raise_for_status().json()
    merged = http.post(f"/api/contacts/{stays['id']}/merges", json={"other": priya.contact["id"]})
    merged.raise_for_status()
    for _ in range(2):
        assert priya.report(notice).status_code == 200
    assert (priya.ended(), priya.ended(address)) == (old, kept)
    assert len(priya.told(stays)) == 1


def test_a_report_that_comes_while_two_are_taken_together_is_waited_for(priya: Welcomed) -> None:
    stays = priya.owner.http.post(
        "/api/contacts", json={"email": f"kept-{secrets.token_hex(4)}@example.org"}
    ).json()
    path, other = f"/api/contacts/{stays['id']}/merges", {"other": priya.contact["id"]}
    with ThreadPoolExecutor() as beside, priya.store.transaction() as session:
        mail = session.get_one(Mail, priya.letter["message-id"], with_for_update=True)
        merging = beside.submit(priya.owner.http.post, path, json=other)
        wait_for("somebody who waits for the mail", lambda: priya.waits_for_it() or None)
        returns.end(session, mail, "bounced")
        session.commit()
        assert merging.result().status_code == 200
    assert len(priya.told(stays)) == 1


def test_what_came_back_before_the_letter_was_written_down_stays_so(
    priya: Welcomed, settings: Settings
) -> None:
    priya.alter(state="handed over")
    assert priya.report(FULL).status_code == 200
    key = priya.letter["message-id"]
    ledger.found_out(settings, priya.store, key)
    assert priya.state == "returned"
    assert ledger.send(settings, priya.store, key, "Maya") == "returned"
    assert len(priya.owner.letters_to(priya.email)) == 1


@pytest.mark.parametrize("stands", ["due", "withheld", "refused", "cancelled"])
def test_what_never_went_out_did_not_come_back(priya: Welcomed, stands: str) -> None:
    priya.alter(state=stands)
    assert priya.report(DEAD).status_code == 200
    assert (priya.state, priya.ended()) == (stands, "bounced")


def test_a_mail_to_nobody_of_the_contacts_comes_back_and_ends_nothing(priya: Welcomed) -> None:
    priya.alter(contact_id=None)  # as one to an owner, or a trial
    assert priya.report(DEAD).json() == {"says": "nobody there"}
    assert (priya.state, priya.ended()) == ("returned", None)


def test_ten_megabytes_are_refused(priya: Welcomed) -> None:
    problem(priya.report(DEAD, b"X" * 10 * 1024 * 1024), 413, "too-long", TOO_LONG)
    assert (priya.state, priya.ended()) == ("accepted", None)


@pytest.mark.parametrize("key", [None, "Bearer", "Bearer wrong", "Bearer {}x"])
def test_only_the_operator_hands_reports_in(priya: Welcomed, key: str | None) -> None:
    said = {} if key is None else {"Authorization": key.format(priya.key)}
    answer = priya.owner.http.post(PATH, content=report(priya.letter, DEAD), headers=KIND | said)
    sentence = "This needs the operator's key: Authorization: Bearer <key>."
    problem(answer, 401, "not-the-operator", sentence)
    assert (priya.state, priya.ended()) == ("accepted", None)


@pytest.mark.parametrize(("key", "status", "kind"), [(None, 403, "no-operator"), ("known", 422, "no-report")])
def test_reports_are_taken_without_a_control_api_and_not_without_a_key(
    store: Database, key: str | None, status: int, kind: str
) -> None:
    web = TestClient(builder(Settings(Path(), operator_key=key), store))
    answer = web.post(PATH, content=b"Hello", headers={**KIND, "Authorization": "Bearer known"})
    assert (answer.status_code, answer.json()["type"]) == (status, f"urn:webbuilder:problem:{kind}")
