"""Engines that are not there, die or hang: a sentence each, told before anything is asked of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.case import Case
from support.drivers.engines import chromium, read_back, webdriver_session, webkit
from support.drivers.engines.engine import EngineUnavailable
from support.drivers.engines.engines import Engines
from support.setting_up import webkit as finding
from support.setting_up.browser import NoBrowser
from support.settings import RunSettings, UnknownSetting
from tests.support.worlds import tiny_world


def program(file: Path, does: str) -> Path:
    file.write_text(f"#!/bin/sh\n{does}\n")
    file.chmod(0o755)
    return file


def why_not(name: str, **settings: object) -> str:
    engines = Engines(RunSettings.read(settings))
    because = engines.why_not(name)
    assert engines.why_not(name) == because, "it is asked once"
    with pytest.raises(EngineUnavailable):
        engines.get(name)
    engines.stop()
    return because


def test_bad_input_an_engine_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MM_FIREFOX", str(tmp_path / "nothing"))
    assert "nothing" in why_not("firefox")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(finding, "_LIBRARIES", str(tmp_path))
    because = why_not("webkit")
    assert "(WebKitWebDriver, MiniBrowser, Xvfb missing); type `make setup ENGINES=webkit`" in because


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_bad_input_an_engine_that_dies_at_start(name: str, tmp_path: Path) -> None:
    dying = program(tmp_path / "dying", "exit 3")
    assert f"The browser {dying} does not start: " in why_not(name, **{name: str(dying)})


def test_bad_input_an_engine_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = program(tmp_path / "hanging", "exec sleep 60")
    monkeypatch.setattr(chromium, "STARTING", 1)
    assert "does not start: " in why_not("chromium", chromium=str(hanging))


def test_bad_input_a_webdriver_that_dies_or_takes_no_calls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        there = finding.find_webkit()
    except NoBrowser as none:
        pytest.skip(str(none))
    monkeypatch.setattr(webdriver_session, "STARTING", 1)
    for does, says in (("exit 1", "it ended by itself"), ("exec sleep 60", "it took no call within 1 s")):
        driver = program(tmp_path / "WebKitWebDriver", does)
        found = finding.WebKitPrograms(driver, there.browser, there.screen)
        monkeypatch.setattr(webkit, "find_webkit", lambda found=found: found)
        assert f"WebKit ({driver}) does not start: {says}." in why_not("webkit")


def test_bad_input_an_engine_that_nobody_knows() -> None:
    with pytest.raises(UnknownSetting, match=r"no engine 'chromum' \(did you mean chromium\?\)"):
        RunSettings.read({"engines": "chromum"})


def test_an_emulation_that_was_ignored_is_told() -> None:
    read_back.refuse_other("firefox", [1440, 900, 1])
    says = "firefox was asked for a page of 1440 × 900 pixels at a ratio of 1, and shows 980 × 900"
    with pytest.raises(EngineUnavailable, match=says):
        read_back.refuse_other("firefox", [980, 900, 1])


class LatePage:
    """A browser whose page hears late of its window's size, and whose window was still opening at first."""

    def __init__(self) -> None:
        self.window, self.inner, self.opened = [1024, 800], [1000, 600], [1024, 700]

    def execute_script(self, _: str) -> list[int]:
        told, self.inner = self.inner, self.opened
        return told

    def get_window_size(self) -> dict[str, int]:
        return {"width": self.window[0], "height": self.window[1]}

    def set_window_size(self, width: int, height: int) -> None:
        self.window = [width, height]

    def execute_async_script(self, _: str, width: int, height: int, limit: int) -> bool:
        assert limit > 0
        self.inner = self.opened = [self.window[0], self.window[1] - 100]
        return self.inner == [width, height]


def test_a_page_that_hears_late_of_its_size_is_not_resized_twice() -> None:
    late = LatePage()
    webdriver_session._fit(late)  # type: ignore[arg-type]  # it has what is asked of a driver
    assert (late.window, late.inner) == ([1440, 1000], [1440, 900])


def test_a_case_knows_why_it_cannot_have_its_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MM_FIREFOX", str(tmp_path / "nothing"))
    run = tiny_world().run

    def case(channel: str, engine: str) -> Case:
        return Case("a", "A", None, "B", None, 3, frozenset(), channel, engine, "desktop")  # type: ignore[arg-type]  # one of the two that there are

    assert run.unavailable(case("api", "none")) == ""
    assert "MM_FIREFOX names" in run.unavailable(case("browser", "firefox"))
    assert not run.may_miss("firefox")
