"""A running platform says where it answers, mends itself, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
import smtplib
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import psutil
import psycopg
import pytest

from tests.webbuilder.platforms import (
    UP,
    Platform,
    are_gone,
    enterable,
    folder,
    hollow,
    said,
    start,
    stop,
    wait_for,
)

__all__ = ["folder"]
KEYS = [
    *(
        "app",
        "sites",
        "smtp",
        "mailbox",
        "ai",
        "names",
        "nameserver",
        "database",
        "control",
        "faults",
        "parts",
    )
]


@pytest.fixture(scope="module")
def platform() -> Iterator[Platform]:
    """One real platform for all tests that only look, or that break what mends itself."""
    place = enterable()
    running = start(UP, next(place), "--control", "--web-workers", "2")
    yield running
    assert stop(running) == 0
    next(place, None)


def test_the_line_says_where_every_part_answers(platform: Platform) -> None:
    line = platform.line
    assert list(line) == KEYS
    assert httpx.get(line["app"], follow_redirects=True).status_code < 500
    assert httpx.get(f"{line['mailbox']}/api/v1/messages").json()["messages"] == []
    assert httpx.get(f"{line['ai']}/v1/models").json()["data"][0]["id"] == "copywriter"
    assert httpx.get(f"{line['names']}/").status_code == 204
    assert "{slug}.localhost:" in line["sites"]
    assert line["control"] == f"{line['app']}/control"
    assert line["faults"] == []
    smtp = urlsplit(line["smtp"])
    with smtplib.SMTP(smtp.hostname or "", smtp.port or 0) as counter:
        assert counter.noop()[0] == 250
    with psycopg.connect(line["database"]) as connection:
        found = connection.execute("select current_setting('server_version_num')::int").fetchone()
    assert found is not None
    assert found[0] >= 150000


def test_every_part_has_a_process_of_its_own(platform: Platform) -> None:
    pids = {name: part["pid"] for name, part in platform.line["parts"].items()}
    assert set(pids) == {"database", "mailroom", "copywriter", "names", "worker", "web", "web-2"}
    assert len(set(pids.values())) == len(pids)
    assert {os.getsid(pid) for pid in pids.values()} == set(pids.values())


def test_the_key_stands_in_the_state_file_alone_for_its_owner_alone(platform: Platform) -> None:
    assert platform.state["operator_key"]
    assert "operator_key" not in platform.line
    assert stat.S_IMODE((platform.data / "state.json").stat().st_mode) == 0o600


def test_a_part_that_died_is_started_again_where_it_was(platform: Platform) -> None:
    old = platform.pid("mailroom")
    os.kill(old, signal.SIGKILL)
    platform.next_process("mailroom", old)
    assert httpx.get(f"{platform.line['mailbox']}/api/v1/messages").status_code == 200
    assert "The mailroom was ended by SIGKILL; it is started again in 0.1 s." in said(platform.data)


def test_a_part_that_is_merely_stopped_is_left_alone(platform: Platform) -> None:
    stopped, died = platform.pid("copywriter"), platform.pid("mailroom")
    os.kill(stopped, signal.SIGSTOP)
    try:
        os.kill(died, signal.SIGKILL)
        platform.next_process("mailroom", died)  # so the supervisor has looked at all parts meanwhile
        assert platform.pid("copywriter") == stopped
        assert psutil.Process(stopped).status() == psutil.STATUS_STOPPED
    finally:
        os.kill(stopped, signal.SIGCONT)


@pytest.mark.parametrize("victim", ["keeper", "server"])
def test_the_database_comes_back_at_the_same_address(platform: Platform, victim: str) -> None:
    def answers() -> bool:
        try:
            with psycopg.connect(platform.line["database"], connect_timeout=2) as connection:
                return connection.execute("select 1").fetchone() == (1,)
        except psycopg.OperationalError:
            return False

    keeper = platform.pid("database")
    server = psutil.Process(keeper).children()[0].pid
    os.kill(keeper if victim == "keeper" else server, signal.SIGKILL)
    platform.next_process("database", keeper)
    wait_for("the database to answer", answers)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130), (signal.SIGHUP, 0)])
def test_a_signal_ends_everything(folder: Path, number: signal.Signals, code: int) -> None:
    running = start(hollow(), folder)
    everybody = running.everybody()
    assert len(everybody) > 5
    running.process.send_signal(number)
    assert running.process.wait(20) == code
    assert are_gone(everybody)
    assert not (folder / "state.json").exists()


def test_an_owned_platform_ends_with_its_owners_input(folder: Path, tmp_path: Path) -> None:
    running = start(hollow(), folder, "--owned", "--state-file", str(tmp_path / "state"))
    everybody = running.everybody()
    assert json.loads((tmp_path / "state").read_text())["app"] == running.line["app"]
    assert running.process.stdin
    running.process.stdin.close()
    assert running.process.wait(20) == 0
    assert are_gone(everybody)
    assert not (tmp_path / "state").exists()


def test_nothing_is_left_when_the_supervisor_is_killed(folder: Path) -> None:
    running = start(hollow(), folder)
    everybody = running.everybody()
    os.kill(running.pid("worker"), signal.SIGSTOP)  # a stopped part cannot see that it is alone
    running.process.kill()
    running.process.wait(5)
    wait_for("every process to be gone", lambda: are_gone(everybody), within=5)
    log = (folder / "logs" / "database.log").read_text()
    assert log.rstrip().endswith("database system is shut down")


def test_a_temporary_folder_goes_with_the_platform(tmp_path: Path) -> None:
    tmp_path = Path("/tmp") if os.geteuid() == 0 else tmp_path  # noqa: S108 - root's database needs an open folder
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(hollow(), stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        line = json.loads(process.stdout.readline())
        with psycopg.connect(line["database"]) as connection:
            found = connection.execute("select current_setting('data_directory')").fetchone()
        assert found is not None
        place = Path(found[0])
        assert place.exists()
        everybody = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
        process.kill()
    wait_for("every process to be gone", lambda: are_gone(everybody), within=5)
    wait_for("the folder to be gone", lambda: not place.parent.exists(), within=5)
