"""Finds browsers: the one that is named, Playwright's, the system's."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

SYSTEM_SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
SYSTEM_BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MAC_BROWSERS = ("Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium")
PLAYWRIGHT_SHELLS = (
    "chromium_headless_shell-*/*/headless_shell",
    "chromium_headless_shell-*/*/chrome-headless-shell",
)
PLAYWRIGHT_BROWSERS = ("chromium-*/*/chrome", "chromium-*/*/*.app/Contents/MacOS/*")
FIREFOXES = ("firefox-esr", "firefox")
MAC_FIREFOXES = ("Firefox.app/Contents/MacOS/firefox",)


class NoBrowser(RuntimeError):
    """There is no browser to be had; the message says what to type."""


def find_chromium(*, headed: bool = False) -> Path:
    """The Chromium to start, a headless shell before a full one unless it must be seen; or `NoBrowser`."""
    named = os.environ.get("MM_CHROMIUM")
    if named:
        return a_program(Path(named), "MM_CHROMIUM")
    for candidate in (*_of_playwright(headed=headed), *_of_the_system(headed=headed)):
        return candidate
    kind = "a window of a browser needs a full Chromium" if headed else "there is no Chromium on this machine"
    raise NoBrowser(
        f"The browser scenarios cannot start: {kind}; type `make setup`, or `make setup INSTALL=system` for"
        " Debian's package, or set MM_CHROMIUM to the path of one."
    )


def a_program(named: Path, by: str) -> Path:
    """Return what somebody named; `NoBrowser` when it cannot be started."""
    if not (named.is_file() and os.access(named, os.X_OK)):
        raise NoBrowser(f"{by} names {named}, which is no program; correct it or unset it.")
    return named


def find_firefox() -> Path:
    """The Firefox to start; `NoBrowser` when there is none."""
    named = os.environ.get("MM_FIREFOX")
    if named:
        return a_program(Path(named), "MM_FIREFOX")
    for name in FIREFOXES:
        found = shutil.which(name)
        if found:
            return Path(found)
    for path in MAC_FIREFOXES:
        if (found_there := Path("/Applications") / path).exists():
            return found_there
    raise NoBrowser(
        "There is no Firefox on this machine; type `make setup ENGINES=firefox`, or `apt-get install"
        f" {FIREFOXES[0]}` as root, or set MM_FIREFOX to the path of one."
    )


def _of_playwright(*, headed: bool) -> Iterator[Path]:
    home = Path.home()
    named = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    folders = (
        [Path(named)] if named else [home / ".cache/ms-playwright", home / "Library/Caches/ms-playwright"]
    )
    patterns = PLAYWRIGHT_BROWSERS if headed else (*PLAYWRIGHT_SHELLS, *PLAYWRIGHT_BROWSERS)
    for pattern in patterns:
        for folder in folders:
            yield from sorted((one for one in folder.glob(pattern) if os.access(one, os.X_OK)), reverse=True)


def _of_the_system(*, headed: bool) -> Iterator[Path]:
    for name in SYSTEM_BROWSERS if headed else (*SYSTEM_SHELLS, *SYSTEM_BROWSERS):
        found = shutil.which(name)
        if found:
            yield Path(found)
    yield from (path for name in MAC_BROWSERS if (path := Path("/Applications") / name).exists())
