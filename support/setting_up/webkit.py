"""Finds WebKitGTK: its WebDriver, its small browser, and the virtual screen that it needs."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from support.setting_up.browser import NoBrowser

_LIBRARIES = "/usr/lib"
_BROWSER = "webkit2gtk-4.*/MiniBrowser"


@dataclass(frozen=True, slots=True)
class WebKitPrograms:
    """The programs that WebKit is made of here."""

    driver: Path
    browser: Path
    screen: Path


def find_webkit() -> WebKitPrograms:
    """Return the programs; `NoBrowser` names those that are missing, and what to type."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    browsers = sorted(Path(_LIBRARIES).glob(f"*/{_BROWSER}"), reverse=True)
    browser = next((one for one in browsers if os.access(one, os.X_OK)), None)
    if driver and browser and screen:
        return WebKitPrograms(Path(driver), browser, Path(screen))
    there = {"WebKitWebDriver": driver, "MiniBrowser": browser, "Xvfb": screen}
    missing = ", ".join(name for name, found in there.items() if not found)
    raise NoBrowser(
        f"WebKit is not on this machine ({missing} missing); type `make setup ENGINES=webkit`, or"
        " `apt-get install webkit2gtk-driver xvfb` as root."
    )
