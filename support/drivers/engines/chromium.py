"""Chromium, driven by Playwright: a headless shell, unless somebody wants to see it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from support.drivers.engines.engine import STARTING
from support.drivers.engines.playwright_engine import PlaywrightEngine
from support.setting_up.browser import a_program, find_chromium

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Playwright

    from support.settings import RunSettings

_QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # each machine has one page, so a renderer kept ready for the next would only cost time
    "--disable-features=SpareRendererForSitePerProcess",
)


def launch_options(settings: RunSettings) -> dict[str, Any]:
    """Return what every Chromium is started with, under whatever name."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {
        "headless": not settings.headed,
        "slow_mo": settings.slow,
        "args": [*_QUIET, *(("--no-sandbox",) if root else ())],
        "timeout": STARTING * 1000,
    }


class Chromium(PlaywrightEngine):
    """A running Chromium."""

    name = "chromium"
    driver = "playwright-cdp"
    setting = "MM_CHROMIUM"

    def _find(self) -> Path:
        named = self.settings.chromium
        return a_program(named, self.setting) if named else find_chromium(headed=self.settings.headed)

    def _launch(self, playwright: Playwright, program: Path, records: Path) -> Browser:
        return playwright.chromium.launch(
            executable_path=program, traces_dir=records, **launch_options(self.settings)
        )
