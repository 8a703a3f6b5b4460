"""`magic-moment load`: what happens as very many come at once, at its full size."""

from __future__ import annotations

import shutil
from collections.abc import Mapping

from support.commands.specs import specs
from support.load.page import FOLDER, PAGE
from support.settings import RunSettings

_LOADS = "@needs.load and not @load"
_LIMIT = 3600.0  # seconds that one may take


def load(chosen: list[str], userdata: Mapping[str, object]) -> int:
    """Run them one at a time, so that none is measured beside another; return what a run of them does."""
    reports = RunSettings.read({}).reports
    shutil.rmtree(reports / FOLDER, ignore_errors=True)
    code = specs([], [_LOADS, *chosen], {**userdata, "limit": _LIMIT}, "1")
    shown = reports / FOLDER / PAGE
    print(f"The report: {shown}" if shown.exists() else "No load was put, so there is no report.")
    return code
