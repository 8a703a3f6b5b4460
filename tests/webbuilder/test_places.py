"""Places of a worker: nobody has more than a share, and whoever has nothing in hand is never kept."""

from __future__ import annotations

import threading

import pytest

from webbuilder.events import AT_ONCE
from webbuilder.jobs.places import PLENTY, SHARE, Places, without_place


def test_who_has_a_share_in_hand_waits_alone() -> None:
    assert without_place({"busy": SHARE - AT_ONCE + 1, "quiet": SHARE - AT_ONCE}) == ["busy"]


def test_where_there_is_plenty_in_hand_all_wait_who_have_anything() -> None:
    in_hand = {str(number): 1 for number in range(PLENTY)}
    assert without_place(in_hand) == list(in_hand)


def test_what_is_expected_counts_until_it_is_done_or_forgotten() -> None:
    places = Places(lambda: None)
    places.expect("one", "maya")
    assert places.in_hand() == {"maya": 1}
    with places.held("one", "maya"):
        assert places.in_hand() == {"maya": 1}
    assert places.in_hand() == {}
    places.expect("begun elsewhere", "maya")
    places.forget()
    assert places.in_hand() == {}


def test_a_place_that_comes_free_is_told_where_somebody_waits_for_it() -> None:
    freed: list[str] = []
    places = Places(lambda: freed.append("freed"))
    for number in range(SHARE):
        places.expect(str(number), "maya")
    with places.held("last", "ravi"):
        pass
    assert freed == []
    for number in range(AT_ONCE):
        with places.held(str(number), "maya"):
            pass
    assert freed == ["freed"]


def test_an_ending_worker_waits_for_the_step_in_hand() -> None:
    places, under_way, over = Places(lambda: None), threading.Event(), threading.Event()

    def work() -> None:
        with places.held("one", "maya"), places.step("one"):
            under_way.set()
            over.wait()

    threading.Thread(target=work, daemon=True).start()
    under_way.wait()
    assert not places.close(0)
    over.set()
    assert places.close(10)


def test_an_ending_worker_begins_no_other_step() -> None:
    places, steps = Places(lambda: None), list[str]()
    held, goes_on = threading.Event(), threading.Event()

    def work() -> None:
        with places.held("one", "maya"):
            held.set()
            goes_on.wait()
            with places.step("one"):
                steps.append("begun")

    threading.Thread(target=work, daemon=True).start()
    held.wait()
    assert not places.close(0)
    goes_on.set()
    assert places.close(10)
    assert steps == []


def test_an_ending_worker_waits_for_nothing_that_is_tried_again() -> None:
    places = Places(lambda: None)
    with places.held("one", "maya"):
        with pytest.raises(OSError, match="busy"), places.step("one"):
            raise OSError("busy")
        assert places.close(0)
