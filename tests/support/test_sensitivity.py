"""The experiment: what counts as noticed, who gets the credit, and that nothing survives silently."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from support.sensitivity.findings import Control, Experiment, Finding
from support.sensitivity.matrix import matrix
from support.sensitivity.page import page
from support.sensitivity.trying import try_on
from tests.support.experiments import (
    AGAIN,
    CRASH,
    EXAMPLES,
    HANGS,
    KEPT,
    LEAK,
    ONCE,
    PRIVATE,
    RED,
    RULE,
    STUMBLED,
    ScriptedLane,
    experiment,
    noticed,
)


def tried(
    lane: ScriptedLane, fault: object = LEAK, *, others: bool = True, credited: Collection[str] = ()
) -> Finding:
    assert fault in {LEAK, CRASH}
    return try_on(lane.handle, LEAK if fault == LEAK else CRASH, EXAMPLES, set(credited), others=others)


def test_red_twice_running_by_a_judgement_is_noticed() -> None:
    lane = ScriptedLane({PRIVATE.title: [RED, RED]})
    finding = tried(lane)
    assert (finding.verdict, finding.killed_by) == ("killed", [PRIVATE.id])
    assert lane.tried == [PRIVATE.title, PRIVATE.title, AGAIN.title], "examples of other Rules are not asked"
    assert finding.names_the_system is True


def test_once_noticed_only_those_are_asked_that_have_noticed_nothing_yet() -> None:
    lane = ScriptedLane({PRIVATE.title: [RED, RED], AGAIN.title: [RED, RED]})
    assert tried(lane, credited={PRIVATE.id}).killed_by == [AGAIN.id]
    assert lane.tried == [AGAIN.title, AGAIN.title], "the one without credit is asked first"
    lane = ScriptedLane({PRIVATE.title: [RED, RED]})
    assert tried(lane, credited={PRIVATE.id, AGAIN.id}).killed_by == [PRIVATE.id]
    assert AGAIN.title not in lane.tried


def test_each_promise_meets_the_crash_on_a_platform_of_its_own() -> None:
    lane = ScriptedLane({})
    assert tried(lane, CRASH, credited={PRIVATE.id}).kept_by == [PRIVATE.id, AGAIN.id]
    assert [words[0] for words in lane.asked] == ["begin", "attempt", "fired", "end"] * 2


def test_what_the_api_does_not_meet_is_tried_in_the_browser_before_others() -> None:
    lane = ScriptedLane({PRIVATE.title: [KEPT, RED, RED], AGAIN.title: [KEPT, KEPT]})
    finding = tried(lane, credited={PRIVATE.id, AGAIN.id})
    assert (finding.killed_by, finding.kept_by) == ([PRIVATE.id], [AGAIN.id])
    channels = [words[3] for words in lane.asked if words[0] == "attempt"]
    assert channels == ["api", "api", None, None]


def test_red_only_once_is_not_noticed_and_said() -> None:
    finding = tried(ScriptedLane({PRIVATE.title: [RED]}))
    assert finding.verdict == "survived"
    assert finding.broken_by == [PRIVATE.id]
    assert finding.says[PRIVATE.id].startswith("red only once of two times")


def test_what_stumbles_before_its_then_notices_nothing() -> None:
    finding = tried(ScriptedLane({PRIVATE.title: [STUMBLED], AGAIN.title: [STUMBLED]}))
    assert (finding.verdict, finding.broken_by) == ("survived", [PRIVATE.id, AGAIN.id])


def test_what_only_others_beside_it_notice_is_told_as_such_and_fails() -> None:
    beside = replace(ONCE, path=PRIVATE.path)
    lane = ScriptedLane({ONCE.title: [RED, RED]})
    finding = try_on(lane.handle, LEAK, (PRIVATE, AGAIN, beside), set(), others=True)
    assert (finding.verdict, finding.killed_by, finding.noticed_by) == ("noticed elsewhere", [], [beside.id])
    whole = experiment(finding, examples=(PRIVATE, AGAIN, beside))
    assert whole.kills[beside.id] == []
    assert whole.complaints()[0] == (
        f"draft-leak is noticed by no example of a Rule that it breaks, only by {beside.id}."
    )


def test_who_else_notices_far_away_is_not_looked_for() -> None:
    finding = tried(ScriptedLane({ONCE.title: [RED, RED]}))
    assert (finding.verdict, finding.kept_by) == ("survived", [PRIVATE.id, AGAIN.id])


def test_what_is_red_while_the_fault_does_not_fire_is_no_kill() -> None:
    finding = tried(ScriptedLane({PRIVATE.title: [RED, RED]}, fired={LEAK.id: 0}))
    assert finding.broken_by == [PRIVATE.id]
    assert "did not fire meanwhile" in finding.says[PRIVATE.id]


def test_a_fault_with_a_crash_takes_a_new_platform_for_the_second_time() -> None:
    lane = ScriptedLane({PRIVATE.title: [RED, RED]})
    with_crash = replace(LEAK, crash_at="after_smtp_accept")
    finding = try_on(lane.handle, with_crash, EXAMPLES, {AGAIN.id}, others=True)
    assert finding.verdict == "killed"
    verbs = [words[0] for words in lane.asked if words[0] != "fired"]
    assert verbs == ["begin", "attempt", "end", "begin", "attempt", "end"]


def test_others_are_not_asked_where_only_a_part_is_tried() -> None:
    lane = ScriptedLane({ONCE.title: [RED, RED]})
    assert tried(lane, others=False).verdict == "survived"
    assert ONCE.title not in lane.tried


def test_a_fault_that_never_fired_is_not_reached_whatever_was_red() -> None:
    finding = tried(ScriptedLane({PRIVATE.title: [RED, RED]}, fired={LEAK.id: 0}))
    assert finding.verdict == "not reached"
    assert experiment(finding).complaints()[0].startswith("draft-leak never fired: no example came by")


def test_bad_input_platform_does_not_start_with_a_fault() -> None:
    finding = tried(ScriptedLane({}, begins=["The platform did not start: the target is gone"]))
    assert finding.verdict == "did not start"
    (complaint, *_) = experiment(finding).complaints()
    assert complaint == (
        "The platform does not start with draft-leak: The platform did not start: the target is gone"
    )


def test_bad_input_scenario_that_hangs_is_named_and_the_next_gets_a_new_platform() -> None:
    lane = ScriptedLane({PRIVATE.title: [HANGS], AGAIN.title: [RED, RED]})
    finding = tried(lane)
    assert finding.broken_by == [PRIVATE.id]
    assert "hung: it did not end by itself, and was ended at its limit of 90 s" in finding.says[PRIVATE.id]
    assert finding.killed_by == [AGAIN.id]
    assert [words[0] for words in lane.asked].count("begin") == 2


def test_a_platform_that_cannot_be_asked_says_so() -> None:
    finding = tried(ScriptedLane({PRIVATE.title: [RED, RED]}, fired="the platform does not say: it is gone"))
    assert finding.verdict == "not reached"
    assert "it is gone" in experiment(finding).complaints()[0]


def test_a_promise_that_holds_at_a_crash_point_is_kept() -> None:
    assert tried(ScriptedLane({}), CRASH).verdict == "kept"
    assert tried(ScriptedLane({}, fired={CRASH.id: 0}), CRASH).verdict == "not reached"
    broken = tried(ScriptedLane({AGAIN.title: [RED]}), CRASH)
    assert broken.verdict == "promise broken"
    assert "With a part killed at crash_at=after_publish_switch" in experiment(broken).complaints()[0]


def test_every_scenario_must_notice_a_fault_of_its_own_rule() -> None:
    leaky = experiment(noticed(LEAK, PRIVATE, AGAIN))
    leaky.findings[0].noticed_by.append(ONCE.id)
    assert leaky.kills == {PRIVATE.id: [LEAK.id], AGAIN.id: [LEAK.id], ONCE.id: []}
    assert leaky.complaints() == [f"{ONCE.id} noticed no fault of its Rule; it may hold on a broken one."]
    assert experiment(noticed(LEAK, PRIVATE), whole=False).complaints() == []


def test_a_red_control_run_fails_the_experiment() -> None:
    failed = Experiment(
        EXAMPLES,
        Control([one.id for one in EXAMPLES], {ONCE.id: "at “Then”"}),
        [noticed(LEAK, PRIVATE)],
        False,
    )
    assert failed.complaints() == [f"Without any fault, {ONCE.id} fails: at “Then”"]


def test_the_matrix_has_the_keys_that_others_know_and_survivors_first() -> None:
    survivor = Finding(replace(LEAK, id="another"), 2, kept_by=[PRIVATE.id])
    told = matrix(
        experiment(
            noticed(LEAK, PRIVATE, named="CRM System"), survivor, Finding(CRASH, 1, kept_by=[PRIVATE.id])
        )
    )
    assert told["control"] == {"planned": 3, "passed": 3}
    assert [one["id"] for one in told["faults"]] == ["another", "draft-leak"]
    wanted = {"id", "sentence", "requirement", "rules", "fired", "killed_by", "broken_by"}
    assert wanted <= set(told["faults"][0])
    assert told["scenarios"][-1] == {"id": PRIVATE.id, "rule": RULE, "kills": [LEAK.id]}
    assert [one["id"] for one in told["crash_points"]] == [CRASH.id]
    assert told["named_the_right_system"] == {"right": 0, "of": 1}


def test_the_page_tells_what_broke_what_it_costs_and_who_noticed() -> None:
    html = page(experiment(noticed(LEAK, PRIVATE, AGAIN)))
    for words in (
        "A draft is shown live.",
        "Shame.",
        "“Edits stay private”",
        "1 of 1",
        "2 of 3",
        "To mend first",
    ):
        assert words in html
    assert "http" not in html.replace("http-equiv", ""), "the page needs nothing from elsewhere"
