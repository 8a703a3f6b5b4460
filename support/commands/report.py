"""Makes the pages of a run: Allure's of its results, and Cucumber's own of its record."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from support.record.words import FILE
from support.runner.account import RUN_FAILED
from support.setting_up.node import folder_of_node

_ANALYTICS = re.compile(r'<script async src="https://www\.googletagmanager\.com[^>]*>\s*</script>')
# One file that a double click opens; by kind, feature and rule.
LOOKS = ("--single-file", "--name", "Magic Moment", "--group-by", "epic,feature,story")
DRAWN_BY = Path(__file__).parents[1] / "reporting/record_page.mjs"
GENERATOR = Path("node_modules/.bin/allure")


def report(reports: Path = Path("reports")) -> int:
    """Make `reports/allure/index.html`; 2 with one sentence when results or the generator are missing."""
    results = reports / "allure-results"
    if not any(results.glob("*-result.json")):
        print(f"There are no results in {results}; run the specifications first: make specs.")
        return RUN_FAILED
    if not GENERATOR.exists():
        print("The report needs its node packages, which are not installed; type: make setup.")
        return RUN_FAILED
    pages = reports / "allure"
    shutil.rmtree(pages, ignore_errors=True)  # an older page beside a newer one would be taken for it
    command = [str(GENERATOR), "awesome", str(results), "--output", str(pages), *LOOKS]
    if not _made(command):
        return RUN_FAILED
    _keep_to_oneself(pages / "index.html")
    print(f"The report: {pages / 'index.html'} (one file; a browser opens it by itself)")
    return _record_page(reports / FILE)


def _record_page(record: Path) -> int:
    """Draw the record beside itself, for who knows Cucumber's pages; 2 with a sentence when it cannot be."""
    page = record.with_suffix(".html")
    if not record.exists():
        print(f"There is no record at {record}; run the specifications first: make specs.")
        return RUN_FAILED
    if not _made(["node", str(DRAWN_BY), str(record), str(page)]):
        return RUN_FAILED
    print(f"The record: {page}")
    return 0


def _made(command: Sequence[str]) -> bool:
    """Run a program of node's; says why when it fails."""
    path = os.pathsep.join(filter(None, [str(folder_of_node() or ""), os.environ.get("PATH", "")]))
    done = subprocess.run(
        command, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"Making the report failed: {(done.stderr or done.stdout).strip()}", file=sys.stderr)
    return done.returncode == 0


def _keep_to_oneself(page: Path) -> None:
    """Take out what tells an analytics service that somebody reads the report."""
    page.write_text(_ANALYTICS.sub("", page.read_text("utf-8")), "utf-8")
