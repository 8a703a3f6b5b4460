"""Browsers that are taken by name where they are: Chrome, Edge, and the builds that Playwright makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.engines.chromium import launch_options
from support.drivers.engines.engine import STARTING
from support.drivers.engines.playwright_engine import PlaywrightEngine
from support.setting_up.by_name import find_build, find_program

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Playwright


class Branded(PlaywrightEngine):
    """Chrome or Edge: Chromium under somebody's name, and under no other's."""

    driver = "playwright-cdp"
    channel: str

    def _find(self) -> Path:
        return find_program(self.name)

    def _launch(self, playwright: Playwright, program: Path, records: Path) -> Browser:
        return playwright.chromium.launch(
            channel=self.channel,
            executable_path=program,
            traces_dir=records,
            **launch_options(self.settings),
        )


class Chrome(Branded):
    """A running Google Chrome."""

    name = "chrome"
    channel = "chrome"
    setting = "MM_CHROME"


class Edge(Branded):
    """A running Microsoft Edge."""

    name = "edge"
    channel = "msedge"
    setting = "MM_EDGE"


class PlaywrightBuild(PlaywrightEngine):
    """A browser that Playwright builds itself."""

    setting = "PLAYWRIGHT_BROWSERS_PATH"
    kind: str

    def _find(self) -> Path:
        return find_build(self.name)

    def _launch(self, playwright: Playwright, program: Path, records: Path) -> Browser:
        return getattr(playwright, self.kind).launch(  # type: ignore[no-any-return]  # each kind gives a Browser
            executable_path=program,
            headless=not self.settings.headed,
            slow_mo=self.settings.slow,
            traces_dir=records,
            timeout=STARTING * 1000,
        )


class PlaywrightFirefox(PlaywrightBuild):
    """Playwright's own Firefox."""

    name = "playwright-firefox"
    driver = "playwright-juggler"
    kind = "firefox"


class PlaywrightWebKit(PlaywrightBuild):
    """Playwright's own WebKit, which is not Safari."""

    name = "playwright-webkit"
    driver = "playwright-webkit"
    kind = "webkit"

    def evidence(self) -> dict[str, str | None]:
        """Return what really acts, in the place of Safari, which was not run."""
        told = super().evidence()
        return {
            **told,
            "substitution": f"Safari: not run; Playwright's WebKit {told['version']} in its place",
        }
