"""Templates that no site could be begun from: each is told of in a sentence, and the others are offered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from webbuilder.screens.application import TEMPLATES
from webbuilder.templates import service
from webbuilder.templates.reading import BrokenTemplate, read, usable

HEADING = {"type": "heading", "properties": {"text": "Rye", "level": 1}}


def template(*inside: dict[str, Any], **more: Any) -> dict[str, Any]:
    section = {"type": "section", "children": [HEADING, *inside]}
    page = {"type": "page", "children": [section]}
    about = {"id": "rye", "name": "Rye", "category": "Food & drink", "description": "Rye."}
    return {**about, "pages": [page], "workflows": [], **more}


def file_of(folder: Path, content: Any, name: str = "rye.json") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "at its beginning, Invalid JSON"),
        (template(name=None), "at /name, Input should be a valid string"),
        (
            template({"type": "marquee"}),
            "/pages/0/children/0/children/1, There is no component type 'marquee'",
        ),
        (template({"type": "heading", "properties": {"level": 9}}), "/pages/0/children/0/children/1, "),
        (template(pages=[]), "at /pages, there is no page"),
        (template(pages=[HEADING]), "at /pages/0, a heading stands where a page belongs"),
        (template({"type": "columns", "children": [{"type": "column"}]}), "there can be 2 to 4 side by side"),
        (template(workflows=[{"name": "welcome", "steps": [{"kind": "sing"}]}]), "at /workflows/0/steps, "),
        (template({"type": "page"}), "/pages/0/children/0/children/1, a section cannot hold a page"),
        (template({"type": "image"}), "/pages/0/children/0/children/1, an image has no address"),
        (
            template({"type": "image", "properties": {"address": "/images/drawn-nothing"}}),
            "/pages/0/children/0/children/1, nobody has drawn /images/drawn-nothing",
        ),
        (
            template({"type": "form", "starts": "welcome"}),
            "/pages/0/children/0/children/1, a form starts “welcome”",
        ),
    ],
)
def test_a_broken_template_is_told_of_by_its_place(tmp_path: Path, content: Any, said: str) -> None:
    with pytest.raises(BrokenTemplate) as refused:
        read(file_of(tmp_path, content))
    assert str(refused.value).startswith("The template rye.json cannot be used: at ")
    assert said in str(refused.value)


def test_a_broken_template_keeps_nobody_from_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    latin = tmp_path / "latin.json"
    latin.write_bytes('{"name": "Café"}'.encode("latin-1"))
    broken = [file_of(tmp_path, template({"type": "marquee"})), latin, tmp_path / "none.json"]
    [good] = usable([*broken, file_of(tmp_path, template(), "good.json")])
    drawn = TEMPLATES.env.from_string(
        '{% from "pictures.html" import picture %}{{ picture(template) }}'
    ).render(template=good)
    assert "Preview of Rye" in drawn
    assert "The template rye.json cannot be used" in capsys.readouterr().out


def test_none_of_ours_is_left_out() -> None:
    assert len(service.library()) == len(list(service._LIBRARY.glob("*.json"))) >= 8
