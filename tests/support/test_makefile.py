"""What the Makefile takes: whoever reads or scripts a target may give what is written beside it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

TOLD_IN = ("Makefile", "README.md", "CONTRIBUTING.md", ".ci/run")


def _made(root: Path, *given: str) -> subprocess.CompletedProcess[str]:
    """Let make read its file and show what it would do."""
    command = ["make", "--dry-run", "help", *given]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=30)


def _named(text: str) -> set[str]:
    """Return the variables that a text gives to make, in calls of it and in what stands beside targets."""
    lines = re.findall(r"(?:\bmake [a-z]|^[a-z]+:.*?## )(.*)", text, re.MULTILINE)
    return {name for line in lines for name in re.findall(r"\b([A-Z][A-Z]+)=", line)}


@pytest.mark.parametrize("file", TOLD_IN)
def test_what_is_told_can_be_given(root: Path, file: str) -> None:
    named = _named((root / file).read_text("utf-8"))
    assert named, f"{file} names nothing that make takes, so this test sees nothing"
    made = _made(root, *(f"{name}=1" for name in sorted(named)))
    assert made.returncode == 0, made.stderr


def test_bad_input_misspelt_variable(root: Path) -> None:
    made = _made(root, "MINUTE=1")
    assert made.returncode == 2
    assert "There is no MINUTE here. What can be given: " in made.stderr
