"""What a person reads who starts the platform wrongly: one sentence, exit code 2, and no stack trace."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from webbuilder.__main__ import app
from webbuilder.parts import folder

MEGABYTES = 20


def refusal(*options: str, **environment: str) -> str:
    """Start a platform that cannot be and return what it says."""
    command = [sys.executable, "-m", "webbuilder", "up", *options]
    ended = subprocess.run(
        command, capture_output=True, text=True, timeout=30, check=False, env=os.environ | environment
    )
    assert ended.returncode == 2, ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr
    assert ended.stdout == ""
    assert len(ended.stderr.strip().splitlines()) == 1
    return ended.stderr.strip()


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port that is taken, so that nobody else gets it, and that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


@pytest.fixture
def used_port() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 20 MB, where the machine lets us make one."""
    mount = shutil.which("mount")
    if not mount or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", tmp_path],
        capture_output=True,
        check=False,
    )
    if made.returncode != 0:
        pytest.skip("this machine lets nobody mount a disk")
    yield tmp_path
    subprocess.run(["umount", tmp_path], check=True)


@pytest.fixture
def read_only_place(tmp_path: Path) -> Iterator[Path]:
    """A folder that cannot be written, for root neither."""
    if os.geteuid() == 0:
        yield Path("/proc")
        return
    tmp_path.chmod(0o555)
    yield tmp_path
    tmp_path.chmod(0o755)


@pytest.mark.parametrize(("option", "purpose"), [("--port", "the app"), ("--sites-port", "the live sites")])
def test_bad_input_port_in_use(used_port: int, option: str, purpose: str) -> None:
    assert refusal(option, str(used_port)) == (
        f"Port {used_port} of 127.0.0.1, asked for {purpose}, is in use: "
        f"stop what uses it, or give another with {option} (0 takes a free one)."
    )


def test_bad_input_database_that_refuses(closed_port: int) -> None:
    url = f"postgresql://maya:rye-and-spelt@127.0.0.1:{closed_port}/shop"
    said = refusal(DATABASE_URL=url)
    assert said == (
        f"The database “shop” at 127.0.0.1:{closed_port}, given in DATABASE_URL, cannot be used "
        "(Connection refused): start it or correct the address, then start the platform again."
    )
    assert "rye-and-spelt" not in said


@pytest.mark.parametrize(
    ("name", "url", "example"),
    [
        ("APP_URL", "builder.example.com", "https://builder.example.com"),
        ("SITES_URL", "https://sites.example.com", "https://{slug}.sites.example.com"),
    ],
)
def test_bad_input_address_from_outside(name: str, url: str, example: str) -> None:
    said = refusal(**{name: url})
    assert said == f"{name} is “{url}”, which is no such address: write one such as {example}."


def test_bad_input_database_address_of_something_else() -> None:
    assert refusal(DATABASE_URL="mysql://127.0.0.1/shop") == (
        "DATABASE_URL is not an address of PostgreSQL: write postgresql://user:password@host:port/database."
    )


def test_bad_input_full_data_disk(small_disk: Path) -> None:
    said = refusal("--data", str(small_disk / "data"))
    assert said.startswith(f"The data folder {small_disk / 'data'} has {MEGABYTES} MB of free space")
    assert said.endswith("and the platform needs 200 MB: make room, or give another folder with --data.")


def test_bad_input_full_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no disk may be mounted, the machine's answer is replaced: no test may fill a real disk."""
    full = shutil.disk_usage(tmp_path)._replace(free=3_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: full)
    ended = CliRunner().invoke(app, ["up", "--data", str(tmp_path)])
    assert ended.exit_code == 2
    assert "Traceback" not in ended.output
    assert ended.output.strip() == (
        f"The data folder {tmp_path} has 3 MB of free space and the platform needs 200 MB: "
        "make room, or give another folder with --data."
    )


def test_bad_input_read_only_data(read_only_place: Path) -> None:
    said = refusal("--data", str(read_only_place / "data"))
    assert said.startswith(f"The data folder {read_only_place / 'data'} cannot be written (")
    assert said.endswith("): give another folder with --data, or make this one writable.")


def test_bad_input_read_only_disk(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    assert "cannot be written (read-only file system)" in refusal("--data", str(small_disk / "data"))


def test_bad_input_data_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    assert "cannot be written (it is not a folder)" in refusal("--data", str(tmp_path / "data"))


def test_bad_input_data_in_use(tmp_path: Path) -> None:
    held = folder.hold(folder.prepare(tmp_path / "data"))
    said = refusal("--data", str(tmp_path / "data"))
    os.close(held)
    assert said == (
        f"The data folder {tmp_path / 'data'} is in use by another platform that runs now: "
        "stop that one, or give another folder with --data."
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's database runs under another account")
def test_bad_input_data_that_the_database_may_not_enter(tmp_path: Path) -> None:
    (tmp_path / "private").mkdir(mode=0o700)
    said = refusal("--data", str(tmp_path / "private" / "data"))
    assert said.startswith(
        "As root, the database runs as the account “nobody”, and that may not enter the data folder"
    )
    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o700


def test_bad_input_state_file_that_cannot_be_written() -> None:
    said = refusal("--state-file", "/proc/nowhere/state")
    assert said.startswith("The state file /proc/nowhere/state cannot be written (")


def test_bad_input_part_that_does_not_exist() -> None:
    ended = CliRunner().invoke(app, ["part", "bakery"])
    assert ended.exit_code == 2
    assert (
        ended.output.strip() == "The platform has no part “bakery”: it has mailroom, copywriter, worker, web."
    )


def test_an_operators_key_that_can_be_guessed_is_refused() -> None:
    said = refusal("--control", MM_OPERATOR_KEY="rye at five")
    assert "MM_OPERATOR_KEY has 11 characters, which can be guessed. Give it 20 or more" in said
