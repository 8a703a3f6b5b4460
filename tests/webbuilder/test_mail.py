"""Letters hold a name as words, and the ledger sends each mail once or says that it does not know."""

from __future__ import annotations

import secrets
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email.message import EmailMessage
from html.parser import HTMLParser
from smtplib import SMTP
from typing import cast

import pytest
from hypothesis import example, given, settings as chosen, strategies as st

from tests.webbuilder.marketers import Owner
from webbuilder.database import Database
from webbuilder.mail import ledger, letters, smtp
from webbuilder.mail.tables import Mail
from webbuilder.settings import Settings

PARAGRAPHS = ["Hello {name}, your seat is kept.", "See you, {name}."]
NOWHERE = "127.0.0.1:9"


class Reading(HTMLParser):
    """What a mail program makes of a page: its elements, and the words between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[str]]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, [name for name, _ in attrs]))

    def handle_data(self, data: str) -> None:
        self.words += data


def composed(name: str) -> letters.Letter:
    hand = letters.Hand("Evening course", "http://evening.example", "a-token", "")
    return letters.compose("Your seat, {name}", PARAGRAPHS, name, "Maya’s school", hand)


@pytest.mark.parametrize("name", ["", "   "])
def test_a_contact_without_a_name_is_greeted_all_the_same(name: str) -> None:
    letter = composed(name)
    assert letter.subject == "Your seat, there"
    assert letter.text.startswith("Hello there, your seat is kept.\n\nSee you, there.\n\n")
    assert "Hello there, your seat is kept." in Reading(letter.html).words
    why = "You get this mail because you signed up at Evening course."
    assert letter.text.endswith(f"{why}\n\nUnsubscribe: {letter.unsubscribe}\n")


# what a form lets in: no control characters, no half of a character
NAMES = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60).filter(str.strip)


@given(NAMES)
@example("<script>alert(1)</script>")
@example("</mj-text><mj-raw><script>alert(1)</script></mj-raw><mj-text>")
@example("--> & &lt; ]]> {{ subject }} {name} {% raw %}")
@chosen(deadline=None)
def test_whatever_a_name_holds_stays_words(name: str) -> None:
    letter, plain = composed(name), composed("Priya")
    assert name.strip() in letter.text
    assert letter.subject == f"Your seat, {name.strip()}"
    read = Reading(letter.html)
    assert read.tags == Reading(plain.html).tags
    assert "".join(name.split()) in "".join(read.words.split())


@pytest.fixture
def key(maya: Owner, store: Database) -> str:
    """A mail of Maya's that is due, by its key in the ledger."""
    run = secrets.token_hex(8)
    mail = Mail(
        message_id=ledger.message_id(run, 2), workspace_id=maya.workspace, run_id=run, contact_id="any",
        recipient=f"priya-{run}@example.org", trace_id=secrets.token_hex(16),
    )  # fmt: skip
    with store.transaction() as session:
        ledger.enter(session, mail, composed("Priya"))
    return mail.message_id


def state(store: Database, key: str) -> str:
    with store.transaction() as session:
        return session.get_one(Mail, key).state


def set_state(store: Database, key: str, state: str) -> None:
    with store.transaction() as session:
        session.get_one(Mail, key).state = state


def arrived(maya: Owner, key: str) -> int:
    """Return how many mails with a key lie in the mailroom."""
    query = {"query": f"message-id:{key.strip('<>')}"}
    return int(maya.mailbox.get("/api/v1/search", params=query).raise_for_status().json()["messages_count"])


def test_a_due_mail_is_sent_once(settings: Settings, store: Database, maya: Owner, key: str) -> None:
    for _ in range(3):
        assert ledger.send(settings, store, key, "Maya’s school") == "accepted"
    assert (state(store, key), arrived(maya, key)) == ("accepted", 1)


def test_a_mail_entered_twice_stands_once_as_it_was(store: Database, settings: Settings, key: str) -> None:
    assert ledger.send(settings, store, key, "Maya’s school") == "accepted"
    with store.transaction() as session:
        known = session.get_one(Mail, key)
        again = Mail(message_id=key, workspace_id=known.workspace_id, recipient="eve@example.org")
        ledger.enter(session, again, composed("Eve"))
    with store.transaction() as session:
        kept = session.get_one(Mail, key)
        assert (kept.state, kept.subject, kept.recipient) == ("accepted", "Your seat, Priya", known.recipient)


