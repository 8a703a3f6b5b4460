"""Small folders of specifications that a test writes and runs with the project's own runner."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from support.promises import features_below, lock_text
from support.runner.refusals import RunRefused

_OURS = ("MM_", "GITHUB_", "GITLAB_")  # what a sample run must not take for its own

STEPS = '''
import os
import signal

from behave import given, register_type, then, when
from parse import with_pattern

@with_pattern(r'[^"]*')
def quoted(text):
    return text

register_type(Quoted=quoted)

@given("a site")
def a_site(context):
    """A site to begin with."""

@given("a site with the attributes")
def a_site_with(context):
    """A site with attributes."""
    assert context.table or context.text

@when('Maya publishes the site "{site:Quoted}"')
def publishes(context, site):
    """Bring a site before its visitors."""

@then("it should be seen")
def seen(context):
    """Visitors read it."""

@then("it should be lost")
def lost(context):
    """Nobody reads it."""
    raise AssertionError("visitors should read nothing\\nExpected: nothing\\n but: was 'Hello'")

@then("it should burst")
def burst(context):
    """Something else goes wrong."""
    raise RuntimeError("the line is dead")

@when("somebody sends the signal {name:Quoted}")
def stop(context, name):
    """As Ctrl-C and kill do."""
    context.add_cleanup(lambda: print("cleaned up"))
    os.kill(os.getpid(), signal.Signals[name])
    signal.pause()
'''

STUB = """
from dataclasses import dataclass
import support.runner.runner
from support.runner import target_facts

class UnknownTarget(ValueError): ...

@dataclass(frozen=True)
class Facts:
    name: str
    offers: frozenset = frozenset({"mailbox"})
    may_miss: frozenset = frozenset({"metrics"})
    production: bool = False

    def speaks(self, port):
        return port != "insights"

def describe(name):
    if name not in {"embedded", "live"}:
        raise UnknownTarget(f"There is no target {name}; the targets are embedded, live.")
    return Facts(name, production=name == "live")

target_facts.unknown_target = lambda: UnknownTarget

class Runner(support.runner.runner.Runner):
    describe_target = staticmethod(describe)
    known_capabilities = staticmethod(lambda: frozenset({"mailbox", "metrics", "time_travel"}))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run printed and how it ended."""

    code: int
    output: str
    folder: Path

    @property
    def last_line(self) -> str:
        return self.output.rstrip().splitlines()[-1]

    @property
    def summary(self) -> dict[str, Any]:
        content: dict[str, Any] = json.loads((self.folder / "reports/run/summary.json").read_text())
        return content

    @property
    def allure(self) -> dict[str, dict[str, Any]]:
        files = (self.folder / "reports/allure-results").glob("*-result.json")
        results = [json.loads(file.read_text()) for file in files]
        return {result["name"]: result for result in results}


class Specs:
    """A folder of specifications."""

    def __init__(self, folder: Path, settings: dict[str, Any]) -> None:
        self.folder = folder
        for name in ("features/steps", "docs"):
            (folder / name).mkdir(parents=True)
        self.write("docs/requirements.toml", "[SYS-CRM]\nsay = 'CRM'\n[E2E-JOURNEY]\nsay = 'the journey'\n")
        self.write("features/steps/site_steps.py", STEPS)
        self.write("features/environment.py", "def before_scenario(context, scenario): ...\n")
        self.write("stub_runner.py", STUB)
        lines = ["[tool.behave]"]
        for key, value in {**settings, "runner": "stub_runner:Runner"}.items():
            if isinstance(value, dict):
                continue
            lines.append(f"{key} = {json.dumps(value)}")
        lines.append("[tool.behave.formatters]")
        lines += [f"{key} = {json.dumps(value)}" for key, value in settings["formatters"].items()]
        self.write("pyproject.toml", "\n".join(lines) + "\n")

    def write(self, name: str, text: str) -> None:
        """Write one file of the folder."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")

    def feature(self, text: str, name: str = "features/sites.feature") -> None:
        """Write one feature."""
        self.write(name, text)

    def lock(self) -> None:
        """Lock what the features promise now, as `make steps` does; features that are no Gherkin stay out."""
        with contextlib.chdir(self.folder), contextlib.suppress(RunRefused):
            features = features_below(self.folder / "features")
            self.write("features/promises.lock", lock_text(features))

    def commit(self) -> None:
        """Make the folder a repository of its own and commit what is there."""
        who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
        self.write(".gitignore", "reports/\nhistory.sqlite3\n__pycache__/\npromises.lock\n")
        for words in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "all")):
            subprocess.run(["git", *words], cwd=self.folder, check=True)

    def behave(self, *arguments: str, lock: bool = True, **environment: str) -> Run:
        """Run behave in the folder."""
        if lock:
            self.lock()
        done = self.start(*arguments, **environment)
        output, _ = done.communicate(timeout=60)
        return Run(done.returncode, output, self.folder)

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Start behave in the folder."""
        root = Path(__file__).parents[2]
        inherited = {key: value for key, value in os.environ.items() if not key.startswith(_OURS)}
        paths = os.pathsep.join([str(root), str(self.folder)])
        history = str(self.folder / "history.sqlite3")
        return subprocess.Popen(
            [sys.executable, "-m", "behave", *arguments],
            cwd=self.folder,
            env={**inherited, "PYTHONPATH": paths, "COLUMNS": "200", "MM_HISTORY": history, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            # A job in the background of a shell ignores Ctrl-C, and hands that on.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
        )


@pytest.fixture
def specs(tmp_path: Path, root: Path) -> Specs:
    """An empty folder of specifications, with the project's own settings of behave."""
    settings = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["behave"]
    return Specs(tmp_path, settings)
