"""An uncertain letter is sent once more only where anything of its broadcast goes out still."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.webbuilder.test_broadcasts import ended
from webbuilder import clock
from webbuilder.mail import broadcasting, uncertain
from webbuilder.mail.tables import Mail
from webbuilder.problems import Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from tests.webbuilder.marketers import Site
    from webbuilder.database import Database
    from webbuilder.mail.tables import Broadcast


@pytest.fixture
def sent(live: tuple[Site, str]) -> tuple[str, str]:
    """A broadcast that was sent, by its workspace and id."""
    site, _ = live
    http = site.owner.http
    http.post("/api/contacts", json={"email": f"{secrets.token_hex(3)}@example.org"}).raise_for_status()
    letter = {"site": site.id, "subject": "Rye is back", "paragraphs": ["Hello {name}."]}
    broadcast = str(http.post("/api/broadcasts", json=letter).json()["id"])
    counted = http.get(f"/api/broadcasts/{broadcast}/size").json()["readers"]
    http.post(f"/api/broadcasts/{broadcast}/sending", json={"readers": counted}).raise_for_status()
    ended(site, broadcast)
    return site.owner.workspace, broadcast


def _in_doubt(session: Session, sent: tuple[str, str], state: str) -> tuple[Broadcast, Mail]:
    """Return the broadcast, which stands so, and a letter of it that is uncertain."""
    broadcast = broadcasting.one(session, *sent, lock=True)
    broadcast.state = state
    mail = session.scalars(broadcasting.mails_of(broadcast.id, "accepted").limit(1)).one()
    mail.state = "uncertain"
    return broadcast, mail


@pytest.mark.parametrize(("state", "turns"), [("paused", 0), ("sending", 0), ("sent", 1)])
def test_it_is_due_once_more_and_goes_with_what_still_goes_out(
    store: Database, sent: tuple[str, str], state: str, turns: int
) -> None:
    with store.transaction() as session:
        broadcast, mail = _in_doubt(session, sent, state)
        before = broadcast.turn
        uncertain.act(session, broadcast, str(mail.contact_id), "send again")
        stands = {"paused": "paused"}.get(state, "sending")
        assert (mail.state, broadcast.state, broadcast.turn - before) == ("due", stands, turns)
        session.rollback()


def test_what_waits_for_an_hour_goes_on_for_one_that_is_sent_once_more(
    store: Database, sent: tuple[str, str]
) -> None:
    with store.transaction() as session:
        broadcast, mail = _in_doubt(session, sent, "sending")
        broadcast.goes_on_at = clock.now(session, broadcast.workspace_id) + timedelta(hours=9)
        before = broadcast.turn
        uncertain.act(session, broadcast, str(mail.contact_id), "send again")
        assert broadcast.turn == before + 1
        assert broadcast.goes_on_at is None
        session.rollback()


def test_of_two_letters_to_one_contact_the_uncertain_one_is_meant(
    store: Database, sent: tuple[str, str]
) -> None:
    with store.transaction() as session:
        broadcast, mail = _in_doubt(session, sent, "sent")
        for name in "az":  # of contacts that were taken in
            values = {column.key: getattr(mail, column.key) for column in Mail.__table__.columns}
            session.add(Mail(**values | {"message_id": f"<{name}{mail.message_id[1:]}", "state": "accepted"}))
        session.flush()
        assert uncertain.act(session, broadcast, str(mail.contact_id), "has come") is mail
        session.rollback()


def test_nothing_more_goes_out_of_what_was_cancelled(store: Database, sent: tuple[str, str]) -> None:
    with store.transaction() as session:
        broadcast, mail = _in_doubt(session, sent, "cancelled")
        with pytest.raises(Problem, match="Write another one"):
            uncertain.act(session, broadcast, str(mail.contact_id), "send again")
        assert mail.state == "uncertain"
        assert uncertain.act(session, broadcast, str(mail.contact_id), "has come").state == "accepted"
        session.rollback()


def test_of_what_is_known_nothing_is_said(store: Database, sent: tuple[str, str]) -> None:
    with store.transaction() as session:
        broadcast, mail = _in_doubt(session, sent, "sent")
        mail.state = "refused"
        with pytest.raises(Problem, match="This letter is refused"):
            uncertain.act(session, broadcast, str(mail.contact_id), "has come")
        with pytest.raises(Problem, match="contact"):
            uncertain.act(session, broadcast, "contact_of_nobody", "has come")
        with pytest.raises(Problem, match="contact"):
            uncertain.reader_of(session, broadcast, "nobody@example.org")
        found = uncertain.reader_of(session, broadcast, f" {mail.recipient.upper()} ")
        assert found.id == mail.contact_id
        session.rollback()
