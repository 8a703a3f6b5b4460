"""The ledger: books that agree, and each way in which they may not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from support.drivers.reference import keeping_books
from support.ledger import page
from support.ledger.books import Books, Counted, Happened, Mailed, Ran, Sent
from support.ledger.reconciling import reconcile

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
SENT = Sent("submission_1", "t1", "started", NOW, awaited=True)
RAN = Ran("run_1", "t1", "w1", "submission_1", "succeeded", sample=False, done=("add_contact", "send_mail"))
SIGNED, POSTED = Happened("sent:1", "t1", "signed up"), Happened("run_1:1", "t1", "mail")
MAIL = Mailed("<1@x>", "t1", "accepted", to_contact=True)
EVENT = Counted("sent:1", "t1", "sent")
BOOKS = Books((SENT,), (RAN,), (SIGNED, POSTED), (MAIL,), (EVENT,))


def wrong(books: Books) -> list[str]:
    """What the books do not agree on, in sentences."""
    return [str(one) for one in reconcile(books).wrong]


def test_books_that_agree_balance() -> None:
    balance = reconcile(BOOKS)
    assert (balance.sent, balance.wrong, balance.under_way, balance.mails) == (1, (), 0, {"accepted": 1})
    assert str(balance) == "1 sent: all books agree"


@pytest.mark.parametrize(
    ("books", "says"),
    [
        (replace(BOOKS, counted=()), "Analytics: the event of submission_1 is missing"),
        (
            replace(BOOKS, counted=(EVENT, replace(EVENT, id="again"))),
            "Analytics: the event of again is doubled",
        ),
        (replace(BOOKS, mailed=()), "Email Automation: the mail of submission_1 is missing"),
        (
            replace(BOOKS, mailed=(MAIL, replace(MAIL, id="<2@x>"))),
            "Email Automation: the mail of <2@x> is doubled",
        ),
        (replace(BOOKS, happened=(POSTED,)), "CRM System: the entry “signed up” of submission_1 is missing"),
        (
            replace(BOOKS, happened=(SIGNED, POSTED, replace(POSTED, id="p2"))),
            "CRM System: the entry “mail” of p2 is doubled",
        ),
        (
            replace(BOOKS, sent=(replace(SENT, state="held"),)),
            "Workflow Engine: the run of run_1 is out of nowhere",
        ),
    ],
)
def test_what_does_not_agree_is_named(books: Books, says: str) -> None:
    assert wrong(books) == [says]


def test_what_was_sent_and_started_nothing_lacks_a_run() -> None:
    books = replace(BOOKS, sent=(replace(SENT, state="kept"),), ran=(), happened=(), mailed=())
    assert wrong(books) == ["Workflow Engine: the run of submission_1 is missing"]
    joined_later = replace(books, sent=(replace(SENT, state="kept", awaited=False),))
    assert wrong(joined_later) == []


def test_a_second_run_of_the_same_workflow_is_doubled() -> None:
    again = replace(RAN, id="run_2", done=())
    assert wrong(replace(BOOKS, ran=(RAN, again))) == ["Workflow Engine: the run of run_2 is doubled"]
    other = replace(again, workflow="w2")
    assert wrong(replace(BOOKS, ran=(RAN, other))) == []


def test_what_is_under_way_lacks_nothing_yet_and_may_have_more() -> None:
    under_way = replace(RAN, state="running", done=("add_contact",))
    balance = reconcile(replace(BOOKS, ran=(under_way,)))
    assert (balance.wrong, balance.under_way) == ((), 1)


def test_what_nobody_sent_is_out_of_nowhere_unless_it_was_sent_meanwhile() -> None:
    stray = replace(EVENT, id="sent:2", trace="t2")
    books = replace(BOOKS, counted=(EVENT, stray))
    assert wrong(books) == ["Analytics: the event of sent:2 is out of nowhere"]
    assert wrong(replace(books, sent_since=(replace(SENT, id="submission_2", trace="t2"),))) == []
    assert wrong(replace(books, whole=False)) == []


def test_what_a_sample_leads_to_comes_from_somewhere_and_is_counted_nowhere() -> None:
    sample = replace(RAN, id="run_2", trace="t2", sample=True)
    noted = replace(SIGNED, id="sent:2", trace="t2")
    books = replace(BOOKS, ran=(RAN, sample), happened=(SIGNED, POSTED, noted))
    assert wrong(books) == []
    counted = replace(books, counted=(EVENT, replace(EVENT, id="sent:2", trace="t2")))
    assert wrong(counted) == ["Analytics: the event of sent:2 is out of nowhere"]


def test_one_view_with_two_answers_is_two_that_were_sent() -> None:
    second = replace(SENT, id="submission_2")
    assert "Analytics: the event of submission_1 is missing" in wrong(replace(BOOKS, sent=(SENT, second)))


class Platform:
    """Answers as the public API does, a part of a list at a time."""

    def __init__(self, lists: dict[str, list[dict[str, Any]]]) -> None:
        self._lists = lists

    def get(self, path: str) -> Any:
        """Return what a path answers; one entry to a part."""
        if path.endswith("/connection"):
            return {"state": "connected", "since": NOW.isoformat()} if "form_1" in path else None
        path, _, query = path.partition("?")
        all_of_it = [] if "put_away=true" in query else self._lists.get(path, [])
        start = int(query.partition("cursor=")[2] or 0)
        more = str(start + 1) if start + 1 < len(all_of_it) else None
        return {"items": all_of_it[start : start + 1] if query else all_of_it, "next_cursor": more}


def submission(number: int, **other: Any) -> dict[str, Any]:
    """A submission as it is listed, sent `number` minutes after nine."""
    at = (NOW + timedelta(minutes=number)).isoformat()
    usual = {"id": f"s{number}", "form": "form_1", "trace_id": f"t{number}", "state": "started"}
    return {**usual, "sent_at": at, **other}


def test_lists_are_read_to_their_end_or_down_to_a_moment() -> None:
    sent = [submission(2), submission(1, form="form_2", state="kept"), submission(-1)]
    get = Platform({"/api/sites": [{"id": "a"}], "/api/sites/a/submissions": sent}).get
    books = keeping_books.read(get)
    assert [(one.id, one.awaited) for one in books.sent] == [("s2", True), ("s1", False), ("s-1", False)]
    assert books.whole
    later = keeping_books.read(get, NOW)
    assert [one.id for one in later.sent] == ["s2", "s1"]
    assert not later.whole


def test_the_report_says_what_is_wrong_by_name(tmp_path: Path) -> None:
    balance = reconcile(replace(BOOKS, counted=()))
    file = page.write(balance, "The target here, ever", 1.25, tmp_path)
    shown = file.read_text("utf-8")
    assert "1 entry does not agree" in shown
    assert "submission_1" in shown
    assert '"seconds": 1.25' in (file.parent / "ledger.json").read_text("utf-8")
    assert "stands once in each book" in page.page(reconcile(BOOKS), "here", 0)
