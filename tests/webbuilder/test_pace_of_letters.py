"""What went out to a provider lately counts, and two pieces of a workspace ask one after the other."""

from __future__ import annotations

import secrets
from concurrent.futures import ThreadPoolExecutor, TimeoutError as NotYet
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from webbuilder import clock
from webbuilder.mail import broadcasting, going_on, pace, pieces
from webbuilder.mail.pace import Pace
from webbuilder.mail.tables import Broadcast, Mail

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy.orm import Session

    from tests.webbuilder.marketers import Site
    from webbuilder.database import Database
    from webbuilder.settings import Settings

NOWHERE = "here.example"


def entered(session: Session, broadcast: Broadcast, at: str, state: str, attempted: datetime | None) -> Mail:
    """Enter a mail of a broadcast to somebody at a provider into the ledger, as it stands after some time."""
    name = secrets.token_hex(6)
    words = dict.fromkeys(("subject", "text", "html", "trace_id"), name)
    told = {"workspace_id": broadcast.workspace_id, "broadcast_id": broadcast.id, "state": state, **words}
    changed = clock.now(session, broadcast.workspace_id)
    mail = Mail(
        message_id=f"<{name}@mail.example>", recipient=f"{name}@{at}", changed_at=changed, entered_at=changed,
        attempted_at=attempted, **told,
    )  # fmt: skip
    session.add(mail)
    session.flush()
    return mail


def sending(session: Session, site: Site) -> Broadcast:
    """Write a broadcast that is on its way."""
    letter = broadcasting.Letter(site=site.id, subject="Rye", paragraphs=["Rye."])
    broadcast = broadcasting.write(session, site.owner.workspace, letter)
    broadcast.state = "sending"
    return broadcast


def sending_for(session: Session, other: Broadcast, at: str) -> Broadcast:
    """Write a broadcast like another one that is for an hour."""
    letter = broadcasting.letter_of(other).model_copy(update={"at": at})
    broadcast = broadcasting.write(session, other.workspace_id, letter)
    broadcast.state = "sending"
    return broadcast


def reader(session: Session, broadcast: Broadcast, site: Site) -> Mail:
    """Enter a mail to a new contact into the ledger as due."""
    email = f"{secrets.token_hex(6)}@example.org"
    made = site.owner.http.post("/api/contacts", json={"email": email}).raise_for_status()
    mail = entered(session, broadcast, NOWHERE, "due", None)
    mail.contact_id = made.headers["Location"].rpartition("/")[2]
    return mail


@pytest.fixture
def one_a_minute(store: Database, site: Site) -> Iterator[tuple[Session, Broadcast]]:
    """A broadcast that is on its way, of which a provider gets one a minute; nothing is committed."""
    with store.transaction() as session:
        pace.keep(session, site.owner.workspace, Pace(a_minute=1))
        yield session, sending(session, site)
        session.rollback()


@pytest.mark.parametrize(
    ("seconds", "state", "fit"),
    [
        (59, "accepted", 0),
        (61, "accepted", 1),
        (59, "handed over", 0),
        (59, "refused", 0),
        (59, "returned", 0),
        (59, "uncertain", 0),
        (61, "refused", 1),
    ],
)
def test_what_went_out_counts_for_a_minute_whatever_became_of_it(
    one_a_minute: tuple[Session, Broadcast], seconds: int, state: str, fit: int
) -> None:
    session, broadcast = one_a_minute
    now = clock.now(session, broadcast.workspace_id)
    then = now - timedelta(seconds=seconds)
    entered(session, broadcast, NOWHERE, state, then)
    entered(session, broadcast, NOWHERE, "withheld", None)
    entered(session, broadcast, NOWHERE.upper(), "due", None)
    assert len(session.scalars(pace.next_of(session, broadcast, now)).all()) == fit
    goes_on_at = now if fit else then + timedelta(minutes=1)
    assert pace.goes_on_at(session, broadcast, now) == goes_on_at


