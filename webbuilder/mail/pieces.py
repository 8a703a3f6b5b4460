"""A broadcast goes out piece by piece: claimed, handed over in conversations, written down, and the next.

The ledger's rule holds for each mail (`mail.ledger`): it is called handed over before the mail server sees
it. What a piece left so that was interrupted, the next one asks the mail server about.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from webbuilder import clock
from webbuilder.crm import standing, suppressions
from webbuilder.crm.tables import Contact, HistoryEntry
from webbuilder.mail import broadcasting, hours, ledger, pace, printing, smtp
from webbuilder.mail.broadcasting import mails_of
from webbuilder.mail.smtp import MailRefused, MailServerAway, NoSuchMailbox, NotNow, Unsure
from webbuilder.mail.tables import Broadcast, Mail
from webbuilder.sites.tables import Site
from webbuilder.tracing import log

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future
    from smtplib import SMTP

    from sqlalchemy.orm import Session

    from webbuilder.database import Database
    from webbuilder.settings import Settings

CONVERSATIONS = 4  # at once: a mail server has others to talk to
PIECE = 50  # mails handed over at once: so many are still sent of one that is paused


def send(settings: Settings, store: Database, broadcast_id: str, turn: int) -> None:
    """Send the next piece of a broadcast, if it is still its turn; sent twice, nobody gets a second mail.

    Raises:
        MailServerAway: what was not taken is due; try again.
    """
    with _alone(store, broadcast_id):
        if not _find_out(settings, store, broadcast_id, turn):
            return
        ready = claim(settings, store, broadcast_id, turn)
        met, away = hand_over(settings, ready)
        finish(store, broadcast_id, turn, met, goes_on=away is None)
    if away is not None:
        raise away


@contextmanager
def _alone(store: Database, broadcast_id: str) -> Iterator[None]:
    """Let nobody else be at a broadcast meanwhile; whoever dies leaves it, with their connection."""
    with store.transaction() as session:
        number = func.hashtextextended(broadcast_id, 0)
        if not session.scalar(select(func.pg_try_advisory_xact_lock(number))):
            raise MailServerAway("Another part of this letter is on its way still.")
        yield


def _find_out(settings: Settings, store: Database, broadcast_id: str, turn: int) -> bool:
    """Find out about mails that an interrupted piece handed over; return whether it is this piece's turn."""
    with store.transaction() as session:
        broadcast = session.get(Broadcast, broadcast_id)
        left = [mail.message_id for mail in session.scalars(mails_of(broadcast_id, "handed over"))]
    if broadcast is None:
        return False
    found = {key: ledger.found_out(settings, store, key) for key in left}
    with store.transaction() as session:
        tell(session, broadcast, [key for key, state in found.items() if state == "accepted"])
        if broadcast.state == "cancelled":
            broadcasting.cancel_due(session, broadcast)
    return broadcast.state == "sending" and broadcast.turn == turn


def claim(settings: Settings, store: Database, broadcast_id: str, turn: int) -> list[printing.Ready]:
    """Call the next mails of a broadcast handed over, but for those to whoever has said no meanwhile.

    Nothing is claimed of one that is paused in this moment: whoever pauses it waits for this, or it for them.
    """
    with store.transaction() as session:
        broadcast = session.get_one(Broadcast, broadcast_id, with_for_update=True)
        if broadcast.state != "sending" or broadcast.turn != turn or not _has_site(session, broadcast):
            return []
        now = clock.now(session, broadcast.workspace_id)
        hours.not_in_quiet_hours(session, broadcast, now)
        pace.in_turn(session, broadcast.workspace_id)
        mails = session.scalars(pace.next_of(session, broadcast, now).limit(PIECE).with_for_update()).all()
        said_no = withheld(session, mails)
        for mail in mails:
            mail.state, mail.changed_at = ("withheld" if mail.contact_id in said_no else "handed over"), now
        going = [mail for mail in mails if mail.state == "handed over"]
        for mail in going:
            mail.attempted_at = now
        return printing.ready(session, settings, broadcast, going)


def _has_site(session: Session, broadcast: Broadcast) -> bool:
    """Whether the site of a broadcast is in use; where it is not, the broadcast stands still and says so."""
    site = session.get(Site, broadcast.site_id) if broadcast.site_id else None
    if site is not None and site.put_away_at is None:
        return True
    hours.stand_still(session, broadcast, "Its site was put away: its links would lead nowhere.")
    return False


def withheld(session: Session, mails: Sequence[Mail]) -> set[str]:
    """Return which contacts of these mails get no mails; asked for as the last thing before they are sent."""
    to = select(Contact.id).where(Contact.id.in_([mail.contact_id for mail in mails]))
    return set(session.scalars(to.where(suppressions.suppressed())))


