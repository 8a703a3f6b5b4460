"""Editors resolve every step, by the service that VS Code's Cucumber extension is made of."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from support.setting_up.node import folder_of_node

SERVICE = Path("node_modules/@cucumber/language-service")
FEATURE = "Feature: A\n  Example: B\n    Given Maya has a site\n    Then Maya should read {words}\n"
STEPS = """\
@given("{name:Person} has a site")
def has_a_site(context, name): ...

@then({pattern})
def should_read(context, name, words): ...
"""


def resolved(root: Path, folder: Path) -> dict[str, Any]:
    """What the service says of a folder: the number of its definitions, errors, what it cannot resolve."""
    scripts = folder_of_node()
    if scripts is None or not (root / SERVICE).is_dir():
        pytest.fail(f"{SERVICE} or node is not installed; type: make setup")
    command = [str(scripts / "node"), "tests/support/language_service.mjs", str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def small(root: Path, tmp_path: Path) -> Path:
    """A folder with the settings of this project, and one feature."""
    for name in ("features/steps", ".vscode"):
        (tmp_path / name).mkdir(parents=True)
    shutil.copy(root / ".vscode/settings.json", tmp_path / ".vscode/settings.json")
    (tmp_path / "features/a.feature").write_text(FEATURE.replace("{words}", '"20% off"'))
    return tmp_path


def write_steps(folder: Path, pattern: str) -> None:
    (folder / "features/steps/site_steps.py").write_text(STEPS.replace("{pattern}", pattern))


def test_every_step_of_every_feature_is_resolved(root: Path) -> None:
    found = resolved(root, root)
    sentences = (root / "docs/steps.md").read_text("utf-8").count("- **")
    assert found["unresolved"] == [], (
        "editors find no definition for these steps; a sentence stands in one string, and without . ( ) * | /"
    )
    assert found == {"definitions": sentences, "errors": [], "unresolved": []}


def test_a_step_is_resolved_by_the_words_that_it_captures(root: Path, small: Path) -> None:
    write_steps(small, '"{name:Person} should read {words:Quoted}"')
    assert resolved(root, small) == {"definitions": 2, "errors": [], "unresolved": []}


@pytest.mark.parametrize(
    "pattern",
    [
        '"{name:Person} should see {words:Quoted}"',
        '"{name:Person} should" " read {words:Quoted}"',
        '"{name:Person} should read {words:Quoted} (on a page)"',
    ],
    ids=["other words", "in two pieces", "taken for a regular expression"],
)
def test_bad_input_step_that_editors_cannot_resolve(root: Path, small: Path, pattern: str) -> None:
    write_steps(small, pattern)
    assert resolved(root, small)["unresolved"] == [
        'features/a.feature:4 Undefined step: Maya should read "20% off"'
    ]


def test_bad_input_type_that_is_not_declared(root: Path, small: Path) -> None:
    write_steps(small, '"{name:Person} should read {words:Bread}"')
    found = resolved(root, small)
    assert len(found["unresolved"]) == len(found["errors"]) == 1
    assert "words:Bread" in found["errors"][0]
