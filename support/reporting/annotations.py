"""Tells GitHub and GitLab what a run found, in the way that each shows beside a change."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.reporting.words import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from support.runner.account import Result, Verdict

QUALITY = "run/gl-code-quality.json"
_ENDS_A_MESSAGE, _ENDS_A_PROPERTY = "%\r\n", "%\r\n:,"
_COUNTED: tuple[Verdict, ...] = ("passed", "failed", "flaky", "quarantined", "not_run")
# how each outcome is told by GitHub, and how much it weighs to GitLab
_WEIGHTS = {
    "failed": ("error", "critical"),
    "flaky": ("error", "major"),
    "quarantined": ("warning", "minor"),
    "not_run": ("warning", "major"),
}


def annotate(
    results: Sequence[Result], troubles: Sequence[str], reports: Path, environment: Mapping[str, str]
) -> list[str]:
    """Write what the service reads on which this run takes place, if it is on one.

    Args:
        environment: GITHUB_ACTIONS, GITHUB_STEP_SUMMARY and GITLAB_CI say where it takes place.

    Returns:
        The lines that have to be printed. OSError when a file cannot be written.
    """
    if environment.get("GITLAB_CI") == "true":
        quality = json.dumps(list(_quality(results)), indent=2, ensure_ascii=False)
        (reports / QUALITY).parent.mkdir(parents=True, exist_ok=True)
        (reports / QUALITY).write_text(quality + "\n", encoding="utf-8")
    if environment.get("GITHUB_ACTIONS") != "true":
        return []
    page = environment.get("GITHUB_STEP_SUMMARY")
    if page:
        with Path(page).open("a", encoding="utf-8") as summary:
            summary.write("\n".join(_page(results, troubles)) + "\n")
    return [
        *(_command("error", trouble, title="The account of this run is not whole") for trouble in troubles),
        *(_annotation(result) for result in _worth_telling(results)),
    ]


def _worth_telling(results: Iterable[Result]) -> list[Result]:
    return [one for one in results if one.outcome != "passed" and not one.excused]


def _annotation(result: Result) -> str:
    case = result.case
    kind, _ = _WEIGHTS[result.outcome]
    return _command(kind, _said(result), file=case.path, line=str(case.line), title=_name(result))


def _command(kind: str, message: str, **properties: str) -> str:
    """Return a workflow command, with everything escaped that would end a part of it early."""
    told = ",".join(f"{name}={_escaped(value, _ENDS_A_PROPERTY)}" for name, value in properties.items())
    return f"::{kind} {told}::{_escaped(message, _ENDS_A_MESSAGE)}"


def _escaped(words: str, special: str) -> str:
    return "".join(f"%{ord(one):02X}" if one in special else one for one in words)


def _page(results: Sequence[Result], troubles: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a page in Markdown: a row for each feature, then whatever is no pass."""
    features = dict.fromkeys(result.case.path for result in results)
    yield "### Specifications\n"
    yield _row("feature", *(one.replace("_", " ") for one in _COUNTED))
    yield _row("---", *("---:" for _ in _COUNTED))
    for path in features:
        yield _counts(_plain(short(path)), (one for one in results if one.case.path == path))
    yield _counts("**all**", results) + "\n"
    for result in _worth_telling(results):
        yield f"- {_plain(_name(result))} ({_plain(result.case.place)}): {_plain(_said(result))}"
    for trouble in troubles:
        yield f"- **The account of this run is not whole:** {_plain(trouble)}"


def _counts(name: str, results: Iterable[Result]) -> str:
    counts = Counter(one.outcome for one in results)
    return _row(name, *(str(counts[outcome] or "") for outcome in _COUNTED))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(words: str) -> str:
    """Return words that Markdown shows as they are, on one line."""
    special = "\\`*_[]<>|#&~"
    return "".join(f"&#{ord(one)};" if one in special else one for one in " ".join(words.split()))


def _quality(results: Iterable[Result]) -> Iterator[dict[str, Any]]:
    """Yield what GitLab calls an issue of code quality for each case that is worth telling."""
    for result in _worth_telling(results):
        _, severity = _WEIGHTS[result.outcome]
        yield {
            "description": f"{_name(result)}: {_said(result)}",
            "check_name": f"specification {result.outcome.replace('_', ' ')}",
            "fingerprint": hashlib.sha256(f"{result.outcome} {result.case.id}".encode()).hexdigest(),
            "severity": severity,
            "location": {"path": result.case.path, "lines": {"begin": result.case.line}},
        }


def _name(result: Result) -> str:
    case = result.case
    row = f" #{case.row}" if case.row else ""
    return f"{case.title}{row} on {'the API' if case.channel == 'api' else case.engine}"


def _said(result: Result) -> str:
    return f"{result.outcome.replace('_', ' ')}: {result.because}"
