"""The harness tries to cheat itself: each of these would be a silent green, and each fails the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.bench.measuring import Figure

if TYPE_CHECKING:
    from tests.support.conftest import Run, Specs

GOOD = """
    @system @publishing
    Feature: Publishing a site
      Example: A published site is seen
        Given a site
        Then it should be seen
      Example: A site is kept
        Given a site
        Then it should be seen
    """
RECORD = "reports/run/messages.ndjson"


LOST = GOOD.replace("Then it should be seen\n      Example", "Then it should be lost\n      Example")
QUARANTINED = GOOD.replace(
    "      Example: A site is kept", "      @quarantine\n      Example: A site is kept"
)


def caught(run: Run, code: int, *words: str) -> None:
    """The run ended by this exit code, and said so in these words."""
    assert run.code == code, run.output
    for one in words:
        assert one in run.output


def test_cheat_empty_selection(specs: Specs) -> None:
    specs.feature(GOOD)
    caught(specs.behave("--tags=@smoke"), 3, "Nothing was selected")


def test_cheat_all_skipped(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.write("features/environment.py", "def before_scenario(context, scenario): scenario.skip()\n")
    caught(specs.behave(), 1, "2 not run, because behave left it skipped (nothing excuses that)")


def test_cheat_all_drafts(specs: Specs) -> None:
    specs.feature(GOOD.replace("@system", "@system @draft"))
    caught(specs.behave(), 3, "Nothing was selected")


def test_cheat_capability_misspelt(specs: Specs) -> None:
    specs.feature(GOOD.replace("@system", "@system @needs.mailbx"))
    caught(specs.behave(), 2, "@needs.mailbx, which nobody knows; did you mean @needs.mailbox?")


def test_cheat_undefined_step(specs: Specs) -> None:
    specs.feature(GOOD.replace("Then it should be seen", "Then it should be scene"))
    caught(specs.behave(), 2, 'no definition for the step "Then it should be scene"')


def test_cheat_formatter_that_writes_nothing(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.write(
        "features/environment.py",
        """
        from support.reporting.allure import AllureFormatter
        AllureFormatter.attempt_ended = lambda *words, **named: None
        """,
    )
    caught(specs.behave(), 2, "differ from the record: 2 are missing, 0 too many", "Do not trust this run")


def test_cheat_results_of_nobody(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.write(
        "features/environment.py",
        """
        from pathlib import Path
        def after_all(context):
            Path("reports/allure-results/of-nobody-result.json").write_text('{"historyId": "somebody"}')
        """,
    )
    caught(specs.behave(), 2, "0 are missing, 1 too many")


@pytest.mark.parametrize("part", [0.97, 0.4])
def test_cheat_record_truncated(specs: Specs, part: float) -> None:
    specs.feature(GOOD)
    specs.write(
        "features/environment.py",
        f"""
        import os
        def after_all(context):
            os.truncate("{RECORD}", int(os.path.getsize("{RECORD}") * {part}))
        """,
    )
    run = specs.behave()
    assert run.code == 2, run.output
    assert "Do not trust this run" in run.output or "does not say what was planned" in run.output


def test_cheat_record_without_an_attempt(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.write(
        "features/environment.py",
        f"""
        from pathlib import Path
        def after_all(context):
            record = Path("{RECORD}")
            lines = record.read_text().splitlines(keepends=True)
            record.write_text("".join(line for line in lines if "A site is kept@none/none/0" not in line))
        """,
    )
    run = specs.behave()
    assert run.code == 2, run.output
    assert "differ from the record: 0 are missing, 1 too many" in run.output


def test_cheat_hook_that_swallows_a_failing_step(specs: Specs) -> None:
    specs.feature(
        GOOD.replace("Then it should be seen\n      Example", "Then it should be lost\n      Example")
    )
    specs.write(
        "features/environment.py",
        """
        from behave.model_type import Status
        def after_step(context, step):
            step.status = Status.passed
        """,
    )
    caught(specs.behave(), 1, "a step raised AssertionError", "and a hook called it passed")


def test_cheat_hook_that_swallows_a_failing_scenario(specs: Specs) -> None:
    specs.feature(
        GOOD.replace("Then it should be seen\n      Example", "Then it should be lost\n      Example")
    )
    specs.write(
        "features/environment.py",
        """
        def after_scenario(context, scenario):
            for step in scenario.all_steps:
                step.reset()
            scenario.set_status("passed")
        """,
    )
    run = specs.behave()
    assert run.code == 1, run.output
    assert run.last_line == "1 passed, 1 failed"


def test_cheat_then_without_assertion(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.write(
        "features/environment.py",
        """
        from types import SimpleNamespace
        from support.judging import Judge
        def before_scenario(context, scenario):
            judge = Judge()
            context.world = SimpleNamespace(judge=judge, end_step=judge.end)
        def before_step(context, step):
            context.world.judge.begin(step.step_type, step.name)
        """,
    )
    run = specs.behave()
    assert (run.code, run.last_line) == (1, "0 passed, 2 failed"), run.output
    assert "no assertion was evaluated by “it should be seen”" in run.output


def test_cheat_scenario_deleted(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.lock()
    specs.feature(GOOD[: GOOD.index("  Example: A site is kept")])
    caught(specs.behave(lock=False), 2, "A site is kept", "make steps")


def test_cheat_bound_loosened(specs: Specs) -> None:
    timed = GOOD.replace("Then it should be seen", "Then it should be seen within {} seconds")
    specs.write(
        "features/steps/timed_steps.py",
        """
        from behave import then
        @then("it should be seen within {count:d} seconds")
        def seen_in_time(context, count):
            '''Visitors read it in time.'''
        """,
    )
    specs.feature(timed.format(1, 1))
    specs.lock()
    specs.feature(timed.format(1, 5))
    caught(specs.behave(lock=False), 2, "within 1 second", "within 5 seconds", "looser")


def test_cheat_lock_deleted(specs: Specs) -> None:
    specs.feature(GOOD)
    caught(specs.behave(lock=False), 2, "promises.lock is missing")


def test_cheat_quarantine_expired_or_bare(specs: Specs) -> None:
    specs.feature(
        GOOD.replace("      Example: A site is kept", "      @quarantine\n      Example: A site is kept")
    )
    caught(specs.behave(), 2, "is tagged @quarantine and has no entry")
    entry = """
        [[case]]
        scenario = "features/sites.feature#A site is kept"
        owner = "ops"
        reason = "it flips"
        issue = "#7"
        expires = {}
        """
    specs.write("features/quarantine.toml", entry.format("2001-01-01"))
    caught(specs.behave(), 2, "2001-01-01", "ops")
    specs.write("features/quarantine.toml", entry.format("2999-01-01"))
    caught(specs.behave(), 0)


def test_a_quarantined_failure_is_shown_and_does_not_fail_the_run(specs: Specs) -> None:
    first, kept = GOOD.split("      Example: A site is kept")
    kept = kept.replace("it should be seen", "it should be lost")
    specs.feature(f"{first}      @quarantine\n      Example: A site is kept{kept}")
    specs.write(
        "features/quarantine.toml",
        '[[case]]\nscenario = "features/sites.feature#A site is kept"\nowner = "ops"\nreason = "it flips"\n'
        'issue = "#7"\nexpires = 2999-01-01\n',
    )
    run = specs.behave()
    assert (run.code, run.summary["outcomes"]["quarantined"]) == (0, 1), run.output
    assert "quarantined by ops until 2999-01-01: it flips" in run.output


@pytest.mark.parametrize(("value", "samples"), [(0.0, 0), (float("nan"), 3)])
def test_cheat_zero_samples_in_a_budget(value: float, samples: int) -> None:
    assert not Figure("a promise", value, "s", 2.0, samples=samples).kept
    assert Figure("a promise", 1.0, "s", 2.0, samples=3).kept
