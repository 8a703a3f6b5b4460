"""What hooks, steps and other runs could do to a run without its saying so: each fails it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.test_cheats import GOOD, LOST, RECORD, caught

if TYPE_CHECKING:
    from tests.support.conftest import Specs

RAISING = "raise RuntimeError('the broom broke')"
SWEEP = f"def sweep(): {RAISING}\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    "environment",
    [
        f"def after_feature(context, feature): {RAISING}",
        f"def after_tag(context, tag): {RAISING}",
        f"{SWEEP}def before_feature(context, feature): context.add_cleanup(sweep)",
        f"{SWEEP}def before_scenario(context, scenario): context.add_cleanup(sweep, layer='feature')",
    ],
    ids=["after_feature", "after_tag", "cleanup of a feature", "cleanup left to the feature"],
)
def test_cheat_failed_hook_outside_of_the_scenario(specs: Specs, environment: str, jobs: str) -> None:
    specs.feature(GOOD.replace("@system", "@system @browser"))
    specs.write("features/environment.py", environment + "\n")
    run = specs.behave("--jobs", jobs)
    assert (run.code, run.last_line) == (1, "0 passed, 2 failed"), run.output
    assert "the broom broke" in run.output


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    "environment",
    [
        f"def after_all(context): {RAISING}",
        f"{SWEEP}def before_all(context): context.add_cleanup(sweep)",
    ],
    ids=["after_all", "cleanup of the run"],
)
def test_cheat_end_that_fails(specs: Specs, environment: str, jobs: str) -> None:
    specs.feature(GOOD.replace("@system", "@system @browser"))
    specs.write("features/environment.py", environment + "\n")
    caught(specs.behave("--jobs", jobs), 2, "the broom broke")


def test_cheat_hook_that_takes_back_what_a_step_raised(specs: Specs) -> None:
    specs.feature(LOST)
    specs.write(
        "features/environment.py",
        """
        from behave.model_type import Status
        def after_step(context, step):
            step.status, step.exception, step.error_message = Status.passed, None, None
        """,
    )
    caught(specs.behave(), 1, "a step raised AssertionError", "and a hook called it passed")


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ("import sys\nsys.exit(0)", 2),
        ("import sys\ndef before_all(context): sys.exit(0)", 2),
        ("import sys\ndef after_all(context): sys.exit(0)", 2),
        ("import sys\ndef before_scenario(context, scenario): sys.exit(0)", 2),
        ("import sys\ndef after_step(context, step): sys.exit(0)", 2),
    ],
    ids=["loading", "before_all", "after_all", "before_scenario", "after_step"],
)
def test_cheat_leaving_by_sys_exit(specs: Specs, environment: str, code: int) -> None:
    specs.feature(GOOD)
    specs.write("features/environment.py", environment + "\n")
    run = specs.behave()
    assert run.code == code, run.output
    assert "sys.exit" in run.output or "SystemExit" in run.output


def test_cheat_step_that_leaves_by_sys_exit(specs: Specs) -> None:
    specs.feature(
        GOOD.replace("Then it should be seen\n      Example", "Then it should leave\n      Example")
    )
    specs.write(
        "features/steps/leaving_steps.py",
        """
        import sys
        from behave import then
        @then("it should leave")
        def leaves(context):
            sys.exit(0)
        """,
    )
    run = specs.behave()
    assert (run.code, run.last_line) == (1, "1 passed, 1 failed"), run.output
    assert "a step or a hook left by sys.exit(0)" in run.output


def test_cheat_record_of_another_run(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.write(
        "features/environment.py",
        f"""
        from pathlib import Path
        def after_all(context):
            record = Path("{RECORD}")
            lines = record.read_text().splitlines(keepends=True)
            plan = next(line for line in lines if '\\\\"kind\\\\": \\\\"plan' in line)
            run = plan.split('\\\\"run\\\\": \\\\"')[1].split('\\\\"')[0]
            record.write_text("".join(lines).replace(run, "f00d"))
        """,
    )
    caught(specs.behave(), 2, "was written by another run, f00d, meanwhile")


def test_cheat_case_taken_out_of_plan_record_and_report(specs: Specs) -> None:
    specs.feature(LOST)
    specs.write(
        "features/environment.py",
        f"""
        import json
        from pathlib import Path
        def after_all(context):
            record = Path("{RECORD}")
            kept = []
            for line in record.read_text().splitlines(keepends=True):
                envelope = json.loads(line)
                own = envelope.get("attachment", {{}})
                if '"kind": "plan"' in own.get("body", ""):
                    plan = json.loads(own["body"])
                    plan["cases"] = [one for one in plan["cases"] if "published" not in one["case"]]
                    own["body"] = json.dumps(plan)
                    line = json.dumps(envelope) + "\\n"
                elif "published site is seen@" in line:
                    continue
                kept.append(line)
            record.write_text("".join(kept))
            for file in Path("reports/allure-results").glob("*-result.json"):
                if "published" in file.read_text(): file.unlink()
        """,
    )
    caught(specs.behave(), 2, "does not hold the plan of this run", "A published site is seen@none/none")


def test_cheat_allure_result_that_calls_a_failure_passed(specs: Specs) -> None:
    specs.feature(LOST)
    specs.write(
        "features/environment.py",
        """
        from pathlib import Path
        def after_all(context):
            for file in Path("reports/allure-results").glob("*-result.json"):
                file.write_text(file.read_text().replace('"failed"', '"passed"'))
        """,
    )
    caught(specs.behave(), 2, "differ from the record")


def test_two_runs_do_not_write_one_record(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.write(
        "features/environment.py",
        """
        import time
        from pathlib import Path
        def after_all(context):
            while not Path("go").exists():
                time.sleep(0.05)  # the test says by this file alone that the first run may end
        """,
    )
    specs.lock()
    first = specs.start()
    while not (specs.folder / RECORD).exists():
        assert first.poll() is None
    second = specs.behave(lock=False)
    (specs.folder / "go").touch()
    first.communicate()
    assert second.code == 2, second.output
    assert "Another run is writing" in second.output
