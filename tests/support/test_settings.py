"""Settings come from `-D` and from the environment, are checked, and are printed without secrets."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.settings import RunSettings, UnknownSetting, _redact


@pytest.fixture(autouse=True)
def _nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in RunSettings.model_fields:
        monkeypatch.delenv(f"MM_{name.upper()}", raising=False)


def test_what_nobody_asked_for_is_the_embedded_platform_in_chromium() -> None:
    settings = RunSettings.read({})
    assert (settings.target, settings.channel, settings.engines) == ("embedded", None, ("chromium",))
    assert settings.reports == Path("reports")


def test_the_command_line_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MM_TARGET", "staging")
    monkeypatch.setenv("MM_SLOW", "200")
    monkeypatch.setenv("MM_ENGINES", "firefox, webkit")
    settings = RunSettings.read({"target": "local", "headed": "true"})
    assert (settings.target, settings.slow, settings.headed) == ("local", 200, True)
    assert settings.engines == ("firefox", "webkit")


@pytest.mark.parametrize(
    ("name", "value"),
    [("channel", "fax"), ("slow", "-1"), ("engines", " "), ("timeout_scale", "0"), ("pause", "always")],
)
def test_a_value_that_a_setting_does_not_take_is_refused_in_one_sentence(name: str, value: str) -> None:
    with pytest.raises(UnknownSetting, match=rf"^The setting {name} .*\.$"):
        RunSettings.read({name: value})


def test_an_unknown_setting_names_the_known_ones() -> None:
    with pytest.raises(UnknownSetting, match=r"did you mean target.*channel, chromium, engines"):
        RunSettings.read({"tarjet": "local"})


def test_settings_are_shown_without_secrets() -> None:
    assert "target=embedded" in RunSettings.read({}).redacted()
    assert _redact("operator_key", "abc") == "***"
    assert _redact("address", "postgresql://maya:secret@db/x") == "postgresql://***@db/x"


def test_a_run_has_a_seed_that_can_be_given() -> None:
    assert RunSettings.read({"seed": "7"}).seed == 7
    assert RunSettings.read({}).seed >= 0
