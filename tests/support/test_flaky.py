"""What `make flaky` says of cases that it repeated."""

from __future__ import annotations

from collections import Counter

from support.case import Case
from support.commands.flaky import Repeating, Tally, bounds


def case(title: str, engine: str) -> Case:
    channel = "browser" if engine != "none" else "api"
    return Case("features/a.feature", "A", None, title, None, 3, frozenset(), channel, engine)  # type: ignore[arg-type]


def test_what_never_flipped_has_an_upper_bound_for_each_browser() -> None:
    found: Tally = {
        case("one", "firefox"): {1: Counter(passed=20), 2: Counter(passed=20)},
        case("two", "firefox"): {1: Counter(passed=20), 2: Counter(passed=20)},
        case("one", "none"): {1: Counter(passed=10)},
    }
    assert bounds(found) == [
        "api: 0 of 10 did not pass; fewer than 30.0% of them flip (3/n, 95 %)",
        "firefox: 0 of 80 did not pass; fewer than 3.8% of them flip (3/n, 95 %)",
    ]


def test_there_is_no_bound_where_one_did_not_pass() -> None:
    found: Tally = {case("one", "webkit"): {1: Counter(passed=19, failed=1)}}
    assert bounds(found) == ["webkit: 1 of 20 did not pass"]


def test_each_run_has_a_seed_of_its_own_and_the_browsers_that_were_asked_for() -> None:
    command = Repeating(3, ("@journey",), ("features/systems",), "chromium,webkit").command(2, 3, "there")
    assert command[2:] == [
        *("behave", "--jobs", "2", "--tags=@journey", "-D", "seed=3", "-D", "reports=there"),
        *("-D", "engines=chromium,webkit", "features/systems"),
    ]
