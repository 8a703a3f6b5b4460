"""The parts' log lines, by the trace that they belong to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request

from webbuilder.asking import settings_of
from webbuilder.control.routes import operator
from webbuilder.problems import Problem

MOST_LINES = 500
MOST_TRACES = 100
_READ = 16 * 1024 * 1024  # bytes from the end of each file: what is older is not asked for while it matters
_TRACE_ID = re.compile(r"[0-9a-f]{32}")

router = APIRouter(prefix="/control", dependencies=[Depends(operator)], include_in_schema=False)


@router.get("/logs")
def lines_of_traces(
    request: Request, trace: Annotated[list[str] | None, Query()] = None
) -> dict[str, list[dict[str, Any]]]:
    """Return the log lines of one trace or several, the oldest first; of more than 500, the last ones.

    Raises:
        Problem: no trace is named, too many are, or a word is no trace id.
    """
    wanted = frozenset(trace or ())
    _refuse(wanted)
    return {"lines": lines_of(settings_of(request).data, wanted)}


def lines_of(data: Path, wanted: frozenset[str]) -> list[dict[str, Any]]:
    """Return log lines of some traces below a data folder, the oldest first; of more than 500 the last."""
    files = sorted((data / "logs").glob("*.log"))
    found = (line for file in files for line in _lines(file, wanted))
    return sorted(found, key=lambda line: str(line.get("timestamp", "")))[-MOST_LINES:]


def _refuse(wanted: frozenset[str]) -> None:
    if not wanted:
        raise Problem(
            422, "no-trace", "Name the traces whose log lines you want: ?trace=<32 hexadecimal digits>."
        )
    if len(wanted) > MOST_TRACES:
        raise Problem(
            422,
            "too-many-traces",
            f"{len(wanted)} traces are too many at once. Ask for {MOST_TRACES} at most.",
        )
    for one in sorted(wanted):
        if not _TRACE_ID.fullmatch(one):
            raise Problem(
                422,
                "no-trace-id",
                f"“{one[:80]}” is no trace id. Give 32 small hexadecimal digits, as in X-Trace-Id.",
            )


def _lines(file: Path, wanted: frozenset[str]) -> Iterator[dict[str, Any]]:
    """Give the lines of a file that belong to the traces; lines that are no JSON belong to none."""
    with file.open("rb") as log:
        log.seek(max(0, file.stat().st_size - _READ))
        for raw in log:
            if b'"trace_id"' not in raw:
                continue
            line = _parsed(raw)
            if line.get("trace_id") in wanted:
                yield {"part": file.stem, **line}


def _parsed(raw: bytes) -> dict[str, Any]:
    try:
        line = json.loads(raw)
    except ValueError:
        return {}  # cut off where the reading began, or written by something that does not log as we do
    return line if isinstance(line, dict) else {}