def test_handed_over_and_there_becomes_accepted(
    settings: Settings, store: Database, maya: Owner, key: str
) -> None:
    ledger.send(settings, store, key, "Maya’s school")
    set_state(store, key, "handed over")  # as a crash right after the server's answer leaves it
    assert ledger.send(settings, store, key, "Maya’s school") == "accepted"
    assert (state(store, key), arrived(maya, key)) == ("accepted", 1)


def test_handed_over_and_not_there_becomes_due_and_is_sent(
    settings: Settings, store: Database, maya: Owner, key: str
) -> None:
    set_state(store, key, "handed over")  # as a crash right before the server's answer leaves it
    assert ledger.send(settings, store, key, "Maya’s school") == "accepted"
    assert (state(store, key), arrived(maya, key)) == ("accepted", 1)


@pytest.mark.parametrize("mailbox", [f"http://{NOWHERE}", ""])
def test_handed_over_and_nobody_to_ask_is_uncertain_for_good(
    settings: Settings, store: Database, maya: Owner, key: str, mailbox: str
) -> None:
    set_state(store, key, "handed over")
    blind = replace(settings, addresses=replace(settings.where, mailbox=mailbox))
    assert ledger.send(blind, store, key, "Maya’s school") == "uncertain"
    assert ledger.send(settings, store, key, "Maya’s school") == "uncertain"
    assert (state(store, key), arrived(maya, key)) == ("uncertain", 0)


def test_a_mail_server_that_is_away_leaves_the_mail_due(
    settings: Settings, store: Database, maya: Owner, key: str
) -> None:
    away = replace(settings, via={"smtp": f"smtp://{NOWHERE}"})
    with pytest.raises(smtp.MailServerAway, match="does not answer"):
        ledger.send(away, store, key, "Maya’s school")
    assert (state(store, key), arrived(maya, key)) == ("due", 0)
    assert ledger.send(settings, store, key, "Maya’s school") == "accepted"
    assert arrived(maya, key) == 1


def test_a_mail_that_cannot_be_written_is_refused_for_good(
    settings: Settings, store: Database, maya: Owner, key: str
) -> None:
    with store.transaction() as session:
        session.get_one(Mail, key).recipient = "=?utf-8?q??=@example.org"
    for _ in range(2):
        with pytest.raises(smtp.MailRefused):
            ledger.send(settings, store, key, "Maya’s school")
    assert (state(store, key), arrived(maya, key)) == ("refused", 0)


def test_what_no_mail_server_can_be_told_is_refused_and_the_conversation_begins_anew() -> None:
    class Stern:
        """A conversation in which nothing can be said, and what was called in it."""

        called = ""

        def send_message(self, _message: EmailMessage) -> None:
            """Nothing fits into a line."""
            raise ValueError("command and arguments contain prohibited newline characters")

        def rset(self) -> None:
            """Forget what was said of a mail."""
            self.called = "rset"

    stern = Stern()
    with pytest.raises(smtp.MailRefused, match="newline"):
        smtp.give(cast("SMTP", stern), EmailMessage())
    assert stern.called == "rset"


@contextmanager
def counter_that_hangs_up() -> Iterator[str]:
    """Give the address of a mail server that ends the conversation in the middle of a mail."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            connection, _ = listener.accept()
            with connection, connection.makefile("rwb", buffering=0) as line:
                line.write(b"220 hello\r\n")
                for command in line:
                    if command.upper().startswith(b"DATA"):
                        return
                    line.write(b"250 fine\r\n")

        server = threading.Thread(target=answer)
        server.start()
        yield f"smtp://127.0.0.1:{listener.getsockname()[1]}"
        server.join(10)


def test_a_conversation_that_broke_off_is_looked_into_before_anything_is_sent_again(
    settings: Settings, store: Database, maya: Owner, key: str
) -> None:
    with counter_that_hangs_up() as address, pytest.raises(smtp.MailServerAway):
        ledger.send(replace(settings, via={"smtp": address}), store, key, "Maya’s school")
    assert (state(store, key), arrived(maya, key)) == ("due", 0)
    with counter_that_hangs_up() as address:
        blind = replace(settings, addresses=replace(settings.where, mailbox=""), via={"smtp": address})
        assert ledger.send(blind, store, key, "Maya’s school") == "uncertain"
    assert ledger.send(settings, store, key, "Maya’s school") == "uncertain"
    assert arrived(maya, key) == 0
