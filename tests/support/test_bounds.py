"""What a bound in a sentence is, and which of two is looser."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies

from support.bounds import bounds_in


@pytest.mark.parametrize(
    ("sentence", "bounds"),
    [
        ("within 1 second Maya should be told", ["within 1 second"]),
        ("it should arrive within  30 minutes", ["within 30 minutes"]),
        ("at most 1,000 ms should pass", ["at most 1,000 ms"]),
        ("in less than 1.5 s it should be there", ["in less than 1.5 s"]),
        ("Maya should have exactly 1", ["exactly 1"]),
        ("Maya should have 3 contacts, sent twice", ["3 contacts", "twice"]),
        ("Priya should have one mail", ["one mail"]),
        ("no more than 10 % of 4 forms should fail", ["no more than 10 %", "4 forms"]),
        ("sent twice within 60 seconds", ["twice", "within 60 seconds"]),
        ("signing up once on a site, a day apart", ["once", "a day"]),
        ("within a second it should be there", ["within a second"]),
        ("it should stand on a second machine", []),
        ("visitors should find it there once Maya publishes it", []),
        ("it should read 2026-03-01 10:30, the 2nd one-page version", []),
        ('Maya should read "3 contacts within 1 second"', []),
    ],
)
def test_bounds_are_found_in_sentences(sentence: str, bounds: list[str]) -> None:
    assert [bound.text for bound in bounds_in(sentence, counts=True)] == bounds


def test_only_deadlines_are_looked_for_where_counts_are_facts() -> None:
    sentence = "Maya has 3 sites and has waited for 2 hours"
    assert [bound.text for bound in bounds_in(sentence, counts=False)] == ["2 hours"]


@pytest.mark.parametrize(
    ("looser", "tighter"),
    [
        ("within 5 seconds", "within 1 second"),
        ("within 2 minutes", "within 90 seconds"),
        ("within a week", "no later than 6 days"),
        ("at most 3 mails", "fewer than 2 mails"),
        ("at least 2 sections", "at least 3 sections"),
    ],
)
def test_of_two_bounds_of_one_kind_one_is_looser(looser: str, tighter: str) -> None:
    (one,), (other,) = bounds_in(looser, counts=True), bounds_in(tighter, counts=True)
    assert one.is_looser_than(other)
    assert not other.is_looser_than(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("exactly 2 mails", "exactly 1 mail"),
        ("within 5 seconds", "at least 1 second"),
        ("at most 5 mails", "at most 1 contact"),
        ("within 60 seconds", "within 1 minute"),
    ],
)
def test_of_two_bounds_of_other_kinds_none_is_looser(one: str, other: str) -> None:
    (first,), (second,) = bounds_in(one, counts=True), bounds_in(other, counts=True)
    assert not first.is_looser_than(second)
    assert not second.is_looser_than(first)


@given(strategies.text())
def test_any_sentence_can_be_read_and_a_bound_is_its_own(sentence: str) -> None:
    for bound in bounds_in(sentence, counts=True):
        assert bound.text.split()[0] in sentence


@given(
    strategies.integers(min_value=0, max_value=10**9), strategies.sampled_from(["seconds", "ms", "contacts"])
)
def test_a_bound_reads_as_itself_again(number: int, counted: str) -> None:
    (bound,) = bounds_in(f"at most {number} {counted} or so", counts=True)
    assert bounds_in(bound.text, counts=True) == [bound]
