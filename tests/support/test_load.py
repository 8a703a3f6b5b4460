"""A load: what it counts, when it is void, and that whoever stands still for two seconds is seen to."""

from __future__ import annotations

import math
import time
from collections import Counter

import pytest

from support.load import putting
from support.load.notes import ANSWER, VISIT, Notes, Seen, percentile, rounded
from support.load.outcome import LoadTold
from support.load.page import seconds
from support.load.plan import Part, Plan, Size
from support.load.playing import CannotBeLoad, role_of
from support.load.putting import LoadVoid
from support.load.timed import Watch

LOOKS = Part("visitors", 100, "features/qualities/a_thousand.feature", "A visitor looks around")
GIVEN = 'Maya has published the site "Spring Sale" with a sign-up form that starts "welcome"'
SIZE = Size("tiny", 3, 1, 1, 2)


def plan(size: Size = SIZE) -> Plan:
    return Plan(size, (LOOKS,), 7, (GIVEN,), {"Spring Sale": "http://a.localhost"}, "embedded", {})


def notes(*milliseconds: float, busy: float = 0.1) -> Notes:
    counted = Notes(busy=[busy])
    for number, one in enumerate(milliseconds):
        counted.note(ANSWER, "Priya visits", one, "", float(number))
    return counted


def test_a_plan_is_read_as_it_was_written() -> None:
    assert Plan.read(plan().written()) == plan()


@pytest.mark.parametrize(("took", "told"), [(7.4, 7), (99.6, 100), (104, 100), (1049, 1000), (1051, 1100)])
def test_times_are_kept_to_two_digits(took: float, told: int) -> None:
    assert rounded(took) == told


def test_percentiles_of_all_and_of_none() -> None:
    times = Counter({10: 94, 500: 5, 9000: 1})
    assert [percentile(times, share) for share in (0.5, 0.95, 0.99, 1.0)] == [10, 500, 500, 9000]
    assert math.isnan(percentile(Counter(), 0.95))


def test_notes_of_several_processes_are_added() -> None:
    first, second = notes(10, 20), notes(30, busy=0.4)
    second.note(VISIT, "A visitor looks around", 40, "PromiseBroken: gone", 0.5)
    first.add(Notes.read(second.told()))
    assert first.all_of(ANSWER).times == Counter({10: 1, 20: 1, 30: 1})
    assert first.kinds[(VISIT, "A visitor looks around")] == Seen(
        Counter({40: 1}), Counter({"PromiseBroken: gone": 1})
    )
    assert first.busy == [0.1, 0.4]
    assert first.seconds[0].many == 2


def test_what_came_is_told() -> None:
    seen = notes(*[10] * 99, 3000)
    seen.note(VISIT, LOOKS.title, 20, "", 0.0)
    seen.note(VISIT, LOOKS.title, 20, "Refused: gone", 0.0)
    told = LoadTold("Readers, many", SIZE, seen, notes(1))
    assert (told.answers, told.within(95), told.within(100)) == (100, 0.01, 3.0)
    assert (told.done(LOOKS.title), told.done("nothing")) == (1, 0)
    assert told.otherwise == ("1 × A visitor looks around: Refused: gone",)
    assert told.slug == "readers-many"
    assert told.told()["failed"] == 1
    assert [seconds(one) for one in (18.4, 1500)] == ["18 ms", "1.5 s"]


def test_the_first_answer_counts_from_when_the_visit_was_due() -> None:
    watch = Watch()
    watch.visit(time.monotonic() - 5)
    late = time.monotonic() - watch.starts()
    assert late == pytest.approx(5, abs=0.1)
    assert time.monotonic() - watch.starts() < 1


@pytest.mark.parametrize(
    ("part", "because"),
    [
        (Part("visitors", 100, LOOKS.path, "The readers of a newspaper"), "not tagged @load"),
        (Part("visitors", 100, LOOKS.path, "An owner writes"), "takes as given: Maya has the site"),
    ],
)
def test_bad_input_a_scenario_that_cannot_be_load(part: Part, because: str) -> None:
    with pytest.raises(CannotBeLoad, match=because):
        role_of(part, (GIVEN,))


def test_an_owner_may_bring_about_what_does_not_hold() -> None:
    role = role_of(Part("owners", 100, LOOKS.path, "An owner writes"), (GIVEN,))
    assert [call.kind for call in role.given] == ["given"]
    assert [call.kind for call in role.done] == ["when", "then"]


@pytest.mark.parametrize(
    ("nothing", "load", "because"),
    [
        (Notes(busy=[0.1]), notes(1), "asking a server that does nothing brought no answer"),
        (notes(900), notes(1), r"a server that does nothing took 900 ms \(p95\)"),
        (notes(1), Notes(busy=[0.1]), "the load brought no answer at all"),
        (notes(1), notes(1, busy=0.93), "the load took 93% of a core"),
    ],
)
def test_bad_input_a_load_that_says_nothing(
    monkeypatch: pytest.MonkeyPatch, nothing: Notes, load: Notes, because: str
) -> None:
    comes = iter([nothing, load])
    monkeypatch.setattr(putting, "_put", lambda *_: next(comes))
    with pytest.raises(LoadVoid, match=because):
        putting.put(plan())


def test_bad_input_locust_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(putting, "find_spec", lambda _: None)
    with pytest.raises(LoadVoid, match="Locust is not installed"):
        putting.put(plan())
