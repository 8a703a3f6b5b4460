"""Finds a Chromium, and brings one where there is none: named, Playwright's or the system's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
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
DEBIAN_PACKAGE = "chromium-headless-shell"
PLAYWRIGHT_PACKAGE = "chromium-headless-shell"
DOWNLOAD_LIMIT_S, CONNECTION_LIMIT_MS = 600, 5_000


class NoBrowser(RuntimeError):
    """There is no browser to be had; the message says what to type."""


def find_chromium(*, headed: bool = False) -> Path:
    """The Chromium to start, a headless shell before a full one unless it must be seen; or `NoBrowser`."""
    named = os.environ.get("MM_CHROMIUM")
    if named:
        if not (Path(named).is_file() and os.access(named, os.X_OK)):
            raise NoBrowser(f"MM_CHROMIUM names {named}, which is no program; correct it or unset it.")
        return Path(named)
    for candidate in (*_of_playwright(headed=headed), *_of_the_system(headed=headed)):
        return candidate
    kind = "a window of a browser needs a full Chromium" if headed else "there is no Chromium on this machine"
    raise NoBrowser(
        f"The browser scenarios cannot start: {kind}; type `make setup`, or `make setup INSTALL=system` for"
        " Debian's package, or set MM_CHROMIUM to the path of one."
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


def ensure_chromium() -> Path:
    """A Chromium, brought by Playwright or from Debian where there is none yet; or `NoBrowser`."""
    try:
        return find_chromium()
    except NoBrowser:
        if os.environ.get("MM_CHROMIUM"):
            raise
    tried = [why for why in (_by_playwright(), _by_debian()) if why]
    try:
        return find_chromium()
    except NoBrowser:
        raise NoBrowser(
            f"There is no Chromium and none could be brought ({'; '.join(tried)}); type `apt-get install"
            f" {DEBIAN_PACKAGE}` as root, or set MM_CHROMIUM to the path of one."
        ) from None


def _by_playwright() -> str | None:
    """Let Playwright bring its headless shell; returns why not."""
    command = [sys.executable, "-m", "playwright", "install", PLAYWRIGHT_PACKAGE]
    limits = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": str(CONNECTION_LIMIT_MS)}
    return _bring("a browser with Playwright", command, limits, "Playwright could not download one")


def _by_debian() -> str | None:
    """Install Debian's package, as root or when asked to, without asking for a password; returns why not."""
    if not shutil.which("apt-get"):
        return "there is no apt-get"
    root = os.geteuid() == 0
    if not root and os.environ.get("INSTALL") != "system":
        return "Debian's package needs root or INSTALL=system"
    sudo = [] if root else ["sudo", "-n"]
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    update = _bring(
        "Debian's list of packages", [*sudo, "apt-get", "update", "-qq"], quiet, "apt-get update failed"
    )
    command = [*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", DEBIAN_PACKAGE]
    install = _bring("Debian's Chromium", command, quiet, "apt-get could not install one")
    return install and (update or install)


def _bring(what: str, command: list[str], environment: dict[str, str], failure: str) -> str | None:
    print(f"Installing {what} …", end=" ", flush=True)
    started = time.monotonic()
    try:
        done = subprocess.run(
            command,
            env={**os.environ, **environment},
            capture_output=True,
            timeout=DOWNLOAD_LIMIT_S,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except (subprocess.TimeoutExpired, FileNotFoundError):
        print("failed.")
        return failure
    print("failed." if done.returncode else f"{time.monotonic() - started:.0f} s.")
    return failure if done.returncode else None


def main() -> int:
    """Bring a browser for `make`; 2 with one sentence when that cannot be done."""
    try:
        ensure_chromium()
    except NoBrowser as reason:
        print(reason, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
