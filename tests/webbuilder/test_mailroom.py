"""The mailroom: what is handed in by SMTP is kept, found and shown, also after it was killed."""

from __future__ import annotations

import json
import smtplib
import subprocess
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import make_msgid
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from webbuilder.parts.mailroom.store import Mail


class Mailroom:
    """A mailroom that runs by itself."""

    def __init__(self, data: Path) -> None:
        command = [sys.executable, "-m", "webbuilder", "part", "mailroom", "--data", str(data)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.line = json.loads(self.process.stdout.readline())
        self.http = httpx.Client(base_url=self.line["mailbox"])

    def hand_in(self, message: EmailMessage, **more: Any) -> None:
        """Hand in a mail as any program would."""
        counter = urlsplit(self.line["smtp"])
        with smtplib.SMTP(counter.hostname or "", counter.port or 0) as connection:
            connection.send_message(message, **more)

    def found(self, query: str) -> list[dict[str, Any]]:
        """Search the mail."""
        return list(
            self.http.get("/api/v1/search", params={"query": query}).raise_for_status().json()["messages"]
        )

    def kill(self) -> None:
        """End it without a warning."""
        self.http.close()
        self.process.kill()
        self.process.communicate()


def letter(
    to: str = "Priya <priya@example.com>", subject: str = "Welcome, Priya", **headers: str
) -> EmailMessage:
    """Return a mail with a text and an HTML body."""
    message = EmailMessage()
    message["From"] = "Maya’s Bakery <maya@example.org>"
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = "Sun, 01 Mar 2026 09:30:00 +0000"
    message["Message-ID"] = make_msgid(domain="example.org")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content("Hello Priya, the crust still sings.")
    message.add_alternative(
        "<p>Hello <b>Priya</b></p><script>parent.document.title = 'caught'</script>", subtype="html"
    )
    return message


@pytest.fixture(scope="module")
def mailroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mailroom]:
    running = Mailroom(tmp_path_factory.mktemp("mailroom"))
    yield running
    running.kill()


@pytest.fixture
def empty(mailroom: Mailroom) -> Mailroom:
    assert mailroom.http.delete("/api/v1/messages").text == "ok"
    return mailroom


def test_a_mail_is_listed_newest_first(empty: Mailroom) -> None:
    empty.hand_in(letter(subject="First"))
    empty.hand_in(letter(subject="Second"))
    page = empty.http.get("/api/v1/messages", params={"limit": 1}).json()
    assert [(page["total"], page["messages_count"]), len(page["messages"])] == [(2, 2), 1]
    newest = page["messages"][0]
    assert newest["Subject"] == "Second"
    assert newest["From"] == {"Name": "Maya’s Bakery", "Address": "maya@example.org"}
    assert newest["To"] == [{"Name": "Priya", "Address": "priya@example.com"}]
    assert newest["Snippet"] == "Hello Priya, the crust still sings."
    rest = empty.http.get("/api/v1/messages", params={"start": 1}).json()
    assert [each["Subject"] for each in rest["messages"]] == ["First"]


def test_a_mail_is_shown_whole(empty: Mailroom) -> None:
    sent = letter(X_Trace_Id="4bf92f3577b34da6a3ce929d0e0e4736")
    empty.hand_in(sent)
    identifier = empty.found("to:priya@example.com")[0]["ID"]
    whole = empty.http.get(f"/api/v1/message/{identifier}").json()
    assert whole["MessageID"] == sent["Message-ID"].strip("<>")
    assert whole["Text"].strip() == "Hello Priya, the crust still sings."
    assert "<b>Priya</b>" in whole["HTML"]
    assert whole["Date"] == "2026-03-01T09:30:00+00:00"
    headers = empty.http.get(f"/api/v1/message/{identifier}/headers").json()
    assert headers["X-Trace-Id"] == ["4bf92f3577b34da6a3ce929d0e0e4736"]
    assert headers["Return-Path"] == ["<maya@example.org>"]
    raw = empty.http.get(f"/api/v1/message/{identifier}/raw").text
    assert f"Message-ID: {sent['Message-ID']}" in raw
    assert empty.http.get("/api/v1/message/latest").json()["ID"] == identifier


def test_mail_is_found_by_recipient_and_message_id(empty: Mailroom) -> None:
    sent = letter()
    empty.hand_in(sent)
    empty.hand_in(letter(to="omar@example.com", subject="For Omar"))
    number = sent["Message-ID"]
    for query in (
        "to:priya@example.com",
        f"message-id:{number}",
        f'message-id:"{number.strip("<>")}"',
        'subject:"welcome, priya"',
    ):
        assert [each["Subject"] for each in empty.found(query)] == ["Welcome, Priya"], query
    assert [each["Subject"] for each in empty.found("-to:priya@example.com")] == ["For Omar"]
    assert empty.found("to:priya@example.com subject:Omar") == []


