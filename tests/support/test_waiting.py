"""Waiting: the first answer that fits, or a failure that tells everything that was seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hamcrest import equal_to, has_item

from support import waiting
from support.records import Refused
from support.waiting import DEFAULT_LIMIT, NotInTime, eventually, settled


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.looks: list[float] = []

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds

    def fits_after(self, seconds: float) -> Callable[[], str]:
        began = self.now

        def probe() -> str:
            self.looks.append(self.now - began)
            return "there" if self.now - began >= seconds else "not yet"

        return probe


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(waiting, "time", made)
    return made


def answers(*given: str | Refused) -> Callable[[], str]:
    """Give these answers one after the other, and the last of them for ever."""
    left = iter(given)

    def one() -> Iterator[str | Refused]:
        yield from left
        while True:
            yield given[-1]

    stream = one()

    def probe() -> str:
        answer = next(stream)
        if isinstance(answer, Refused):
            raise answer
        return answer

    return probe


def test_the_first_answer_that_fits_is_returned(clock: Clock) -> None:
    probe = answers("draft", Refused("come back later"), "live", "live and more")
    assert eventually(probe, equal_to("live"), "Maya's site", within=1) == "live"
    assert clock.now < 1001


def test_an_answer_that_fits_at_once_is_not_waited_for(clock: Clock) -> None:
    assert eventually(lambda: ["a"], has_item("a"), "the list", within=0) == ["a"]
    assert clock.now == 1000.0


def test_a_failure_tells_reason_expectation_and_each_answer_once_in_order(clock: Clock) -> None:
    probe = answers("grey", "blue", Refused("no colour today"), "grey", "blue", "grey")
    with pytest.raises(NotInTime) as caught:
        eventually(probe, equal_to("red"), "the colour of the button", within=0.5)
    assert str(caught.value) == (
        "the colour of the button\n"
        "Expected within 0.5 s: 'red'\n"
        "Seen, in order:\n"
        "  1. 'grey'\n"
        "  2. 'blue'\n"
        "  3. refused: no colour today"
    )
    assert clock.now == pytest.approx(1000.5)


def test_a_long_answer_is_cut(clock: Clock) -> None:
    with pytest.raises(NotInTime) as caught:
        eventually(lambda: "x" * 5000, equal_to("y"), "a page", within=0)
    assert len(str(caught.value)) < 700
    assert clock.now == 1000.0


def test_a_deadline_of_the_sentence_is_never_scaled(clock: Clock) -> None:
    with pytest.raises(NotInTime, match="Expected within 1 s"):
        eventually(clock.fits_after(1.5), equal_to("there"), "the mail", within=1, scale=10)
    assert clock.looks[-1] == pytest.approx(1.0)


def test_the_default_is_scaled(clock: Clock) -> None:
    late = DEFAULT_LIMIT * 1.5
    with pytest.raises(NotInTime, match=rf"Expected within {DEFAULT_LIMIT:g} s"):
        eventually(clock.fits_after(late), equal_to("there"), "the mail")
    assert eventually(clock.fits_after(late), equal_to("there"), "the mail", scale=2) == "there"


@pytest.mark.parametrize("after", [0.0, 0.02, 0.4, 0.93, 1.0])
def test_what_fits_in_time_is_seen_however_late_in_time(clock: Clock, after: float) -> None:
    assert eventually(clock.fits_after(after), equal_to("there"), "the mail", within=1) == "there"


def test_what_settles_is_returned_and_what_does_not_is_returned_as_it_stands(clock: Clock) -> None:
    assert settled(clock.fits_after(0.5), equal_to("there"), within=1) == "there"
    assert clock.now < 1000.9
    assert settled(clock.fits_after(9), equal_to("there"), within=1) == "not yet"


def test_looks_become_rarer_but_not_rare(clock: Clock) -> None:
    eventually(clock.fits_after(5), equal_to("there"), "the mail")
    pauses = [after - before for before, after in zip(clock.looks, clock.looks[1:], strict=False)]
    assert pauses == sorted(pauses)
    assert pauses[0] == pytest.approx(0.02)
    assert pauses[-1] == pytest.approx(0.25)


def test_what_is_no_refusal_is_not_waited_out(clock: Clock) -> None:
    def broken() -> str:
        raise ConnectionError("the line is dead")

    with pytest.raises(ConnectionError):
        eventually(broken, equal_to("there"), "the mail", within=1)
    assert clock.now == 1000.0


def test_in_real_time_it_ends_at_its_deadline() -> None:
    with pytest.raises(NotInTime, match=r"Expected within 0\.05 s"):
        eventually(lambda: 1, equal_to(2), "the number", within=0.05)
