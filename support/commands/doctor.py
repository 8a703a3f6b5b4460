"""Says what is installed, what is missing and what to type."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from support.setting_up.browser import NoBrowser, find_chromium, find_firefox
from support.setting_up.node import NoNode, find_npm
from support.setting_up.webkit import find_webkit


def doctor() -> int:
    """Print a line for each part; 1 when one is missing that the specifications need."""
    looks: list[tuple[str, Callable[[], str | None], str]] = [
        ("Python", _python, "install Python 3.11 or newer"),
        ("packages", _packages, "make setup"),
        ("Chromium", _chromium, "make setup, or set MM_CHROMIUM to the browser's path"),
        ("Firefox", _firefox, "make setup ENGINES=firefox; its cases are not run until then"),
        ("WebKit", _webkit, "make setup ENGINES=webkit; its cases are not run until then"),
        (
            "reference platform",
            _platform,
            "nothing to do where the specifications run against another platform",
        ),
        ("npm", _npm, "make setup"),
        ("node packages", _node_packages, "make setup"),
    ]
    missing = False
    for name, look, advice in looks:
        found = look()
        print(f"{'✓' if found else '✗'} {name}: {found or f'missing; {advice}'}")
        missing = missing or (not found and name in {"Python", "packages", "Chromium"})
    return 1 if missing else 0


def _python() -> str | None:
    return f"{sys.version_info.major}.{sys.version_info.minor}" if sys.version_info >= (3, 11) else None


def _packages() -> str | None:
    try:
        return ", ".join(f"{name} {metadata.version(name)}" for name in ("behave", "playwright", "httpx"))
    except metadata.PackageNotFoundError:
        return None


def _chromium() -> str | None:
    try:
        return str(find_chromium())
    except NoBrowser:
        return None


def _firefox() -> str | None:
    try:
        return str(find_firefox())
    except NoBrowser:
        return None


def _webkit() -> str | None:
    try:
        return str(find_webkit().browser)
    except NoBrowser:
        return None


def _npm() -> str | None:
    try:
        return str(find_npm())
    except NoNode:
        return shutil.which("npm")


def _platform() -> str | None:
    return "webbuilder" if Path("webbuilder/__init__.py").exists() else None


def _node_packages() -> str | None:
    return "node_modules" if Path("node_modules/.ready").exists() else None
