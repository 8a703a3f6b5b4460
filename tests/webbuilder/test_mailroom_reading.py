"""The mailroom reads what somebody asks for and no more, and takes mail meanwhile."""

from __future__ import annotations

import asyncio
import threading
from email.message import EmailMessage
from pathlib import Path
from unittest.mock import Mock

import httpx
import pytest
from aiosmtpd.smtp import Envelope

from tests.webbuilder.test_mailroom import letter
from webbuilder.parts.mailroom import store
from webbuilder.parts.mailroom.counter import Counter
from webbuilder.parts.mailroom.routes import mailbox
from webbuilder.parts.mailroom.store import Mail, parse


def test_a_message_id_is_looked_for_without_reading_any_other_mail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bytes] = []

    def counted(raw: bytes) -> EmailMessage:
        read.append(raw)
        return parse(raw)

    mail, wanted = Mail(tmp_path), letter()
    for one in (letter(), wanted, letter()):
        mail.keep(one.as_bytes(), "a@example.org", ["priya@example.com"])
    monkeypatch.setattr(store, "parse", counted)
    again = Mail(tmp_path)  # as after a restart
    for there in (mail, again):
        read.clear()
        found = there.stamped_with(wanted["Message-ID"].strip("<>").upper())
        assert [one.message_id for one in found] == [wanted["Message-ID"].strip("<>")]
        assert (len(read), len(there)) == (1, 3)


def test_mail_is_taken_while_somebody_reads_a_great_deal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    going_on, enough = threading.Event(), threading.Event()

    def slowly(raw: bytes) -> EmailMessage:
        going_on.set()
        assert enough.wait(10)
        return parse(raw)

    mail = Mail(tmp_path)
    mail.keep(letter().as_bytes(), "a@example.org", ["priya@example.com"])
    monkeypatch.setattr(store, "parse", slowly)

    async def both() -> tuple[str, int]:
        room = httpx.ASGITransport(mailbox(mail))
        async with httpx.AsyncClient(transport=room, base_url="http://mailroom") as client:
            looking = asyncio.create_task(client.get("/api/v1/messages"))
            await asyncio.to_thread(going_on.wait, 10)
            envelope = Envelope()
            envelope.content, envelope.rcpt_tos = letter().as_bytes(), ["omar@example.com"]
            taken = await Counter(mail).handle_DATA(Mock(), Mock(), envelope)
            enough.set()
            return taken, (await looking).status_code

    taken, status = asyncio.run(both())
    assert (taken[:3], status) == ("250", 200)
