"""The account of a run is told from its record: whole, killed, stopped, and put together from shards."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

import pytest

from support.commands.account import account, breaches
from support.history import History
from support.record import reading
from tests.support.conftest import Specs

SUITE = "Feature: F\n" + "".join(
    f"  Example: Case {number}\n    Given a site\n    Then it should be seen\n" for number in range(7)
)
LOST = "  Example: A site is lost\n    Given a site\n    Then it should be lost\n"
STOP = "  Example: Stop\n    When somebody sends the signal SIGINT\n"
RECORD = "reports/run/messages.ndjson"


@pytest.fixture(autouse=True)
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A history of the machine on which the account is asked for."""
    file = tmp_path / "told.sqlite3"
    monkeypatch.setenv("MM_HISTORY", str(file))
    return file


@pytest.fixture(scope="module")
def run_in_shards(tmp_path_factory: pytest.TempPathFactory, root: Path) -> list[Path]:
    """The records of three shards of one run, each from a machine with a history of its own."""
    folder = tmp_path_factory.mktemp("shards")
    specs = Specs(folder, tomllib.loads((root / "pyproject.toml").read_text())["tool"]["behave"])
    specs.feature(SUITE)
    specs.commit()
    return [_shard(specs, number, 3) for number in (1, 2, 3)]


@pytest.fixture
def shards(run_in_shards: list[Path], tmp_path: Path) -> list[Path]:
    """The same, to be spoilt."""
    return [Path(shutil.copy(file, tmp_path / file.name)) for file in run_in_shards]


def _shard(specs: Specs, number: int, count: int, *words: str) -> Path:
    own = str(specs.folder / f"history-{number}.sqlite3")
    (specs.folder / ".git/info/exclude").write_text("history-*\n*.ndjson\n")
    run = specs.behave("-D", f"shard={number}/{count}", *words, MM_HISTORY=own)
    assert run.code == 0, run.output
    return Path(shutil.copy(specs.folder / RECORD, specs.folder / f"{number}-of-{count}.ndjson"))


def _changed(file: Path, old: str, new: str) -> Path:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


def test_the_shards_of_a_run_are_one_account(
    shards: list[Path], capsys: pytest.CaptureFixture[str], history: Path
) -> None:
    assert account(shards, remember=True) == 0
    told = capsys.readouterr().out
    assert told.startswith("7 cases planned against embedded at ")
    assert "7 passed, 0 failed, 0 flaky, 0 quarantined, 0 not run." in told
    assert told.rstrip().endswith("7 passed, 0 failed")
    assert len(History(history).durations()) == 7


