"""What `make steps` tells editors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.catalogue import Sentence, captures
from support.commands.steps import editor_settings
from support.runner.refusals import RunRefused

SAID = [
    Sentence("when", "{name:Person} opens {site:Quoted}", "", "a"),
    Sentence("then", "{site:Quoted}", "", "a"),
]


def test_what_is_captured_is_told_once() -> None:
    assert captures(SAID) == [("name", "Person"), ("site", "Quoted")]


def test_editors_are_told_where_to_look_and_what_words_look_like(tmp_path: Path) -> None:
    settings = json.loads(editor_settings(SAID, tmp_path / "settings.json"))
    assert settings["cucumber.features"] == ["features/**/*.feature"]
    assert settings["cucumber.glue"] == ["features/steps/**/*.py"]
    assert settings["cucumber.parameterTypes"] == [
        {"name": "name:Person", "regexp": "Maya|Ravi|Noor|Priya|Tariq|Imani"},
        {"name": "site:Quoted", "regexp": '"[^"]*"'},
    ]


def test_what_else_stands_in_the_settings_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"editor.rulers": [110], "cucumber.glue": ["elsewhere"]}')
    text = editor_settings(SAID, file)
    assert list(json.loads(text)) == [
        *("editor.rulers", "cucumber.glue", "cucumber.features", "cucumber.parameterTypes")
    ]
    assert '"elsewhere"' not in text
    file.write_text(text)
    assert editor_settings(SAID, file) == text


@pytest.mark.parametrize(
    ("text", "found"), [("{,}", "is no JSON that can be read"), ("[]", "holds no settings, but a list")]
)
def test_bad_input_settings(tmp_path: Path, text: str, found: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text)
    with pytest.raises(RunRefused, match=found):
        editor_settings(SAID, file)


def test_bad_input_type_that_is_not_declared(tmp_path: Path) -> None:
    said = [Sentence("when", "within {limit:g} seconds", "", "a")]
    with pytest.raises(RunRefused, match=r"Steps capture {limit:g}, and .* declares only Person, Quoted"):
        editor_settings(said, tmp_path / "settings.json")
