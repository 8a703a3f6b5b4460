"""The examples for CI: each calls only what exists, runs every shard once, and ends with the account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml  # type: ignore[import-untyped]  # it ships no types, and one test reads by it

from support.cli import app

EXAMPLES = ("docs/ci/github.yml", "docs/ci/gitlab.yml")


@pytest.fixture(params=EXAMPLES)
def example(request: pytest.FixtureRequest, root: Path) -> str:
    """The text of one example."""
    file: Path = root / request.param
    return file.read_text("utf-8")


def _commands(part: object) -> Iterator[str]:
    """Yield each shell command of a pipeline, wherever it stands, with a word for what is filled in."""
    if isinstance(part, list):
        for one in part:
            yield from _commands(one)
    if isinstance(part, dict):
        for key, value in part.items():
            if key in {"run", "script", "before_script", "after_script"}:
                lines = [value] if isinstance(value, str) else value
                yield from (re.sub(r"\$\{\{.*?\}\}", "something", line) for line in lines)
            else:
                yield from _commands(value)


def _pipeline(example: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(example)
    return found


def test_only_make_targets_and_variables_that_exist_are_called(example: str, root: Path) -> None:
    makefile = (root / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    variables = set(re.findall(r"^([A-Z]+) \?=", makefile, re.MULTILINE))
    called = [words for one in _commands(_pipeline(example)) for words in re.findall(r"\bmake (.*)", one)]
    words = [word for line in called for word in line.split()]
    assert {"setup", "specs"} <= set(words)
    for word in words:
        name, is_set, _ = word.partition("=")
        assert name in (variables if is_set else targets), word


def test_only_commands_and_options_that_exist_are_called(example: str) -> None:
    known: dict[str, Any] = getattr(typer.main.get_command(app), "commands", {})
    called = re.findall(r"magic-moment (\w+)(.*)", "\n".join(_commands(_pipeline(example))))
    assert [name for name, _ in called] == ["account"]
    for name, rest in called:
        options = {option for parameter in known[name].params for option in parameter.opts}
        assert set(re.findall(r"--[\w-]+", rest)) <= options


def test_what_others_made_is_named_with_its_version(example: str) -> None:
    named = re.findall(r"(?:uses|image|runs-on): (\S+)", example)
    assert named
    assert [one for one in named if not re.search(r"(@v|:|-)\d", one)] == []
    assert "://" not in example


def test_each_shard_runs_once_and_the_account_waits_for_all(root: Path) -> None:
    github, gitlab = (_pipeline((root / name).read_text("utf-8")) for name in EXAMPLES)
    jobs = github["jobs"]
    assert jobs["specs"]["strategy"]["matrix"]["shard"] == ["1/3", "2/3", "3/3"]
    assert (jobs["account"]["needs"], jobs["account"]["if"]) == ("specs", "${{ !cancelled() }}")
    assert gitlab["specs"]["parallel"] == 3
    assert (gitlab["account"]["needs"], gitlab["account"]["when"]) == (["specs"], "always")


def test_what_is_kept_of_a_run_is_what_it_writes(root: Path) -> None:
    gitlab = _pipeline((root / EXAMPLES[1]).read_text("utf-8"))
    reports = gitlab["specs"]["artifacts"]["reports"]
    assert reports == {"junit": "reports/run/junit.xml", "codequality": "reports/run/gl-code-quality.json"}


def test_bad_input_example_that_is_no_pipeline() -> None:
    with pytest.raises(yaml.YAMLError):
        _pipeline("jobs: [specs")
