"""What was really done is written down, and how long a person would have taken is worked out from it."""

from __future__ import annotations

import time

import pytest

from support import pace
from support.drivers.session import Answer
from support.journal import Acts, Journal


def exchange(journal: Journal, number: int, trace: str = "") -> None:
    headers = {"x-trace-id": trace} if trace else {}
    journal.exchanged("GET", f"http://127.0.0.1/{number}", None, Answer(200, headers, "{}"))


def test_a_person_takes_what_the_models_say() -> None:
    # by hand: 2 × (1.35 + 1.10 + 0.20 + 0.40) + 10 × 0.28 + 119 × 60 / 238 = 6.1 + 2.8 + 30
    assert pace.seconds(Acts(pointings=2, characters=10, words_read=119)) == pytest.approx(38.9)
    assert pace.seconds(Acts()) == 0


def test_acts_are_counted() -> None:
    journal = Journal()
    journal.pointed()
    journal.pointed()
    journal.typed("30% off")
    journal.read("Fresh bread,\n every  day")
    journal.visited()
    assert journal.acts == Acts(pointings=2, characters=7, words_read=4)


def test_time_is_taken_for_each_act() -> None:
    taken: list[float] = []
    journal = Journal(take_time=taken.append)
    journal.pointed()
    journal.typed("abcde")
    journal.read("one two")
    assert taken == pytest.approx([3.05, 1.4, 120 / 238])
    assert sum(taken) == pytest.approx(pace.seconds(journal.acts))


def test_only_the_human_pace_sleeps() -> None:
    assert pace.taking_time("human") is time.sleep
    began = time.monotonic()
    pace.taking_time("machine")(60)
    assert time.monotonic() - began < 1


def test_the_last_exchanges_are_kept() -> None:
    journal = Journal()
    for number in range(25):
        exchange(journal, number)
    assert [one.address.rsplit("/", maxsplit=1)[1] for one in journal.exchanges] == [
        str(number) for number in range(5, 25)
    ]


def test_the_trace_is_that_of_the_last_exchange_that_had_one() -> None:
    journal = Journal()
    assert journal.trace_id == ""
    exchange(journal, 1, "aaa")
    exchange(journal, 2, "bbb")
    exchange(journal, 3)
    assert journal.trace_id == "bbb"


def test_an_exchange_is_kept_redacted_and_short() -> None:
    journal = Journal()
    journal.exchanged(
        "POST",
        "http://127.0.0.1/sign-in?token=abc123",
        {"email": "maya@example.com", "password": "s3cret-bread"},
        Answer(201, {"x-trace-id": "t1"}, '{"token": "abc123", "name": "' + "x" * 5000 + '"}'),
    )
    shown = str(journal.exchanges[0])
    assert "s3cret-bread" not in shown
    assert "abc123" not in shown
    assert "maya@example.com" in shown
    assert "201" in shown
    assert shown.endswith("trace t1")
    assert len(shown) < 2500


def test_a_secret_that_would_be_cut_in_two_is_gone_before_the_cut() -> None:
    journal = Journal()
    padding = "x" * 1980
    journal.exchanged(
        "POST", "http://127.0.0.1/", f"{padding} password=s3cret-bread-rolls", Answer(200, {}, "")
    )
    assert "s3cr" not in journal.exchanges[0].sent


def test_what_was_sent_since_the_last_when_began_is_known_though_it_be_answered_late() -> None:
    journal = Journal()
    journal.begin("when")
    journal.heard("GET", "http://127.0.0.1/sites", 200, "")
    assert not journal.sent_something
    journal.begin("then")
    journal.heard("POST", "http://127.0.0.1/sites", 200, "", "name=Spring")
    assert journal.sent_something
    assert journal.change is None, "no When had been answered"
    journal.begin("when")
    assert not journal.sent_something
    exchange(journal, 1)
    journal.heard("POST", "http://127.0.0.1/sites", 200, "", "name=Spring")
    assert journal.change
    assert journal.change.sent == "name=Spring"
    assert journal.exchanges[-1].sent == "(by a page) name=Spring"
