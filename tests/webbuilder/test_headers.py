"""Headers that were read lately are not read again, and stay what the library makes of them."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from webbuilder.mail.headers import POLICY, Remembering

RAW = (
    b'From: Maya <maya@example.org>\r\nTo: "Priya, the first" <priya@example.com>\r\n'
    b"Subject: =?utf-8?q?Caf=C3=A9?=\r\n\r\n"
)


@pytest.mark.parametrize("name", ["From", "To", "Subject", "Date"])
def test_a_header_reads_as_the_library_reads_it(name: str) -> None:
    ours, theirs = message_from_bytes(RAW, policy=POLICY), message_from_bytes(RAW, policy=policy.default)
    assert str(ours[name]) == str(theirs[name])


def test_one_that_was_read_is_the_same_the_next_time() -> None:
    message = message_from_bytes(RAW, policy=POLICY)
    assert message["To"] is message["To"]


def test_a_header_cannot_begin_another_one() -> None:
    message = EmailMessage(POLICY)
    with pytest.raises(ValueError, match="linefeed"):
        message["Subject"] = "Rye\r\nBcc: everybody@example.com"


def test_no_header_of_a_stranger_is_remembered_for_good() -> None:
    for number in range(2000):
        message = message_from_bytes(f"X-{number}: rye\r\nSUBJECT: rye\r\n\r\n".encode(), policy=POLICY)
        assert str(message[f"X-{number}"]) == "rye"
    headers = POLICY.header_factory
    assert isinstance(headers, Remembering)
    assert max(headers.remembered()) <= 512
    assert type(headers("SUBJECT", "a")) is type(headers("Subject", "b"))
