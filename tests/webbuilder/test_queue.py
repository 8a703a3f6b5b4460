"""The builder's queue of operations, run by node: what is sent when, and what gives way to what."""

from __future__ import annotations

import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def test_the_queue_holds_what_it_promises() -> None:
    done = subprocess.run(
        ["node", "--test", "--test-reporter=tap", HERE / "queue.test.mjs"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "# pass 9" in done.stdout, "each of them ran"
