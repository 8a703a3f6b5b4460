"""Runs the specifications as `behave` would, with options that have words of their own."""

from __future__ import annotations

from collections.abc import Mapping

from behave.__main__ import run_behave
from behave.configuration import Configuration
from behave.exception import ConfigError, TagExpressionError

from support.runner.account import RUN_FAILED


def run(arguments: list[str]) -> int:
    """Run behave with these arguments in this process; the exit code is the runner's."""
    try:
        return run_behave(Configuration(arguments))
    except (ConfigError, TagExpressionError) as error:
        words = " ".join(str(error).split())
        print(f"What was asked for could not be read: {words}.", "0 passed, 0 failed", sep="\n")
        return RUN_FAILED


def arguments_for(paths: list[str], chosen: list[str], userdata: Mapping[str, object]) -> list[str]:
    """The words of a behave command line: tags, `-D` for each setting that was given, paths."""
    words = [f"--tags={expression}" for expression in chosen]
    for name, value in userdata.items():
        if value not in (None, False, ""):
            words += ["-D", f"{name}={str(value).lower() if isinstance(value, bool) else value}"]
    return [*words, *paths]
