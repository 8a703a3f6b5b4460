"""What lasts a whole run: engines come when they are asked for, and not before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from support.drivers.engines.engine import EngineUnavailable
from tests.support.worlds import tiny_world


def test_a_run_by_api_loads_no_engine(root: Path) -> None:
    code = (
        "import sys, features.environment, support.drivers.reference.arriving;"
        "print(*(name for name in sys.modules if name.startswith(('playwright', 'support.drivers.engines'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_an_engine_is_made_once_and_an_unknown_one_is_refused() -> None:
    run = tiny_world().run
    assert run.engine("chromium") is run.engine("chromium")
    with pytest.raises(EngineUnavailable, match="There is no engine 'netscape'; known are chromium"):
        run.engine("netscape")
