"""Reports on letters are read as mail servers write them; whatever is none of them is refused."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings as chosen, strategies as st

from tests.webbuilder.returned import EXCHANGE, KEY, POSTFIX, TO, YAHOO
from webbuilder.mail import reports, smtp
from webbuilder.problems import Problem

LETTER = f"Message-ID: {KEY}\nFrom: hello@mail.magic-moment.example\nTo: {TO}\nSubject: Welcome"


def report(
    about: str, kind: str = "delivery-status", letter: str = "text/rfc822-headers", held: str = LETTER
) -> bytes:
    """Return a report with its three parts, as lines of a mail."""
    return (
        f'Content-Type: multipart/report; report-type={kind}; boundary="b"\nMIME-Version: 1.0\n\n'
        "--b\nContent-Type: text/plain\n\nIt did not work.\n"
        f"--b\nContent-Type: message/{kind}\n\n{about}\n"
        f"--b\nContent-Type: {letter}\n\n{held}\n\n--b--\n"
    ).encode()


def delivery(*lines: str) -> str:
    return "Reporting-MTA: dns; mx.example.org\n\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("mail", "says"), [(POSTFIX, "nobody there"), (EXCHANGE, "nobody there"), (YAHOO, "unwanted")]
)  # fmt: skip
@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_what_well_known_mail_servers_write_is_understood(mail: bytes, says: str, ends: bytes) -> None:
    notice = reports.read(mail.replace(b"\n", ends))
    assert (notice.message_id, notice.says(TO)) == (KEY, says)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["Action: failed", "Status: 5.1.1"], "nobody there"),
        (["Action: FAILED", "Status: 5.1.10 (no such host)"], "nobody there"),
        (["Action: failed", "Status: 5.1.8"], "came back"),  # our own address, RFC 3463 §3.2
        (["Action: failed", "Status: 5.2.2", "Diagnostic-Code: smtp; 550 full"], "came back"),
        (["Action: failed", "Status: 5.7.1", "Diagnostic-Code: smtp; 550 5.1.1 no"], "came back"),
        (["Action: failed", "Status: 4.4.7"], "came back"),
        (["Action: failed", "Status: 5.0.0"], "came back"),
        (["Action: failed", "Status: 5.0.0", "Diagnostic-Code: smtp; 550 no such user"], "nobody there"),
        (
            ["Action: failed", "Status: 5.0.0", "Diagnostic-Code: smtp; 550-5.1.1 no such user"],
            "nobody there",
        ),
        (["Action: failed", "Status: 5.0.0", "Diagnostic-Code: smtp; 550 5.7.1 spam"], "came back"),
        (["Action: failed", "Status: 5.0.0", "Diagnostic-Code: smtp; 552 full"], "came back"),
        (["Action: failed", "Status: of 5 kinds"], "came back"),
        (["Status: 5.1.1"], "nobody there"),
        (["Status: 4.1.1"], "nothing"),
        (["Action: delayed", "Status: 4.4.1"], "late"),
        (["Action: delayed", "Status: 5.1.1"], "late"),
        (["Action: relayed", "Status: 2.0.0"], "nothing"),
    ],
)
def test_what_is_said_of_an_address(lines: list[str], says: str) -> None:
    notice = reports.read(report(delivery(f"Final-Recipient: rfc822; {TO}", *lines)))
    assert notice.says(TO) == says


def test_what_is_said_of_anothers_address_ends_nobodys_own() -> None:
    dead = ("Final-Recipient: rfc822; forwarded@example.org", "Action: failed", "Status: 5.1.1")
    assert reports.read(report(delivery(*dead))).says(TO) == "came back"
    assert reports.read(report(delivery(*dead[1:]))).says(TO) == "nobody there"  # of whom if not of them
    late = ("Final-Recipient: rfc822; forwarded@example.org", "Action: delayed", "Status: 4.4.1")
    assert reports.read(report(delivery(*late))).says(TO) == "late"


@pytest.mark.parametrize("kind", ["not-spam", "auth-failure", "virus", "ABUSE-NOT"])
def test_no_report_but_of_abuse_is_a_complaint(kind: str) -> None:
    assert reports.read(report(f"Feedback-Type: {kind}", "feedback-report")).says(TO) == "nothing"


def test_what_is_said_of_others_is_not_said_of_the_address() -> None:
    dead = ["Final-Recipient: rfc822; noor@example.org", "Action: failed", "Status: 5.1.1", ""]
    full = [f"Final-Recipient: RFC822;<{TO.upper()}>", "Action: failed", "Status: 5.2.2"]
    notice = reports.read(report(delivery(*dead, *full)))
    assert [notice.says(one) for one in (TO, "noor@example.org")] == ["came back", "nobody there"]
    # a letter that one of those got to whom it was handed on is no failure
    got = ["Final-Recipient: rfc822; at-home@example.org", "Action: delivered", "Status: 2.1.5"]
    assert reports.read(report(delivery(*dead, *got))).says(TO) == "nothing"


@pytest.mark.parametrize("kind", ["text/rfc822-headers", "message/rfc822", "message/global-headers"])
def test_a_folded_message_id_in_nonsense_letters_is_found(kind: str) -> None:
    held = f"Subject: =?nonsense?q?=FF?= \udcff\nmessage-id:\r\n\t {KEY} (so)\nTo: {TO}"
    mail = report(delivery("Action: failed", "Status: 5.1.1"), letter=kind, held="HELD")
    found = reports.read(mail.replace(b"HELD", held.encode("utf-8", "surrogateescape")))
    assert found.message_id == KEY


def test_headers_in_base64_are_read() -> None:
    from base64 import encodebytes  # noqa: PLC0415 - of this test alone

    kind = "text/rfc822-headers; charset=nonsense\nContent-Transfer-Encoding: base64"
    mail = report(
        delivery("Action: failed", "Status: 5.1.1"), letter=kind, held=encodebytes(LETTER.encode()).decode()
    )
    assert reports.read(mail).message_id == KEY


OUT_OF_OFFICE = (
    b"From: priya@example.org\nSubject: Away\nIn-Reply-To: " + KEY.encode() + b"\n\nBack on Monday.\n"
)
NESTED = b"Content-Type: message/rfc822\n\n" * 5000


@pytest.mark.parametrize(
    "mail",
    [
        b"", b"\n", b"\x00" * 100, OUT_OF_OFFICE, NESTED, NESTED.replace(b"\n", b"\r"),
        b"Content-Type: multipart/report; boundary=b\n\n--b\n",
        b"Content-Type: multipart/report\n\nAction: failed\nStatus: 5.1.1\n",
        report(""), report("Reporting-MTA: dns; mx.example.org"), report("", "feedback-report"),
        POSTFIX[: POSTFIX.index(b"Final-Recipient")],
        POSTFIX.replace(b"multipart/report", b"multipart/mixed"),
        b"Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: message/rfc822\n\n" + POSTFIX,
    ],
)  # fmt: skip
def test_what_is_no_report_is_refused(mail: bytes) -> None:
    with pytest.raises(Problem) as refused:
        reports.read(mail)
    assert (refused.value.status, refused.value.kind) == (422, "no-report")


@pytest.mark.parametrize(
    "mail",
    [
        EXCHANGE.replace(b"In-Reply-To", b"Thread-Topic"),
        report(delivery("Action: failed", "Status: 5.1.1"), held="Subject: Welcome"),
        report(delivery("Action: failed", "Status: 5.1.1"), held="Message-ID: none of that"),
    ],
)
def test_a_report_that_names_no_letter_is_refused(mail: bytes) -> None:
    with pytest.raises(Problem) as refused:
        reports.read(mail)
    assert (refused.value.status, refused.value.kind) == (422, "no-letter-named")


@given(st.integers(0, len(POSTFIX)), st.binary(max_size=200), st.integers(0, 200))
@chosen(deadline=None, max_examples=200)
def test_a_report_that_was_damaged_is_read_or_refused(at: int, put: bytes, cut: int) -> None:
    try:
        assert reports.read(POSTFIX[:at] + put + POSTFIX[at + cut :]).told
    except Problem as problem:
        assert problem.status == 422  # noqa: PT017 - either is right


@pytest.mark.parametrize("filler", [b"--b\n", b"Content-Type : message/rfc822\n\n", b"X: y\n", b"\n"])
def test_two_megabytes_of_anything_are_soon_done_with(filler: bytes) -> None:
    began, mail = time.process_time(), report("Feedback-Type: abuse", "feedback-report")
    try:
        reports.read(mail[:200] + filler * (2 * 1024 * 1024 // len(filler)) + mail[200:])
    except Problem as problem:
        assert problem.kind in {"no-report", "no-letter-named"}  # noqa: PT017 - it may be read as well
    assert time.process_time() - began < 10  # seconds of work, of which 3 are usual


@pytest.mark.parametrize(
    ("code", "words", "nobody"),
    [("550", "5.1.1 no", True), ("550", "no", True), ("550", "5.1.7 yours", False), ("", "5.1.10", True)],
)
def test_a_later_notice_is_judged_as_a_refusal_at_once(code: str, words: str, nobody: bool) -> None:
    assert smtp.nobody_there(code, words) is nobody
