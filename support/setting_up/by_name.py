"""Finds browsers that a run may ask for by name: nobody brings them, and no other one takes their place."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.engines import CHROMIUM_BY_NAME
from support.setting_up.browser import NoBrowser, a_program

_PROGRAMS = {
    "chrome": ("google-chrome-stable", "google-chrome"),
    "edge": ("microsoft-edge-stable", "microsoft-edge"),
    "safari": ("safaridriver",),
}
_ON_A_MAC = {
    "chrome": "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "edge": "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
}
_BUILDS = {
    "playwright-firefox": ("firefox-*/firefox/firefox", "firefox-*/firefox/*.app/Contents/MacOS/firefox"),
    "playwright-webkit": ("webkit-*/pw_run.sh",),
}
_ASKING = 20.0  # seconds that a browser may take to say its version
_MISSING = "There is no {engine} on this machine; install it, or set {setting} to the path of its program."


@dataclass(frozen=True, slots=True)
class Grid:
    """A Selenium Grid: its address, and what it is asked for."""

    address: str
    capabilities: dict[str, Any]


def setting_of(engine: str) -> str:
    """Return the environment variable that names an engine's program."""
    return f"MM_{engine.upper().replace('-', '_')}"


def find_program(engine: str) -> Path:
    """Return the program of a browser by its name; `NoBrowser` when it is not here, or is another one."""
    found = _found(engine)
    if engine in CHROMIUM_BY_NAME:
        _refuse_other(found, CHROMIUM_BY_NAME[engine])
    return found


def _found(engine: str) -> Path:
    setting = setting_of(engine)
    named = os.environ.get(setting)
    if named:
        return a_program(Path(named), setting)
    for one in _PROGRAMS[engine]:
        if there := shutil.which(one):
            return Path(there)
    on_a_mac = Path(_ON_A_MAC.get(engine, ""))
    if on_a_mac.is_file():
        return on_a_mac
    raise NoBrowser(_MISSING.format(engine=CHROMIUM_BY_NAME.get(engine, "safaridriver"), setting=setting))


def _refuse_other(program: Path, brand: str) -> None:
    """Chrome and Edge show Chromium's pages: only their own word tells whether it is them."""
    try:
        asked = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=_ASKING, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoBrowser(f"{program} does not say what it is: {error}.") from error
    said = " ".join(asked.stdout.split())
    if not said.startswith(brand):
        raise NoBrowser(f"{program} is {said or 'silent about its name'}, not {brand}; no other stands in.")


def find_build(engine: str) -> Path:
    """Return the program of a build of Playwright's own; `NoBrowser` when it was never downloaded."""
    named = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    home = Path.home()
    folders = (
        [Path(named)] if named else [home / ".cache/ms-playwright", home / "Library/Caches/ms-playwright"]
    )
    found = [one for folder in folders for pattern in _BUILDS[engine] for one in sorted(folder.glob(pattern))]
    if found:
        return found[-1]
    build = engine.removeprefix("playwright-")
    raise NoBrowser(
        f"Playwright's own {build} is not on this machine; type `.venv/bin/playwright install {build}`."
    )


def find_grid() -> Grid:
    """Return the grid that is named; `NoBrowser` when none is, or it cannot be understood."""
    address = os.environ.get("MM_GRID", "")
    if not address.startswith(("http://", "https://")):
        raise NoBrowser(
            "MM_GRID names no Selenium Grid; set it to an address, http://…, and MM_GRID_CAPABILITIES to what"
            ' it is asked for, such as {"browserName": "MicrosoftEdge"}.'
        )
    try:
        asked = json.loads(os.environ.get("MM_GRID_CAPABILITIES", "{}"))
    except json.JSONDecodeError as error:
        raise NoBrowser(f"MM_GRID_CAPABILITIES cannot be read: {error}.") from error
    if not isinstance(asked, dict) or "browserName" not in asked:
        raise NoBrowser('MM_GRID_CAPABILITIES names no browser; set it to {"browserName": "…"} at least.')
    return Grid(address, asked)
