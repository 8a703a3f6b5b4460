"""The runner accounts for every planned case and leaves by the right exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.support.conftest import Specs

WHOLE = """
    @journey @publishing @req.SYS-CRM @req.E2E-JOURNEY
    Feature: Publishing a site
      Maya decides when the world sees her offers.

      Rule: Visitors see what was published
        Example: A published site is seen
          Given a site with the attributes
            | name | headline |
            | Sale | 20% off  |
          When Maya publishes the site "Sale"
          Then it should be seen

        @api
        Example: A site keeps a long text
          Given a site with the attributes
            \"\"\"
            A long text
            \"\"\"
          When Maya publishes the site "Sale"
          Then it should be seen

        Scenario Outline: Every site is seen
          Given a site
          When Maya publishes the site "<name>"
          Then it should be seen

          Examples:
            | name  |
            | Sale  |
            | Bread |

        @draft
        Example: Nobody has written this
          Given something that has no words yet
    """

FAILING = """
    @journey @req.SYS-CRM
    Feature: Publishing a site
      Example: A site is lost
        Given a site
        Then it should be lost
      Example: The line is dead
        Given a site
        Then it should burst
      Example: All is well
        Given a site
        Then it should be seen
    """

BROKEN_BROOM = """
    def sweep(): raise RuntimeError('the broom broke')
    def before_scenario(context, scenario): context.add_cleanup(sweep)
    """


def test_a_green_run_accounts_for_every_case_and_exits_0(specs: Specs) -> None:
    specs.feature(WHOLE)
    run = specs.behave("-D", "seed=7")
    assert run.code == 0, run.output
    assert run.last_line == "4 passed, 0 failed"
    summary = run.summary
    assert summary["planned"] == 4
    assert summary["scenarios"] == 3
    assert summary["outcomes"] == {"passed": 4, "failed": 0, "flaky": 0, "quarantined": 0, "not_run": []}
    assert summary["requirements"] == {"SYS-CRM": {"scenarios": 3, "passed": 3, "failed": 0, "not_run": 0}}
    assert "Order by seed 7" in run.output
    assert (summary["target"], summary["seed"], summary["engines"]) == ("embedded", 7, [])
    assert set(summary) == {
        *("planned", "scenarios", "outcomes", "failures", "acted_in", "requirements", "engines"),
        *("contracts", "duration_s", "target", "faults", "commit", "seed"),
    }


def test_a_failure_is_named_with_its_requirements_and_exits_1(specs: Specs) -> None:
    specs.feature(FAILING)
    run = specs.behave()
    assert run.code == 1
    assert run.last_line == "1 passed, 2 failed"
    assert '“A site is lost” on chromium (SYS-CRM) failed at "Then it should be lost"' in run.output
    assert "visitors should read nothing Expected: nothing but: was 'Hello'" in run.output
    assert "Traceback" not in run.output
    assert run.summary["requirements"]["SYS-CRM"] == {"scenarios": 3, "passed": 1, "failed": 2, "not_run": 0}


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ("def after_scenario(context, scenario): raise RuntimeError('a hook broke')", "a hook broke"),
        ("def before_scenario(context, scenario): raise RuntimeError('a hook broke')", "a hook broke"),
        (BROKEN_BROOM, "while cleaning up: sweep: RuntimeError: the broom broke"),
    ],
    ids=["after_scenario", "before_scenario", "cleanup"],
)
def test_a_failing_hook_or_cleanup_is_a_failure(specs: Specs, environment: str, reason: str) -> None:
    specs.feature("Feature: F\n  Example: All is well\n    Given a site\n")
    specs.write("features/environment.py", environment)
    run = specs.behave()
    assert run.code == 1, run.output
    assert run.last_line == "0 passed, 1 failed"
    assert reason in run.output
    assert run.allure["All is well"]["status"] == "broken"


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_stopped_run_still_writes_its_summary_and_exits_130(specs: Specs, name: str) -> None:
    specs.feature(
        f"""
        Feature: F
          Example: All is well
            Given a site
          Example: Somebody loses patience
            When somebody sends the signal {name}
          Example: Nobody came so far
            Given a site
        """
    )
    run = specs.behave("-D", "order=written")
    assert run.code == 130, run.output
    assert [one["because"] for one in run.summary["outcomes"]["not_run"]] == ["stopped", "stopped"]
    assert "Traceback" not in run.output
    assert set(run.allure) == {"All is well"}, "what was broken off has no result"
    assert run.last_line == "1 passed, 0 failed"


@pytest.mark.parametrize("hook", ["before_all", "after_all"])
def test_a_run_that_cannot_begin_or_end_says_so_and_exits_2(specs: Specs, hook: str) -> None:
    specs.feature("Feature: F\n  Example: All is well\n    Given a site\n")
    specs.write("features/environment.py", f"def {hook}(context): raise RuntimeError('Port 1 is in use.')\n")
    run = specs.behave()
    assert run.code == 2
    assert "Port 1 is in use." in run.output
    assert "ABORTED" not in run.output
    assert "Traceback" not in run.output
    assert run.summary["planned"] == 1


def test_stop_at_the_first_failure_accounts_for_the_rest(specs: Specs) -> None:
    specs.feature(FAILING)
    run = specs.behave("--stop", "-D", "order=written")
    assert run.code == 1
    assert len(run.summary["outcomes"]["not_run"]) == 2


def test_the_channel_of_the_run_and_a_line_select_and_turn(specs: Specs) -> None:
    specs.feature(WHOLE)
    run = specs.behave("-D", "channel=api", "features/sites.feature:7")
    assert run.code == 0, run.output
    assert run.last_line == "1 passed, 0 failed"
    assert run.allure["A published site is seen"]["parameters"] == [{"name": "channel", "value": "api"}]


def test_each_engine_has_its_own_case_of_a_browser_scenario(specs: Specs) -> None:
    specs.feature(WHOLE)
    run = specs.behave("-D", "engines=chromium,firefox")
    assert run.summary["planned"] == 7
    assert run.summary["scenarios"] == 3
    assert run.last_line == "7 passed, 0 failed"


def test_what_the_hooks_note_is_in_the_summary(specs: Specs) -> None:
    specs.feature(WHOLE)
    specs.write(
        "features/environment.py",
        """
        ENGINE = {"name": "chromium", "version": "1", "driver": "playwright-cdp", "substitution": None}
        def before_scenario(context, scenario):
            case = context.plan.case_of(scenario)
            if case.row:
                context.plan.not_run(case, "the page shows another width")
            elif case.channel == "browser":
                context.plan.note(case, acted_in="browser", trace_id="0af7", engine=ENGINE)
            context.plan.note(case, acted_in="api")
        """,
    )
    run = specs.behave()
    assert run.code == 1
    assert run.summary["acted_in"] == {"browser": 1, "api": 3}
    assert [engine["driver"] for engine in run.summary["engines"]] == ["playwright-cdp"]
    assert run.summary["requirements"]["E2E-JOURNEY"] == {
        "scenarios": 2,
        "passed": 1,
        "failed": 0,
        "not_run": 1,
    }
    assert len(run.summary["outcomes"]["not_run"]) == 2


def test_a_dry_run_runs_nothing_and_writes_nothing(specs: Specs) -> None:
    specs.feature(FAILING)
    run = specs.behave("--dry-run")
    assert run.code == 0, run.output
    assert "features/sites.feature:4 A site is lost" in run.output
    assert not (specs.folder / "reports/run").exists()
    specs.feature("Feature: F\n  Example: Later\n    Given a sight\n")
    undefined = specs.behave("--dry-run")
    assert undefined.code == 1
    assert 'no definition for the step "Given a sight"' in undefined.output
