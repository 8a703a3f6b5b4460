"""Runs the specifications as `behave` would, with options that have words of their own."""

from __future__ import annotations

import os
from collections.abc import Mapping

from behave.__main__ import run_behave
from behave.configuration import Configuration
from behave.exception import ConfigError, TagExpressionError

from support.runner.account import RUN_FAILED

_LOOKED_AT = ("headed", "slow", "pause", "keep")


def specs(
    paths: list[str], chosen: list[str], userdata: Mapping[str, object], jobs: str | None = None
) -> int:
    """Run the specifications; 2 with one sentence when something that was asked means nothing."""
    looked_at = any(userdata.get(one) for one in _LOOKED_AT)
    try:
        number = number_of_jobs(jobs, looked_at=looked_at)
    except JobsUnknown as unknown:
        return refuse(str(unknown))
    return run(arguments_for(paths, chosen, userdata, number))


def run(arguments: list[str]) -> int:
    """Run behave with these arguments in this process; the exit code is the runner's."""
    try:
        return run_behave(Configuration(arguments))
    except (ConfigError, TagExpressionError) as error:
        words = " ".join(str(error).split())
        return refuse(f"What was asked for could not be read: {words}.")


def refuse(sentence: str) -> int:
    """Say why nothing is run; returns the exit code for that."""
    print(sentence, "0 passed, 0 failed", sep="\n")
    return RUN_FAILED


class JobsUnknown(ValueError):
    """A number of jobs that is none; the message says what is one."""


def number_of_jobs(asked: str | None, *, looked_at: bool = False) -> int:
    """How many processes run the cases in a browser; 1 is this one.

    Args:
        asked: a number, or `auto` for one a core, and two at least. Left out it is auto,
            but 1 where somebody looks at the browser or the platform.
        looked_at: whether somebody does.
    """
    if not asked:
        asked = "1" if looked_at else "auto"
    if asked == "auto":
        return max(2, cores())
    if not asked.isdecimal() or int(asked) < 1:
        raise JobsUnknown(f"JOBS (--jobs) is a number of processes from 1 on, or auto, and not {asked!r}.")
    return int(asked)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # macOS binds no process to some of its cores


def arguments_for(
    paths: list[str], chosen: list[str], userdata: Mapping[str, object], jobs: int = 1
) -> list[str]:
    """The words of a behave command line: tags, jobs, `-D` for each setting that was given, paths."""
    words = [f"--tags={expression}" for expression in chosen]
    if jobs > 1:
        words += ["--jobs", str(jobs)]
    for name, value in userdata.items():
        if value not in (None, False, ""):
            words += ["-D", f"{name}={str(value).lower() if isinstance(value, bool) else value}"]
    return [*words, *paths]
