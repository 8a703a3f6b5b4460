"""Rules of the runner and of its account that are easily lost in a change: one test holds each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from behave.parser import parse_feature

from support.case import Case
from support.commands.account import account, breaches
from support.history import state_of
from support.record import reading
from support.record.reading import Record
from support.runner.attempt import Attempt
from support.runner.narrowing import keep_what_failed, refuse_other_plan
from support.runner.plan import Plan
from support.runner.refusals import RunRefused
from tests.support.conftest import STEPS, Specs
from tests.support.test_cheats import GOOD, RECORD, caught

if TYPE_CHECKING:
    from support.runner.attempt import Ending

STOPPED = """
    Feature: F
      Example: A site is seen
        Given a site
      Example: Somebody stops the run
        When somebody sends the signal SIGINT
    """
SHARED = """
    @smoke
    Feature: F
      Example: A site is seen
        Given a site
      Example: A site is kept
        Given a site
    """


def planned(*titles: str) -> Plan:
    """Return a plan with a case of each title."""
    text = "Feature: F\n" + "".join(f"  Example: {title}\n    Given a site\n" for title in titles)
    plan = Plan()
    for one in parse_feature(text).walk_scenarios():
        plan.add(Case("f.feature", "F", None, one.name, None, one.line, frozenset(), "api"), one)
    return plan


def of_last_time(plan: Plan, **facts: object) -> Record:
    """Return a record that has the cases of this plan."""
    return Record(Path("last.ndjson"), facts=facts, cases={case.id: case for case in plan})


def test_a_run_does_not_go_on_with_other_code(specs: Specs) -> None:
    specs.feature(STOPPED)
    assert specs.behave("-D", "order=written").code == 130
    specs.write("features/steps/site_steps.py", STEPS + "\n# a remark\n")
    run = specs.behave("-D", "order=written", "-D", "resume=yes")
    caught(run, 2, f"This run cannot go on from {RECORD}: it had the code files+", "Leave resume out.")


@pytest.mark.parametrize(
    ("fact", "words", "then", "now"),
    [
        ("state", "the code", "cafe", "cafe+1"),
        ("target", "the target", "embedded", "live"),
        ("faults", "the faults", [], ["any-address-will-do"]),
        ("asked", "the settings", {"channel": None}, {"channel": "api"}),
    ],
)
def test_a_run_does_not_go_on_where_something_else_was_asked(
    fact: str, words: str, then: object, now: object
) -> None:
    plan = planned("One")
    facts: dict[str, Any] = {"state": "1", "target": "t", "faults": [], "asked": {}, "seed": 1, fact: then}
    last = of_last_time(plan, **facts)
    refuse_other_plan(plan, {**facts, "seed": 2}, last)
    with pytest.raises(RunRefused) as refused:
        refuse_other_plan(plan, {**facts, fact: now}, last)
    assert f"cannot go on from last.ndjson: it had {words} {then}, and this one has {now}" in str(
        refused.value
    )


def test_one_capability_that_may_be_missed_does_not_excuse_another(specs: Specs) -> None:
    specs.feature(
        GOOD.replace("Example: A site is", "@needs.metrics @needs.time_travel\n      Example: A site is")
    )
    told = "1 not run, because the target has no metrics, no time_travel (nothing excuses that)"
    caught(specs.behave(), 1, told)


@pytest.mark.parametrize(
    ("outcome", "endings"),
    [("be lost", ["failed"]), ("burst", ["interrupted"] * 3)],
    ids=["judged", "raised"],
)
def test_what_a_then_found_is_not_taken_back_by_a_loss(
    specs: Specs, outcome: str, endings: list[Ending]
) -> None:
    specs.feature(f"Feature: F\n  Example: A site\n    Given a site\n    Then it should {outcome}\n")
    specs.write(
        "features/environment.py",
        """
        def after_scenario(context, scenario):
            context.plan.interrupted(context.plan.case_of(scenario), "the browser was lost")
        """,
    )
    caught(specs.behave(), 1)
    assert [one.ending for one in reading.read(specs.folder / RECORD).attempts] == endings


def test_a_step_that_swallows_the_limit_does_not_pass(specs: Specs) -> None:
    specs.write(
        "features/steps/deaf_steps.py",
        """
        import signal
        from behave import when
        from support.runner.lane import CaseHung

        @when("somebody will not be ended")
        def deaf(context):
            '''Go on whatever happens.'''
            try:
                signal.pause()
            except CaseHung:
                print("let me be")
        """,
    )
    specs.feature("Feature: F\n  Example: Deaf\n    When somebody will not be ended\n")
    run = specs.behave("-D", "limit=1")
    caught(run, 1, "it took ", " s, and 1 s is the limit of a case")
    assert run.last_line == "0 passed, 1 failed"


@pytest.mark.parametrize("name", ["features/sites.feature", "features/new.feature"], ids=["known", "new"])
def test_what_changed_files_hold_belongs_to_the_state(specs: Specs, name: str) -> None:
    specs.feature(GOOD)
    specs.commit()
    states = [state_of(specs.folder)]
    for remark in ("one", "two", "one"):
        specs.feature(f"{GOOD}# {remark}\n", name)
        states.append(state_of(specs.folder))
    assert len(set(states)) == 3
    assert states[1] == states[3]


def test_shards_against_different_targets_are_not_one_account(
    specs: Specs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MM_HISTORY", str(specs.folder / "told.sqlite3"))
    specs.feature(SHARED)
    records = []
    for number, target in ((1, "embedded"), (2, "live")):
        assert specs.behave("-D", f"shard={number}/2", "-D", f"target={target}").code == 0
        records.append((specs.folder / RECORD).rename(specs.folder / f"{number}.ndjson"))
    assert account(records) == 2
    told = capsys.readouterr().out
    assert f"{records[1]} had the target live, and {records[0]} had embedded: run all shards on one" in told


@pytest.mark.parametrize("fact", ["state", "target", "faults"])
def test_shards_are_of_one_state_target_and_platform(fact: str) -> None:
    facts = {"shards": "whole", "state": "1", "target": "t", "faults": []}
    first, other = (Record(Path(f"{one}"), facts={**facts, "shard": [one, 2]}) for one in (1, 2))
    assert breaches([first, other]) == []
    other.facts[fact] = "another"
    assert [f"2 had the {fact} another" in one for one in breaches([first, other])] == [True]


@pytest.mark.parametrize("status", ["SKIPPED", "UNKNOWN", "FAILED"])
def test_cheat_passed_by_a_step_that_did_not(specs: Specs, status: str) -> None:
    specs.feature(GOOD)
    specs.write(
        "features/environment.py",
        f"""
        from pathlib import Path
        def after_all(context):
            record = Path("{RECORD}")
            record.write_text(record.read_text().replace('"PASSED"', '"{status}"', 1))
        """,
    )
    says = f"is said to have passed, and its steps say {', '.join(sorted(['PASSED', status]))}"
    caught(specs.behave(), 2, says, "Do not trust this run")


def test_rerun_runs_everything_again_that_did_not_pass() -> None:
    outcomes = ("passed", "failed", "flaky", "quarantined", "not_run")
    plan = planned(*outcomes)
    last = of_last_time(plan)
    last.outcomes = [{"case": case.id, "outcome": case.title} for case in plan]
    assert keep_what_failed(plan, last) == ""
    assert [case.title for case in plan] == ["failed", "flaky", "quarantined", "not_run"]
    assert plan.left_out == {"f.feature#passed@none/none": "it passed last time"}


def test_rerun_after_a_run_that_was_killed_runs_what_it_did_not_see_pass() -> None:
    endings: tuple[Ending, ...] = ("passed", "failed", "not_run", "interrupted", "stopped")
    plan = planned(*endings, "never begun")
    last = of_last_time(plan)
    last.attempts = [
        Attempt(case, 0, "here:1", 0.0, 0.1, ending) for case, ending in zip(plan, endings, strict=False)
    ]
    assert keep_what_failed(plan, last) == ""
    assert [case.title for case in plan] == ["failed", "not_run", "interrupted", "stopped", "never begun"]
