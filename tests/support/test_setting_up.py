"""What a machine lacks is said in one sentence with the command to type."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.setting_up import bringing, browser, environment, node


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing on its path and nothing in its home."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("MM_CHROMIUM", raising=False)
    monkeypatch.delenv("PLAYWRIGHT_BROWSERS_PATH", raising=False)
    monkeypatch.setattr(browser, "MAC_BROWSERS", ())
    return tmp_path


def _program(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("#!/bin/sh\n")
    file.chmod(0o755)
    return file


@pytest.mark.usefixtures("bare")
def test_bad_input_no_browser() -> None:
    with pytest.raises(browser.NoBrowser, match=r"there is no Chromium.*type `make setup`"):
        browser.find_chromium()


def test_bad_input_no_browser_and_none_to_be_brought(bare: Path, root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "support.setting_up.bringing"],
        cwd=root,
        env={"PATH": str(bare), "HOME": str(bare), "PLAYWRIGHT_DOWNLOAD_HOST": "http://127.0.0.1:9"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "none could be brought (Playwright could not download one; there is no apt-get)" in done.stderr
    assert "or set MM_CHROMIUM to the path of one." in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_bad_input_named_browser_that_is_no_program(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MM_CHROMIUM", str(bare / "nothing"))
    with pytest.raises(browser.NoBrowser, match=r"MM_CHROMIUM names .*nothing, which is no program"):
        bringing.ensure("chromium")


def test_browsers_are_looked_for_in_order(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = _program(bare / "chromium")
    assert browser.find_chromium() == full
    shell = _program(bare / "chromium-headless-shell")
    assert browser.find_chromium() == shell
    assert browser.find_chromium(headed=True) == full
    playwright = _program(bare / ".cache/ms-playwright/chromium_headless_shell-1/chrome-linux/headless_shell")
    assert browser.find_chromium() == playwright
    named = _program(bare / "mine")
    monkeypatch.setenv("MM_CHROMIUM", str(named))
    assert browser.find_chromium() == named


def test_debian_packages_come_only_as_root_or_when_asked(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(bare / "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.delenv("INSTALL", raising=False)
    assert bringing._by_debian("firefox") == "Debian's packages need root or INSTALL=system"


def test_bad_input_no_node_packages(tmp_path: Path) -> None:
    with pytest.raises(node.NoNode, match=r"node packages .* are not installed; type: make setup"):
        node.require_packages(tmp_path)


def test_bad_input_node_packages_that_cannot_be_installed(root: Path, tmp_path: Path) -> None:
    (tmp_path / "package-lock.json").write_text("not json")
    done = subprocess.run(
        [sys.executable, "-m", "support.setting_up.node"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("Installing node packages failed:")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "node_modules/.ready").exists()


def test_bad_input_old_python() -> None:
    with pytest.raises(environment.NoEnvironment, match=r"This is Python 3\.9 and the project needs 3\.11"):
        environment.refuse_old_python((3, 9))


def test_bad_input_python_without_ensurepip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(environment.NoEnvironment, match=r"apt-get install python3-venv"):
        environment.make_environment()


def test_bad_input_packages_that_are_not_what_was_pinned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = _program(tmp_path / "python")
    python.write_text("#!/bin/sh\necho 'THESE PACKAGES DO NOT MATCH THE HASHES' >&2\nexit 1\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(environment, "PYTHON", python)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements/dev.txt").write_text("behave==1.3.3 --hash=sha256:0\n")
    with pytest.raises(
        environment.NoEnvironment, match=r"Installing 1 Python packages .* failed: THESE PACKAGES"
    ):
        environment.install("dev")
    assert not (tmp_path / ".venv").exists()


def test_bad_input_an_engine_that_nobody_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert bringing.main(["chromium,netscape"]) == 2
    assert (
        "There is no engine 'netscape'; known are chromium, firefox, webkit, chrome, edge, "
        in capsys.readouterr().err
    )


@pytest.mark.usefixtures("bare")
def test_what_cannot_be_brought_is_said_and_the_run_goes_on_without_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "_FIND", {**bringing._FIND, "webkit": _nowhere})
    assert bringing.main(["firefox", "webkit"]) == 0
    said = capsys.readouterr().err
    assert "There is no Firefox and none could be brought (there is no apt-get); type" in said
    assert "There is no Webkit and none could be brought" in said


def _nowhere() -> None:
    raise browser.NoBrowser("nowhere")
