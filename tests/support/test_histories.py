"""The history checker: each anomaly is caught, and what one store did for clients at once never accused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, strategies as st

from support.histories.acts import Act
from support.histories.checking import anomalies

BEGAN = Act("the beginning", "write", "headline", "20% off", 0, 0)
RYE = Act("Maya", "write", "headline", "Rye", 1, 2, position=1)
OAT = Act("Noor", "write", "headline", "Oat", 3, 4, position=2)


def read(client: str, value: str | None, begun: float, position: int | None = None) -> Act:
    """A read of half a second."""
    return Act(client, "read", "headline", value, begun, begun + 0.5, position=position)


def told(value: str, position: int) -> Act:
    """An entry of the log, read at the end."""
    return Act("the log", "told", "headline", value, 90, 91, position=position)


def found(*acts: Act) -> list[tuple[str, str]]:
    """What is found, by how and why."""
    return [(one.how, one.why) for one in anomalies(acts)]


LOST = ("lost update", "what was called stored is in no later read")
STALE = ("stale read", "a read shows what was older already as it began")


def order(why: str) -> tuple[str, str]:
    """An anomaly of the order."""
    return ("order", why)


@pytest.mark.parametrize(
    ("acts", "why"),
    [
        ((BEGAN, RYE, read("Noor", "20% off", 5)), LOST),
        ((RYE, read("Noor", None, 5), read("Maya", None, 6)), LOST),
        ((RYE, OAT, read("Maya", "Rye", 5), read("Noor", "Rye", 6)), LOST),
        ((BEGAN, RYE, OAT, told("Oat", 2)), LOST),
        ((BEGAN, RYE, read("Noor", "20% off", 5), read("Noor", "Rye", 6)), STALE),
        ((RYE, OAT, read("Maya", "Rye", 5), read("Maya", "Oat", 6)), STALE),
        (
            (RYE, replace(OAT, ended=9), read("Maya", "Oat", 5), read("Noor", "Rye", 6)),
            STALE,
        ),
        ((RYE, OAT, read("Noor", "Bagels", 5)), ("out of nowhere", "nobody wrote this")),
        ((replace(RYE, answer="refused"), read("Maya", "Rye", 5)), ("out of nowhere", "this was refused")),
        ((read("Noor", "Rye", 0), RYE), ("out of nowhere", "this was not written yet")),
        (
            (replace(RYE, position=2), replace(OAT, position=1), read("Maya", "Rye", 5)),
            order("what came later was told an earlier place"),
        ),
        (
            (RYE, read("Maya", "Rye", 2.1, 4), read("Maya", "Rye", 2.7, 3)),
            order("what came later was told an earlier place"),
        ),
        ((RYE, replace(OAT, begun=1, position=1)), order("two writes have one place")),
        ((RYE, told("Rye", 3)), order("one write has two places")),
        (
            (replace(RYE, answer="unanswered", position=None), told("Rye", 1), told("Rye", 2)),
            order("one write has two places"),
        ),
        (
            (RYE, replace(OAT, ended=9), read("Maya", "Oat", 3, 1)),
            order("a read shows what has a later place than it was told"),
        ),
        (
            (RYE, replace(OAT, ended=9), read("Maya", "Rye", 3, 2)),
            order("a read shows what was overwritten at its place"),
        ),
    ],
)
def test_an_anomaly_is_caught_alone(acts: tuple[Act, ...], why: tuple[str, str]) -> None:
    assert found(*acts) == [why]


def test_two_who_see_two_writes_both_ways_round_are_caught() -> None:
    rye, oat = (replace(one, begun=1, ended=9, position=None) for one in (RYE, OAT))
    maya, noor = (
        (read("Maya", "Rye", 2), read("Maya", "Oat", 3)),
        (read("Noor", "Oat", 2), read("Noor", "Rye", 3)),
    )
    (one,) = anomalies((rye, oat, *maya, *noor))
    assert (one.how, one.why) == ("order", "two values were seen both ways round")
    assert set(one.acts) == {*maya, *noor}


def test_an_anomaly_names_the_acts_that_show_it() -> None:
    (one,) = anomalies((RYE, OAT, read("Maya", "Rye", 5), read("Noor", "Oat", 6)))
    assert str(one) == (
        "stale read: a read shows what was older already as it began:"
        " Noor wrote “Oat” as headline at 2 (3.000 to 4.000 s, acknowledged);"
        " Maya read “Rye” as headline (5.000 to 5.500 s, acknowledged)"
    )


@pytest.mark.parametrize(
    "acts",
    [
        (),
        (RYE, OAT, read("Maya", "Oat", 5), read("Noor", "Oat", 5)),
        (BEGAN, RYE, read("Noor", "20% off", 1.5), read("Maya", "Rye", 2.5)),  # at once with the write
        (BEGAN, replace(RYE, answer="unanswered", position=None), read("Noor", "20% off", 5)),
        (
            BEGAN,
            replace(RYE, answer="unanswered", position=None),
            read("Noor", "20% off", 5),
            read("Noor", "Rye", 6),
        ),
        (RYE, replace(OAT, answer="refused", position=None), read("Noor", "Rye", 5)),
        (BEGAN, RYE, replace(read("Noor", None, 5), answer="unanswered")),
        (RYE, replace(OAT, key="text"), read("Noor", "Rye", 5)),
    ],
)
def test_a_history_that_is_fine_accuses_nobody(acts: tuple[Act, ...]) -> None:
    assert found(*acts) == []


def test_two_writes_of_one_value_are_refused() -> None:
    with pytest.raises(ValueError, match="a value of its own"):
        anomalies((RYE, replace(RYE, begun=5, ended=6)))


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["Maya", "Noor", "Tariq"]),
        st.sampled_from(
            ["write", "write", "lost answer", "never arrived", "refused", "read", "read", "read"]
        ),
        st.sampled_from(["headline", "text"]),
        st.floats(0, 6),  # how long before it is done it is asked for
        st.floats(0, 6),  # how long after that it is answered
    ),
    max_size=30,
)


def told_by_one_store(acts: list[Any], *, placed: bool, logs: bool) -> list[Act]:
    """What clients do at once with a store that does one thing each second, each act at its second."""
    stored: dict[str, str] = {}
    history, log = [], []
    for second, (client, what, key, before, after) in enumerate(acts):
        begun, ended, position = second - before, second + after, second if placed else None
        if what == "read":
            history.append(Act(client, "read", key, stored.get(key), begun, ended, position=position))
            continue
        value = f"{client} {second}"
        if what in {"write", "lost answer"}:
            stored[key] = value
            log.append(Act("the log", "told", key, value, 90, 91, position=position))
        if what == "write":
            history.append(Act(client, "write", key, value, begun, ended, position=position))
        elif what == "refused":
            history.append(Act(client, "write", key, value, begun, ended, "refused"))
        else:  # given up before or after it is done
            history.append(Act(client, "write", key, value, begun, begun + after, "unanswered"))
    return [*history, *(log if logs else ())]


@given(ACTS, st.booleans(), st.booleans())
def test_what_one_store_tells_is_never_accused(acts: list[Any], placed: bool, logs: bool) -> None:
    assert found(*told_by_one_store(acts, placed=placed, logs=logs)) == []


@given(ACTS, st.data())
def test_a_read_of_what_was_long_overwritten_is_always_caught(acts: list[Any], data: st.DataObject) -> None:
    history = told_by_one_store(acts, placed=True, logs=True)
    older = data.draw(st.sampled_from(["Rye", None]))
    rye, oat = replace(RYE, begun=40, ended=41, position=40), replace(OAT, begun=42, ended=43, position=41)
    shown, later = read("Noor", older, 44, 42), read("Noor", "Oat", 45, 43)
    how = [one.how for one in anomalies((*history, rye, oat, shown, later, told("Rye", 40), told("Oat", 41)))]
    assert "stale read" in how
