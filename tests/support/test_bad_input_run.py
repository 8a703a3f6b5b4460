"""What people get wrong before a run: one sentence, the right exit code, no stack trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.support.conftest import Run, Specs

GOOD = """
    @journey
    Feature: Publishing a site
      Example: A published site is seen
        Given a site
        When Maya publishes the site "Sale"
        Then it should be seen
    """


def _refused(run: Run, *words: str, code: int = 2) -> None:
    assert run.code == code, run.output
    for word in words:
        assert word in run.output
    assert "Traceback" not in run.output
    assert run.last_line == "0 passed, 0 failed"
    assert not (run.folder / "reports/run/summary.json").exists()


def test_bad_input_unknown_target(specs: Specs) -> None:
    specs.feature(GOOD)
    run = specs.behave("-D", "target=moon")
    _refused(run, "There is no target moon; the targets are embedded, live.")


def test_bad_input_unknown_setting(specs: Specs) -> None:
    specs.feature(GOOD)
    run = specs.behave("-D", "chanel=api")
    _refused(run, "There is no setting -D chanel (did you mean channel?)", "timeout_scale")


def test_bad_input_setting_that_does_not_take_the_value(specs: Specs) -> None:
    specs.feature(GOOD)
    run = specs.behave(MM_CHANNEL="telepathy")
    _refused(run, "The setting channel (-D channel=… or MM_CHANNEL)", "'telepathy'")


def test_bad_input_unknown_tag(specs: Specs) -> None:
    specs.feature(GOOD.replace("@journey", "@journey @publishin @req.SYS-CMR @needs.mailbx"))
    run = specs.behave()
    _refused(
        run,
        "features/sites.feature:3 has the tag @publishin, which nobody knows; did you mean @publishing?",
        "did you mean @needs.mailbox?",
        "@req.SYS-CMR",
    )


def test_bad_input_unknown_tag_asked_for(specs: Specs) -> None:
    specs.feature(GOOD)
    says = "The tag @jurney was asked for, which nobody knows; did you mean @journey?"
    _refused(specs.behave("--tags=@journey and not @jurney"), says)


def test_bad_input_undefined_step(specs: Specs) -> None:
    specs.feature(GOOD.replace("Maya publishes the site", "Maya publishes her site"))
    run = specs.behave()
    _refused(
        run,
        'features/sites.feature:6 has no definition for the step "When Maya publishes her site "Sale""',
        'the nearest are “When Maya publishes the site "{site:Quoted}"”, ',
    )
    sentence = next(line for line in run.output.splitlines() if "no definition" in line)
    assert sentence.count("“") == 3


def test_bad_input_syntax_error_in_a_feature(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.feature(
        "Feature: Broken\n  Example: A\n    Given a site\n    Whenever it rains\n", "features/broken.feature"
    )
    specs.feature(
        "Feature: Broken too\n  Example: B\n    Given a site\n    nothing\n", "features/broken_too.feature"
    )
    run = specs.behave()
    _refused(
        run, "features/broken.feature:4 is not a feature that can be read", "Whenever it rains", "broken_too"
    )


def test_bad_input_title_that_stands_twice(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.feature(GOOD, "features/again.feature")
    run = specs.behave()
    _refused(
        run,
        "“A published site is seen”".strip("“”"),
        "features/again.feature:4 and at features/sites.feature:4",
    )


def test_bad_input_scenario_without_steps(specs: Specs) -> None:
    specs.feature("Feature: F\n  Example: Nothing happens\n")
    _refused(specs.behave(), '"Nothing happens" has no steps and would prove nothing')


def test_bad_input_steps_that_cannot_be_loaded(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.write("features/steps/more_steps.py", "import nothing_of_that_name\n")
    _refused(
        specs.behave(), "Loading the steps failed at features/steps/more_steps.py:1", "nothing_of_that_name"
    )


def test_bad_input_step_pattern_that_cannot_be_used(specs: Specs) -> None:
    specs.feature(GOOD)
    more = 'from behave import given\n@given("a {thing:Unheard}")\ndef a_thing(context, thing): ...\n'
    specs.write("features/steps/more_steps.py", more)
    run = specs.behave()
    assert run.code == 2, run.output
    assert "Traceback" not in run.output


def test_bad_input_feature_that_is_not_there(specs: Specs) -> None:
    specs.feature(GOOD)
    _refused(
        specs.behave("features/nowhere.feature"), "nowhere.feature", "name a feature, a folder or file:line"
    )


def test_bad_input_empty_selection(specs: Specs) -> None:
    specs.feature(GOOD)
    _refused(specs.behave("--tags=@smoke"), "Nothing was selected", code=3)


def test_a_trace_is_shown_to_those_who_ask(specs: Specs) -> None:
    specs.feature(GOOD)
    specs.write("features/steps/more_steps.py", "import nothing_of_that_name\n")
    assert "Traceback" in specs.behave("--verbose").output
