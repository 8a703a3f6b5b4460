"""What is lost and what is doubled, told by the entries of each address."""

from __future__ import annotations

from collections import Counter

from support.bench.ledger import Ledger

EMAILS = ["a@bench.example", "b@bench.example", "c@bench.example"]
EFFECTS = ("submission", "run", "mail")


def ledger(*, uncertain: str = "", **times: str) -> Ledger:
    """Return a ledger in which each letter of an effect is an entry of the address that begins with it."""
    effects = {what: Counter(f"{one}@bench.example" for one in times.get(what, "abc")) for what in EFFECTS}
    return Ledger(effects, frozenset(f"{one}@bench.example" for one in uncertain))


def test_each_effect_once_is_neither_lost_nor_doubled() -> None:
    assert ledger().missing(EMAILS) == {}
    assert ledger().doubled() == {}
    assert all(figure.kept for figure in ledger().figures("three", EMAILS))


def test_who_lacks_an_effect_is_lost_under_their_name() -> None:
    figures = [*ledger(run="ab").figures("three", EMAILS)]
    assert ledger(run="ab").missing(EMAILS) == {"run": ["c@bench.example"]}
    assert [figure.kept for figure in figures] == [False, True, True]
    assert figures[0].named == "run: c@bench.example"


def test_who_has_an_effect_twice_is_doubled_though_another_lacks_it() -> None:
    twice = ledger(mail="aab")
    assert (twice.missing(EMAILS), twice.doubled()) == (
        {"mail": ["c@bench.example"]},
        {"mail": ["a@bench.example"]},
    )
    assert [figure.kept for figure in twice.figures("three", EMAILS)] == [False, False, True]


def test_a_mail_that_is_uncertain_may_be_missing_while_nothing_else_may() -> None:
    unsure = ledger(mail="ab", run="ab", uncertain="c")
    assert unsure.missing(EMAILS) == {"run": ["c@bench.example"]}
    assert [figure.value for figure in unsure.figures("three", EMAILS)] == [1, 0, 1]
