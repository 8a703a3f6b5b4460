"""The report of loads: each with its verdict, what came of each sentence, and how it went by the second."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from support.reporting.templating import page_of

if TYPE_CHECKING:
    from pathlib import Path

    from support.load.outcome import LoadTold

FOLDER, SUMMARY, PAGE = "load", "summary.json", "load.html"
_SECOND = 1000  # ms


def write(told: LoadTold, reports: Path) -> Path:
    """Write what came of a load, for machines and for people, beside what came of others; return the page."""
    folder = reports / FOLDER
    (folder / "each").mkdir(parents=True, exist_ok=True)
    one = json.dumps(told.told(), ensure_ascii=False)
    (folder / "each" / f"{told.slug}.json").write_text(one, "utf-8")
    every = [json.loads(file.read_text("utf-8")) for file in sorted((folder / "each").glob("*.json"))]
    (folder / SUMMARY).write_text(json.dumps(every, indent=1, ensure_ascii=False), "utf-8")
    shown = folder / PAGE
    made = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    shown.write_text(page_of("load.html", __file__, loads=every, seconds=seconds, made=made), "utf-8")
    return shown


def seconds(milliseconds: float) -> str:
    """Return a time as people read it."""
    if milliseconds < _SECOND:
        return f"{milliseconds:.0f} ms"
    return f"{milliseconds / _SECOND:.1f} s"
