"""Makes the pages of the report from the Allure results, with the npm package `allure`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from support.runner.account import RUN_FAILED
from support.setting_up.node import folder_of_node

GENERATOR = Path("node_modules/.bin/allure")


def report(reports: Path = Path("reports")) -> int:
    """Make `reports/allure/index.html`; 2 with one sentence when results or the generator are missing."""
    results = reports / "allure-results"
    if not any(results.glob("*-result.json")):
        print(f"There are no results in {results}; run the specifications first: make specs.")
        return RUN_FAILED
    if not GENERATOR.exists():
        print("The report needs its node packages, which are not installed; type: make report.")
        return RUN_FAILED
    path = os.pathsep.join(filter(None, [str(folder_of_node() or ""), os.environ.get("PATH", "")]))
    command = [str(GENERATOR), "generate", str(results), "--output", str(reports / "allure")]
    done = subprocess.run(
        command, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"Making the report failed: {(done.stderr or done.stdout).strip()}", file=sys.stderr)
        return RUN_FAILED
    print(f"The report: {reports / 'allure' / 'index.html'}")
    return 0
