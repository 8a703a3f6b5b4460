"""A mail server that takes no mail says so as the real ones do."""

from __future__ import annotations

import smtplib
from typing import TYPE_CHECKING

import pytest

from support.drivers.refusing_mail import RefusingMailServer

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def refusing() -> Iterator[RefusingMailServer]:
    one = RefusingMailServer()
    yield one
    one.close()


@pytest.mark.parametrize(("way", "code"), [("is busy", 451), ("refuses every mail", 554)])
def test_it_turns_everybody_away(refusing: RefusingMailServer, way: str, code: int) -> None:
    refusing.behave(way)
    host, _, port = refusing.place.partition(":")
    with (
        smtplib.SMTP(host, int(port), timeout=5) as client,
        pytest.raises(smtplib.SMTPRecipientsRefused) as told,
    ):
        client.sendmail("maya@example.org", ["priya@example.org"], "Subject: rye\r\n\r\nrye")
    assert [one[0] for one in told.value.recipients.values()] == [code]
    assert refusing.left() == 1


def test_it_hangs_up_on_whoever_gave_it_a_mail(refusing: RefusingMailServer) -> None:
    refusing.behave("hangs up once it has the mail")
    host, _, port = refusing.place.partition(":")
    client = smtplib.SMTP(host, int(port), timeout=5)
    with pytest.raises(smtplib.SMTPServerDisconnected):
        client.sendmail("maya@example.org", ["priya@example.org"], "Subject: rye\r\n\r\nrye")
    assert refusing.left() == 1
    refusing.behave("is busy")
    assert refusing.left() == 0


def test_a_way_that_nobody_has_thought_of_is_named(refusing: RefusingMailServer) -> None:
    with pytest.raises(
        LookupError,
        match="'sings' here; one that is busy, or has no room, or knows no such mailbox, or",
    ):
        refusing.behave("sings")