def hand_over(
    settings: Settings, ready: Sequence[printing.Ready]
) -> tuple[dict[str, str], MailServerAway | None]:
    """Hand mails over in a few conversations; return how each stands, and why one ended early, if one did.

    One at which a conversation broke off is not among them: nobody knows how it stands.
    """
    parts = [part for part in (ready[first::CONVERSATIONS] for first in range(CONVERSATIONS)) if part]
    stands = [dict.fromkeys((one.key for one in part), "due") for part in parts]
    with ThreadPoolExecutor() as at_once:
        told = [
            at_once.submit(copy_context().run, _converse, settings, part, met)
            for part, met in zip(parts, stands, strict=True)
        ]
    met = {key: state for stand in stands for key, state in stand.items()}
    away = min(filter(None, map(_reason, told)), key=lambda one: isinstance(one, NotNow), default=None)
    if not set(met.values()) <= {"due", "not now"}:
        return met, None  # not all of it stood still: what did is due, and the next piece takes it
    return met, away


def _reason(told: Future[MailServerAway | None]) -> MailServerAway | None:
    """Return why a conversation ended early; whatever it was, what the others met is written down."""
    error = told.exception()
    if error is None:
        return told.result()
    log().error("conversation failed", error=repr(error), exc_info=error)
    return MailServerAway("This met something unexpected.")


def _converse(
    settings: Settings, ready: Sequence[printing.Ready], met: dict[str, str]
) -> MailServerAway | None:
    """Hand mails over in one conversation; write how each stands, and return why one was not taken."""
    not_now: MailServerAway | None = None
    try:
        with smtp.conversation(settings) as connection:
            for one in ready:
                try:
                    _give(connection, one, met)
                except NotNow as error:  # of this reader alone: the others get theirs
                    not_now = error
    except MailServerAway as away:
        return away
    except Unsure as error:
        return MailServerAway(str(error))
    return not_now


def _give(connection: SMTP, one: printing.Ready, met: dict[str, str]) -> None:
    """Hand one mail over; until it is known how that stands it stands nowhere."""
    before = met.pop(one.key)
    try:
        smtp.give(connection, one.message())
    except NotNow:
        met[one.key] = "not now"
        raise
    except MailServerAway:
        met[one.key] = before
        raise
    except NoSuchMailbox:
        met[one.key] = "bounced"
    except MailRefused as refusal:
        log().warning("mail refused", message_id=one.key, said=str(refusal))
        met[one.key] = "refused"
    else:
        met[one.key] = "accepted"


def finish(store: Database, broadcast_id: str, turn: int, met: dict[str, str], *, goes_on: bool) -> None:
    """Write down what became of a piece, and let the next go out when it may; with none left, it is sent."""
    with store.transaction() as session:
        broadcast = session.get_one(Broadcast, broadcast_id, with_for_update=True)
        now = clock.now(session, broadcast.workspace_id)
        left = "cancelled" if broadcast.state == "cancelled" else "due"
        stands = {"bounced": "refused", "due": left, "not now": left}
        for state in set(met.values()):
            keys = [key for key, one in met.items() if one == state]
            untold = {"attempted_at": None} if state == "due" else {}  # no mail server heard of these
            session.execute(
                update(Mail)
                .where(Mail.message_id.in_(keys), Mail.state != "returned")
                .values(state=stands.get(state, state), changed_at=now, **untold)
            )
        tell(session, broadcast, [key for key, one in met.items() if one == "accepted"])
        for contact, mail in session.execute(_to([key for key, one in met.items() if one == "bounced"])):
            standing.suppress(session, contact, "bounced", mail.recipient)
        if not goes_on or broadcast.state != "sending" or broadcast.turn != turn:
            return
        more_at = pace.goes_on_at(session, broadcast, now)
        if more_at is None:
            broadcasting.end(session, broadcast, "sent")
        elif more_at <= now:
            broadcasting.go_on(session, broadcast)
        else:
            broadcast.goes_on_at = more_at


def _to(keys: Sequence[str]) -> Select[Contact, Mail]:
    return select(Contact, Mail).join(Mail, Mail.contact_id == Contact.id).where(Mail.message_id.in_(keys))


def tell(session: Session, broadcast: Broadcast, keys: Sequence[str]) -> None:
    """Write into the history of each reader that a mail went to them."""
    mails = session.scalars(select(Mail).where(Mail.message_id.in_(keys))).all()
    if not mails:
        return
    at = clock.now(session, broadcast.workspace_id)
    entries = [
        {
            "key": f"broadcast:{mail.message_id}",
            "contact_id": mail.contact_id,
            "workspace_id": mail.workspace_id,
            "kind": "mail",
            "words": f"Mail “{mail.subject}” sent to many",
            "trace_id": broadcast.trace_id,
            "at": at,
        }
        for mail in mails
    ]
    session.execute(upsert(HistoryEntry).values(entries).on_conflict_do_nothing())


def give_up(store: Database, broadcast_id: str, turn: int, why: str) -> None:
    """Let a broadcast stand still that cannot go on, and say why; it goes on when somebody lets it."""
    with store.transaction() as session:
        broadcast = session.get(Broadcast, broadcast_id, with_for_update=True)
        if broadcast is not None and broadcast.state == "sending" and broadcast.turn == turn:
            hours.stand_still(session, broadcast, why)
