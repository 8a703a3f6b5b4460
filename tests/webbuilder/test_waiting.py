"""A platform that waits is ready but for its parts, starts them at a line, and leaves nothing without one."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.webbuilder.platforms import Platform, are_gone, folder, hollow, said, start, wait_for

__all__ = ["folder"]


@pytest.fixture
def waiting(folder: Path) -> Platform:
    """A platform that has said that it waits, owned by this test."""
    platform = start(hollow(), folder, "--waiting", "--owned")
    assert platform.line == {"waiting": True}
    return platform


def tell(platform: Platform) -> dict[str, object]:
    """Give a platform its line and return what it answers."""
    assert platform.process.stdin
    assert platform.process.stdout
    platform.process.stdin.write("\n")
    platform.process.stdin.flush()
    return dict(json.loads(platform.process.stdout.readline()))


def end_input(platform: Platform) -> int:
    """End what its owner has to say, and return the exit code."""
    assert platform.process.stdin
    platform.process.stdin.close()
    return platform.process.wait(20)


def test_before_the_line_there_is_a_database_and_nothing_else(waiting: Platform) -> None:
    assert {log.stem for log in (waiting.data / "logs").iterdir()} <= {"database", "migration"}
    assert not (waiting.data / "state.json").exists()
    assert end_input(waiting) == 0


def test_at_the_line_all_parts_start_and_the_owners_input_stays_their_life(waiting: Platform) -> None:
    line = tell(waiting)
    assert set(line["parts"]) == {"database", "mailroom", "copywriter", "worker", "web"}  # type: ignore[call-overload]
    everybody = waiting.everybody()
    assert end_input(waiting) == 0
    assert are_gone(everybody)


def test_without_a_line_it_ends_with_its_input_and_says_nothing(waiting: Platform) -> None:
    everybody = waiting.everybody()
    assert end_input(waiting) == 0
    assert are_gone(everybody)
    assert waiting.process.stdout
    assert (waiting.process.stdout.read(), said(waiting.data)) == ("", "")


def test_a_platform_that_is_killed_while_it_waits_leaves_nothing(waiting: Platform) -> None:
    everybody = waiting.everybody()
    waiting.process.kill()
    waiting.process.wait(5)
    wait_for("every process to be gone", lambda: are_gone(everybody), within=5)


def test_bad_input_what_cannot_start_is_refused_before_it_waits() -> None:
    command = [*hollow(), "--waiting", "--faults", "moonlight"]
    ended = subprocess.run(command, input="\n", capture_output=True, text=True, timeout=30, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "moonlight" in ended.stderr
