"""Writes `reports/run/junit.xml` from the account of a run, for the many tools that read no better one."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from support.reporting.words import short

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from support.runner.account import Result

FILE = "run/junit.xml"
_RED = {"failed": "failure", "flaky": "failure"}
# what XML 1.0 has no way to say
_UNSAYABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(results: Sequence[Result], reports: Path) -> Path:
    """Write a suite for each feature and a test for each case; returns the file, OSError when it cannot."""
    root = ET.Element("testsuites")
    suites: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        suites[short(result.case.path)].append(result)
    for name, mine in suites.items():
        _suite(root, name, mine)
    file = reports / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    ET.ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)
    return file


def _suite(root: ET.Element, name: str, results: Sequence[Result]) -> None:
    red = sum(one.outcome in _RED for one in results)
    suite = ET.SubElement(
        root,
        "testsuite",
        name=name,
        tests=str(len(results)),
        failures=str(red),
        errors="0",
        skipped=str(sum(one.outcome in {"not_run", "quarantined"} for one in results)),
        time=f"{sum(one.duration_s for one in results):.3f}",
    )
    for result in results:
        _test(suite, result)


def _test(suite: ET.Element, result: Result) -> None:
    case = result.case
    on = "api" if case.channel == "api" else f"{case.engine}/{case.device}"
    title = f"{case.title} #{case.row}" if case.row else case.title
    name = _sayable(f"{title} [{on}]")
    test = ET.SubElement(
        suite,
        "testcase",
        classname=_sayable(f"{short(case.path)}.{case.feature}"),
        name=name,
        file=case.path,
        line=str(case.line),
        time=f"{result.duration_s:.3f}",
    )
    if result.outcome == "passed":
        return
    kind = _RED.get(result.outcome, "skipped")
    because = _sayable(result.because)
    ET.SubElement(test, kind, message=f"{result.outcome.replace('_', ' ')}: {because}")


def _sayable(words: str) -> str:
    return _UNSAYABLE.sub("�", words)