def test_bad_input_shard_missing_or_alone(shards: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert (account(shards[:2]), account(shards[2:])) == (2, 2)
    told = capsys.readouterr().out
    assert "Shard 3/3 is missing: name its record too, or run it with make specs SHARD=3/3." in told
    assert "Shard 1/3 is missing" in told
    assert "Do not trust this run" in told


def test_bad_input_shard_twice(shards: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert account([*shards, shards[0]]) == 2
    assert "Shard 1/3 is there 2 times" in capsys.readouterr().out


def test_bad_input_shard_of_another_plan(shards: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    plan = _facts(shards[0])["shards"]
    _changed(shards[1], plan, "another")
    assert account(shards) == 2
    assert f"{shards[1]} is a shard of another plan than {shards[0]}" in capsys.readouterr().out


def test_bad_input_shard_of_other_code(shards: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    state = _facts(shards[0])["state"]
    _changed(shards[2], state, "cafe")
    assert account(shards) == 2
    assert f"{shards[2]} had the state cafe, and {shards[0]} had {state}" in capsys.readouterr().out


def test_bad_input_shard_and_a_whole_run(
    shards: list[Path], specs: Specs, capsys: pytest.CaptureFixture[str]
) -> None:
    specs.feature(SUITE)
    assert specs.behave().code == 0
    assert account([*shards, specs.folder / RECORD]) == 2
    assert "tells of a whole run, of no shard; name it alone" in capsys.readouterr().out


def test_bad_input_case_lost_or_doubled_between_shards(run_in_shards: list[Path]) -> None:
    records = [reading.read(file) for file in run_in_shards]
    (lost, case), other = min(records[0].cases.items()), min(records[1].cases)
    del records[0].cases[lost]
    records[0].cases[other] = case
    assert breaches(records) == [
        f"{other} was planned by 2 shards; one was to run it",
        f"{lost} was left to another shard, and no shard has planned it",
    ]


def test_a_run_that_was_killed_says_how_to_go_on(
    run_in_shards: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = run_in_shards[0].read_text(encoding="utf-8").splitlines(keepends=True)
    begun = [number for number, line in enumerate(lines) if line.startswith('{"testCaseStarted"')]
    record = tmp_path / "killed.ndjson"
    record.write_text("".join(lines[: begun[1] + 1]) + lines[begun[1] + 1][:40], encoding="utf-8")
    assert account([record]) == 2
    told = capsys.readouterr().out
    assert f"{record} is cut off in line" in told
    assert "it was under way when the run ended" in told
    assert "never came to its end" in told
    assert "go on where it ended with make specs RESUME=1" in told
    assert told.rstrip().endswith("1 passed, 0 failed")


def test_bad_input_no_success_without_a_reason(
    run_in_shards: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "doubtful.ndjson"
    record.write_text(run_in_shards[0].read_text(encoding="utf-8"), encoding="utf-8")
    _changed(record, '"testRunFinished": {"success": true', '"testRunFinished": {"success": false')
    assert account([record]) == 2
    assert f"The run of {record} called itself no success, and does not say why" in capsys.readouterr().out


def test_a_stopped_run_is_told_as_it_ended(specs: Specs, capsys: pytest.CaptureFixture[str]) -> None:
    specs.feature("Feature: F\n" + STOP + LOST)
    assert specs.behave("-D", "order=written").code == 130
    assert account([specs.folder / RECORD]) == 130
    told = capsys.readouterr().out
    assert "not run, because stopped (nothing excuses that)" in told
    assert "It was stopped; go on where it ended with make specs RESUME=1" in told


def test_a_run_that_ended_at_its_first_failure_is_no_failed_run(
    specs: Specs, capsys: pytest.CaptureFixture[str]
) -> None:
    specs.feature("Feature: F\n" + LOST + SUITE.partition("\n")[2])
    assert specs.behave("-D", "order=written", "--stop").code == 1
    assert account([specs.folder / RECORD]) == 1
    told = capsys.readouterr().out
    assert "Do not trust" not in told
    assert told.rstrip().endswith("0 passed, 1 failed")


def test_what_a_run_said_of_its_own_failing_stays(specs: Specs, capsys: pytest.CaptureFixture[str]) -> None:
    specs.feature(SUITE)
    specs.write("features/environment.py", "def after_all(context): raise RuntimeError('no way home')\n")
    assert specs.behave().code == 2
    assert account([specs.folder / RECORD]) == 2
    assert "said of itself: The run failed at its end: no way home" in capsys.readouterr().out


def test_an_outcome_that_its_attempts_deny_is_named(specs: Specs, capsys: pytest.CaptureFixture[str]) -> None:
    specs.feature("Feature: F\n" + LOST)
    assert specs.behave().code == 1
    record = _changed(specs.folder / RECORD, '\\"outcome\\": \\"failed\\"', '\\"outcome\\": \\"passed\\"')
    assert account([record]) == 2
    assert "A site is lost@none/none passed, and its attempts say failed" in capsys.readouterr().out


def test_what_failed_elsewhere_on_the_same_code_is_flaky(
    specs: Specs, capsys: pytest.CaptureFixture[str]
) -> None:
    specs.feature("Feature: F\n" + LOST)
    specs.commit()
    assert specs.behave().code == 1
    failed = Path(shutil.copy(specs.folder / RECORD, specs.folder / "reports/failed.ndjson"))
    assert account([failed], remember=True) == 1
    record = _changed(failed, '"FAILED"', '"PASSED"')
    _changed(record, '\\"ending\\": \\"failed\\"', '\\"ending\\": \\"passed\\"')
    _changed(record, '\\"outcome\\": \\"failed\\"', '\\"outcome\\": \\"passed\\"')
    capsys.readouterr()
    assert account([record]) == 1
    assert "is flaky: passed now, and failed before on this very code" in capsys.readouterr().out


def test_bad_input_no_record_or_something_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], root: Path
) -> None:
    assert account([tmp_path / "none.ndjson"]) == 2
    assert account([root / "pyproject.toml"]) == 2
    told = capsys.readouterr().out
    assert "There is no record that can be read at" in told
    assert "pyproject.toml does not say what was planned" in told
    assert told.rstrip().endswith("0 passed, 0 failed")


def _facts(record: Path) -> dict[str, str]:
    bodies = (
        json.loads(line).get("attachment", {}).get("body", "") for line in record.open(encoding="utf-8")
    )
    plan = next(json.loads(body) for body in bodies if '"kind": "plan"' in body)
    return {**plan, "planned": [one["case"] for one in plan["cases"]]}
