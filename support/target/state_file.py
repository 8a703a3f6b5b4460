"""What `make platform` writes down of the platform that runs here, by which the target `local` finds it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from support.target.description import TargetFailed


def state_file() -> Path:
    """Return where `make platform` writes what runs where, and `local` reads it; MM_STATE names another."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("MM_STATE") or cache / "magic-moment" / "local.json")


def what_runs_here() -> dict[str, Any]:
    """Return the platform's addresses and the operator's key, as they are written there.

    Raises:
        TargetFailed: nothing runs here, or the file cannot be read.
    """
    file = state_file()
    try:
        facts = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        message = (
            f"No platform is running here: there is no {file}. Start one in another terminal: make platform."
        )
        raise TargetFailed(message) from None
    except ValueError:
        facts = None
    if not isinstance(facts, dict) or not facts.get("app"):
        message = (
            f"The state file {file} cannot be read or names no address app. Write it anew: make platform."
        )
        raise TargetFailed(message)
    return facts