def test_a_hidden_recipient_gets_mail_too(empty: Mailroom) -> None:
    empty.hand_in(letter(), to_addrs=["priya@example.com", "hidden@example.com"])
    assert [each["Bcc"] for each in empty.found("to:hidden@example.com")] == [
        [{"Name": "", "Address": "hidden@example.com"}]
    ]


def test_mail_that_was_accepted_outlives_a_kill(tmp_path: Path) -> None:
    first = Mailroom(tmp_path)
    first.hand_in(letter())
    first.kill()
    (kept,) = (tmp_path / "mail").glob("*.eml")
    second = Mailroom(tmp_path)
    assert [each["ID"] for each in second.found("to:priya@example.com")] == [kept.stem]
    second.http.request("DELETE", "/api/v1/messages", json={"IDs": [kept.stem]})
    assert second.found("to:priya@example.com") == []
    second.kill()
    assert not kept.exists()


def test_half_a_mail_is_none(tmp_path: Path) -> None:
    (tmp_path / "0123.partial").write_bytes(b"Subject: half")
    (tmp_path / "notes.eml").write_bytes(b"Subject: somebody else's")
    assert Mail(tmp_path).newest_first() == []


def test_broken_mail_is_kept_and_shown(empty: Mailroom) -> None:
    counter = urlsplit(empty.line["smtp"])
    headers = (b"Subject: =?nonsense?q?caf=E9?=", b"Content-Type: text/plain; charset=martian", b"Date: soon")
    broken = b"\r\n".join([*headers, b"", b"caf\xe9", b""])
    with smtplib.SMTP(counter.hostname or "", counter.port or 0) as connection:
        connection.sendmail("a@example.org", ["priya@example.com"], broken)
    (kept,) = empty.found("to:priya@example.com")
    assert empty.http.get(f"/api/v1/message/{kept['ID']}").json()["Text"].startswith("caf")
    assert empty.http.get("/").status_code == 200


@pytest.mark.parametrize("header", [b"To: [,<", b"Message-ID: <\r\n (a=", b"From: =?x?q?=0A?=@x.de"])
def test_a_header_that_nobody_can_read_hides_no_mail(empty: Mailroom, header: bytes) -> None:
    counter = urlsplit(empty.line["smtp"])
    broken = b"\r\n".join([b"Subject: Rye", header, b"", b"The rye is back.", b""])
    with smtplib.SMTP(counter.hostname or "", counter.port or 0) as connection:
        connection.sendmail("a@example.org", ["priya@example.com"], broken)
    empty.hand_in(letter())
    assert [each["Subject"] for each in empty.found("to:priya@example.com")] == ["Welcome, Priya", "Rye"]
    kept = empty.found("subject:rye")[0]["ID"]
    assert empty.http.get(f"/api/v1/message/{kept}").json()["Text"].startswith("The rye is back.")
    shown = empty.http.get(f"/api/v1/message/{kept}/headers").json()
    assert shown["Subject"] == ["Rye"]
    assert empty.http.get(f"/mail/{kept}").status_code == 200


def test_an_inbox_shows_one_persons_mail(empty: Mailroom) -> None:
    empty.hand_in(letter())
    empty.hand_in(letter(to="omar@example.com", subject="For <Omar>"))
    inbox = empty.http.get("/", params={"to": "priya@example.com"}).text
    assert "<h1>Inbox of priya@example.com</h1>" in inbox
    assert ">Welcome, Priya</a>" in inbox
    assert "Omar" not in inbox
    assert "For &lt;Omar&gt;</a>" in empty.http.get("/").text
    assert (
        "No mail for nobody@example.com yet." in empty.http.get("/", params={"to": "nobody@example.com"}).text
    )


def test_a_shown_mail_is_sealed_off(empty: Mailroom) -> None:
    empty.hand_in(letter())
    identifier = empty.found("to:priya@example.com")[0]["ID"]
    page = empty.http.get(f"/mail/{identifier}").text
    assert '<iframe title="Message"' in page
    assert "allow-scripts" not in page
    policy = empty.http.get(f"/mail/{identifier}/content").headers["Content-Security-Policy"]
    assert policy.startswith("sandbox allow-popups")
    assert "default-src 'none'" in policy


def test_bad_input_unknown_mail(empty: Mailroom) -> None:
    for path in ("/api/v1/message/none", "/api/v1/message/none/raw", "/mail/none", "/api/v1/message/latest"):
        assert empty.http.get(path).status_code == 404


def test_bad_input_search_field(empty: Mailroom) -> None:
    refused = empty.http.get("/api/v1/search", params={"query": "colour:blue"})
    assert (refused.status_code, "cannot be searched by “colour”" in refused.json()["Error"]) == (400, True)