def test_each_provider_has_its_own_minute(one_a_minute: tuple[Session, Broadcast]) -> None:
    session, broadcast = one_a_minute
    now = clock.now(session, broadcast.workspace_id)
    entered(session, broadcast, NOWHERE, "accepted", now)
    entered(session, broadcast, NOWHERE, "due", None)
    elsewhere = [entered(session, broadcast, "elsewhere.example", "due", None) for _ in range(2)]
    (fit,) = session.scalars(pace.next_of(session, broadcast, now)).all()
    assert fit in elsewhere


def test_two_broadcasts_share_what_may_go_within_a_minute(
    settings: Settings, store: Database, site: Site
) -> None:
    with store.transaction() as session:
        before = pace.of(session, site.owner.workspace)
        pace.keep(session, site.owner.workspace, Pace(a_minute=1))
        first, second = sending(session, site), sending(session, site)
        provider = f"{secrets.token_hex(4)}.example"
        entered(session, second, provider, "due", None)
    try:
        with ThreadPoolExecutor() as beside:
            with store.transaction() as session:
                pace.in_turn(session, first.workspace_id)
                claimed = beside.submit(pieces.claim, settings, store, second.id, second.turn)
                with pytest.raises(NotYet):
                    claimed.result(1)
                now = clock.now(session, first.workspace_id)
                entered(session, first, provider, "handed over", now)
            assert claimed.result(10) == []
    finally:
        with store.transaction() as session:
            pace.keep(session, site.owner.workspace, before)
            for one in (first, second):
                session.delete(session.get_one(Broadcast, one.id))


def test_what_quiet_hours_held_back_is_looked_at_anew_when_they_are_others(
    one_a_minute: tuple[Session, Broadcast],
) -> None:
    session, broadcast = one_a_minute
    now = clock.now(session, broadcast.workspace_id)
    later = now + timedelta(hours=9)
    for_an_hour = sending_for(session, broadcast, "09:00")
    for one in (broadcast, for_an_hour):
        entered(session, one, NOWHERE, "due", None).due_at = one.goes_on_at = later
    before = broadcast.turn, for_an_hour.turn
    going_on.change(session, broadcast.workspace_id, Pace())
    assert (broadcast.turn, for_an_hour.turn) == (before[0] + 1, before[1] + 1)
    assert pace.goes_on_at(session, broadcast, now) == now
    assert pace.goes_on_at(session, for_an_hour, now) == later


def test_an_hour_that_passed_while_a_letter_stood_still_is_waited_for_again(
    one_a_minute: tuple[Session, Broadcast], live: tuple[Site, str]
) -> None:
    session, other = one_a_minute
    now = clock.now(session, other.workspace_id)
    broadcast = sending_for(session, other, (now - timedelta(hours=1)).strftime("%H:%M"))
    came, comes = (reader(session, broadcast, live[0]) for _ in range(2))
    came.due_at, comes.due_at = now - timedelta(hours=2), now + timedelta(hours=2)
    session.flush()
    broadcasting.act(session, broadcast, "pause")
    session.refresh(came)
    assert came.due_at is None  # its hour had come: it goes when the letter goes on
    comes.due_at = now - timedelta(hours=1)  # as hours later
    session.flush()
    broadcasting.act(session, broadcast, "resume")
    session.refresh(came)
    session.refresh(comes)
    assert came.due_at is None
    assert comes.due_at is not None
    assert now + timedelta(hours=22) < comes.due_at < now + timedelta(hours=24)


@pytest.mark.parametrize(("met", "counts"), [("due", False), ("not now", True), ("refused", True)])
def test_what_no_mail_server_was_told_of_does_not_count(
    store: Database, site: Site, met: str, *, counts: bool
) -> None:
    with store.transaction() as session:
        broadcast = sending(session, site)
        now = clock.now(session, broadcast.workspace_id)
        mail = entered(session, broadcast, NOWHERE, "handed over", now)
    pieces.finish(store, broadcast.id, broadcast.turn, {mail.message_id: met}, goes_on=False)
    with store.transaction() as session:
        found = session.get_one(Mail, mail.message_id)
        assert found.state == {"not now": "due"}.get(met, met)
        assert (found.attempted_at is not None) is counts
        session.delete(session.get_one(Broadcast, broadcast.id))
