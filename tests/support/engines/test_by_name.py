"""Browsers that are taken by name: where they are, only themselves, and never by another in their place."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from support.drivers.engines import keeper
from support.drivers.engines.by_name import Chrome, Edge, PlaywrightWebKit
from support.drivers.engines.engines import Engines
from support.drivers.engines.playwright_engine import PlaywrightProcess
from support.drivers.engines.webdriver_session import await_port
from support.drivers.engines.webkit import WebKit
from support.drivers.loopback import free_port
from support.drivers.page import Place
from support.engines import BROUGHT, KNOWN
from support.journal import Journal
from support.setting_up import bringing
from support.setting_up.browser import NoBrowser, find_chromium
from support.setting_up.by_name import find_build, find_grid, find_program
from support.setting_up.webkit import find_webkit
from support.settings import RunSettings
from tests.support.engines.test_missing import program


@pytest.mark.parametrize("name", [name for name in KNOWN if name not in BROUGHT])
def test_bad_input_one_that_is_not_here_is_told_in_a_sentence(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    for setting in ("MM_CHROME", "MM_EDGE", "MM_SAFARI", "MM_GRID"):
        monkeypatch.delenv(setting, raising=False)
    engines = Engines(RunSettings())
    because = engines.why_not(name)
    engines.stop()
    assert because == bringing.missing(name)
    assert because.endswith(".")
    with pytest.raises(NoBrowser):
        bringing.ensure(name)


@pytest.mark.parametrize(("name", "setting"), [("edge", "MM_EDGE"), ("chrome", "MM_CHROME")])
def test_no_other_browser_stands_in_for_chrome_or_edge(
    name: str, setting: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = program(tmp_path / "browser", "echo Chromium 156.0.8078.73")
    monkeypatch.setenv(setting, str(other))
    with pytest.raises(NoBrowser, match=f"{other} is Chromium 156.0.8078.73, not .* no other stands in"):
        find_program(name)


def test_edge_is_taken_where_it_says_that_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    itself = program(tmp_path / "edge", "echo Microsoft Edge 141.0.3537.57")
    monkeypatch.setenv("MM_EDGE", str(itself))
    assert find_program("edge") == itself


def test_a_branded_browser_acts_like_every_chromium(monkeypatch: pytest.MonkeyPatch, pages: str) -> None:
    monkeypatch.setattr(Chrome, "_find", lambda _: find_chromium())
    process = PlaywrightProcess()
    chrome = Chrome(RunSettings(), process)
    machine = chrome.new_machine(Journal())
    machine.page.open(f"{pages}/verbs.html")
    assert machine.page.text(Place("heading")) == "Spring Sale"
    machine.close()
    assert (chrome.evidence()["name"], chrome.evidence()["substitution"]) == ("chrome", None)
    chrome.stop()
    process.stop()


def test_each_has_a_channel_of_its_own() -> None:
    assert (Chrome.channel, Edge.channel) == ("chrome", "msedge")


def test_a_build_of_playwrights_is_the_newest_that_was_downloaded(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    for folder in (tmp_path / "webkit-2092", tmp_path / "webkit-2123"):
        folder.mkdir()
        program(folder / "pw_run.sh", "exit 1")
    newest = tmp_path / "webkit-2123/pw_run.sh"
    assert find_build("playwright-webkit") == newest
    assert PlaywrightWebKit(RunSettings(), PlaywrightProcess())._find() == newest


@pytest.mark.parametrize(
    ("asked", "because"),
    [("{", "cannot be read"), ("[]", "names no browser"), ('{"platformName": "mac"}', "names no browser")],
)
def test_bad_input_a_grid_that_is_asked_for_nothing(
    asked: str, because: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MM_GRID", "http://127.0.0.1:4444")
    monkeypatch.setenv("MM_GRID_CAPABILITIES", asked)
    with pytest.raises(NoBrowser, match=because):
        find_grid()


def test_bad_input_a_grid_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MM_GRID", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("MM_GRID_CAPABILITIES", '{"browserName": "firefox"}')
    engines = Engines(RunSettings())
    assert "opens no browser: " in engines.why_not("grid")
    engines.stop()


def test_a_grid_gives_what_it_was_asked_for(monkeypatch: pytest.MonkeyPatch, pages: str) -> None:
    try:
        programs = find_webkit()
    except NoBrowser as none:
        pytest.skip(str(none))
    webkit, port = WebKit(RunSettings()), free_port()  # its screen; and its driver is a grid of one browser
    webkit.start()
    environment = {**os.environ, "DISPLAY": webkit._display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    driver = keeper.start([str(programs.driver), f"--port={port}"], environment)
    await_port(port, driver)
    browser = {"binary": str(programs.browser), "args": ["--automation"]}
    asked = {"browserName": "MiniBrowser", "webkitgtk:browserOptions": browser}
    monkeypatch.setenv("MM_GRID", f"http://127.0.0.1:{port}")
    monkeypatch.setenv("MM_GRID_CAPABILITIES", json.dumps(asked))
    engines = Engines(RunSettings())
    assert engines.why_not("grid") == ""
    grid = engines.get("grid")
    assert (grid.evidence()["version"] or "").startswith("MiniBrowser 2.")
    machine = grid.new_machine(Journal())
    machine.page.open(f"{pages}/verbs.html")
    assert machine.page.text(Place("heading")) == "Spring Sale"
    machine.close()
    engines.stop()
    keeper.stop(driver)
    webkit.stop()
