"""Brings the browsers that a run will ask for, where they are missing: by Playwright, or from Debian."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import partial

from support.engines import BROUGHT, KNOWN
from support.setting_up.browser import NoBrowser, find_chromium, find_firefox
from support.setting_up.by_name import find_build, find_grid, find_program
from support.setting_up.webkit import find_webkit

# each engine's packages in Debian
PACKAGES = {
    "chromium": ("chromium-headless-shell",),
    "firefox": ("firefox-esr",),
    "webkit": ("webkit2gtk-driver", "xvfb"),
}
PLAYWRIGHT_PACKAGE = "chromium-headless-shell"
DOWNLOAD_LIMIT_S, CONNECTION_LIMIT_MS = 600, 5_000
_FIND: dict[str, Callable[[], object]] = {
    "chromium": find_chromium,
    "firefox": find_firefox,
    "webkit": find_webkit,
    **{name: partial(find_program, name) for name in ("chrome", "edge", "safari")},
    **{name: partial(find_build, name) for name in ("playwright-firefox", "playwright-webkit")},
    "grid": find_grid,
}


def missing(engine: str) -> str:
    """Return why an engine is not on this machine, in a sentence; empty when it is."""
    try:
        _FIND[engine]()
    except NoBrowser as reason:
        return str(reason)
    return ""


def ensure(engine: str) -> None:
    """Have an engine, brought where there is none yet.

    Raises:
        NoBrowser: it cannot be brought; what was tried is said.
    """
    reason = missing(engine)
    if not reason:
        return
    if engine not in BROUGHT or os.environ.get(f"MM_{engine.upper()}"):
        raise NoBrowser(reason)  # somebody has named one, and no other will do
    ways = ([_by_playwright] if engine == "chromium" else []) + [lambda: _by_debian(engine)]
    tried = [why for why in (way() for way in ways) if why]
    if missing(engine):
        named = "" if engine == "webkit" else f", or set MM_{engine.upper()} to the path of one"
        raise NoBrowser(
            f"There is no {engine.capitalize()} and none could be brought ({'; '.join(tried)}); type"
            f" `apt-get install {' '.join(PACKAGES[engine])}` as root{named}."
        )


def _by_playwright() -> str | None:
    """Let Playwright bring its headless shell; returns why not."""
    command = [sys.executable, "-m", "playwright", "install", PLAYWRIGHT_PACKAGE]
    limits = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": str(CONNECTION_LIMIT_MS)}
    return _bring("a browser with Playwright", command, limits, "Playwright could not download one")


def _by_debian(engine: str) -> str | None:
    """Install Debian's packages, as root or when asked to, without asking for a password; returns why not."""
    if not shutil.which("apt-get"):
        return "there is no apt-get"
    root = os.geteuid() == 0
    if not root and os.environ.get("INSTALL") != "system":
        return "Debian's packages need root or INSTALL=system"
    sudo = [] if root else ["sudo", "-n"]
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    update = _bring(
        "Debian's list of packages", [*sudo, "apt-get", "update", "-qq"], quiet, "apt-get update failed"
    )
    command = [*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES[engine]]
    install = _bring(
        f"Debian's {engine.capitalize()}", command, quiet, f"apt-get could not install {PACKAGES[engine][0]}"
    )
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


def main(asked: Sequence[str]) -> int:
    """Bring the engines for `make`; 2 with a sentence when Chromium is wanted and cannot be had.

    A run goes on without the others, and says of each of their cases why it did not run.
    """
    names = dict.fromkeys(name for word in asked for name in word.replace(",", " ").split())
    for name in names or ["chromium"]:
        if name not in KNOWN:
            near = get_close_matches(name, KNOWN, n=1)
            hint = f" (did you mean {near[0]}?)" if near else ""
            print(f"There is no engine {name!r}{hint}; known are {', '.join(KNOWN)}.", file=sys.stderr)
            return 2
        try:
            ensure(name)
        except NoBrowser as reason:
            print(reason, file=sys.stderr)
            if name == "chromium":
                return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
