"""What a target keeps from running is counted, and green only where that is excused."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.support.conftest import Specs


def test_what_the_target_lacks_is_not_run_and_green_only_where_it_may_be_missed(specs: Specs) -> None:
    feature = """
        Feature: F
          Example: All is well
            Given a site
          @needs.{}
          Example: Figures are kept
            Given a site
        """
    specs.feature(feature.format("metrics"))
    excused = specs.behave()
    specs.feature(feature.format("time_travel"))
    missed = specs.behave()
    assert (excused.code, missed.code) == (0, 1)
    assert excused.last_line == missed.last_line == "1 passed, 0 failed"
    assert missed.summary["outcomes"]["not_run"] == [
        {
            "case": "features/sites.feature#Figures are kept@none/none",
            "because": "the target has no time_travel",
        }
    ]
    assert "nothing excuses that" in missed.output


def test_on_a_production_target_only_what_is_meant_for_it_runs(specs: Specs) -> None:
    specs.feature(
        """
        Feature: F
          @smoke
          Example: All is well
            Given a site
          @monitor
          Example: All is still well
            Given a site
          @needs.time_travel
          Example: A site is given up
            Given a site
        """
    )
    run = specs.behave("-D", "target=live")
    assert (run.code, run.last_line) == (0, "2 passed, 0 failed"), run.output
    assert run.summary["outcomes"]["not_run"] == [
        {
            "case": "features/sites.feature#A site is given up@none/none",
            "because": "this target is production and only @smoke and @monitor run there",
        }
    ]
    assert "(that is excused)" in run.output


def test_a_run_in_which_everything_is_excused_proves_nothing_and_exits_3(specs: Specs) -> None:
    specs.feature("Feature: F\n  @needs.metrics\n  Example: Figures are kept\n    Given a site\n")
    assert specs.behave().code == 3
