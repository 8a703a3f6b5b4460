"""Chromium, driven by Playwright: one browser a run, a fresh context for each person's machine."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import Error, sync_playwright

from support.drivers.engines.machine import Machine
from support.drivers.engines.playwright_page import PlaywrightPage
from support.evidence.private_folder import PrivateFolder
from support.setting_up.browser import find_chromium

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser, Playwright

    from support.drivers.page import Cookie
    from support.journal import Journal
    from support.settings import RunSettings

_WINDOW = {"width": 1440, "height": 900}
_QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # each machine has one page, so a renderer kept ready for the next would only cost time
    "--disable-features=SpareRendererForSitePerProcess",
)
PATIENCE = 10.0  # seconds that an act waits until it can be done, times the scale of the machine


class EngineDidNotStart(Exception):
    """A browser is installed and does not start; the message says which and what to do."""


@dataclass(slots=True)
class Chromium:
    """A running Chromium."""

    settings: RunSettings
    name: str = "chromium"
    _playwright: Playwright | None = field(default=None)
    _browser: Browser | None = field(default=None)
    _records: PrivateFolder | None = field(default=None)

    def _started(self) -> Browser:
        if self._browser is None:
            path = self.settings.chromium or find_chromium(headed=self.settings.headed)
            self._playwright = self._playwright or sync_playwright().start()
            root = hasattr(os, "geteuid") and os.geteuid() == 0
            sandbox = ("--no-sandbox",) if root else ()
            self._records = self._records or PrivateFolder()
            try:
                self._browser = self._playwright.chromium.launch(
                    executable_path=path,
                    headless=not self.settings.headed,
                    slow_mo=self.settings.slow,
                    args=[*_QUIET, *sandbox],
                    traces_dir=self._records.path,
                )
            except Error as error:
                message = (
                    f"The browser {path} does not start: {_first_line(error)}. "
                    "Install it anew (make setup), or name another one in MM_CHROMIUM."
                )
                raise EngineDidNotStart(message) from error
        return self._browser

    def start(self) -> None:
        """Start the browser now rather than when it is first asked for.

        Raises:
            NoBrowser: there is none on this machine.
            EngineDidNotStart: there is one, and it does not start.
        """
        self._started()

    def answers(self) -> bool:
        """Whether the browser does what it is asked, if it was started at all."""
        if self._browser is None:
            return True
        try:
            self._browser.new_context().close()
        except Error:
            return False
        return True

    def forget(self) -> None:
        """Let go of a browser that does not answer; the next thing asked of the engine starts another."""
        self._browser = None

    def evidence(self) -> dict[str, str | None]:
        """Return what really acted: name, version, driver; nothing stands in for it."""
        return {
            "name": self.name,
            "version": self._started().version,
            "driver": "playwright-cdp",
            "substitution": None,
        }

    def new_machine(
        self, journal: Journal, cookies: Sequence[Cookie] = (), *, scripts: bool = True, scale: float = 1.0
    ) -> Machine:
        """Open a fresh context with one page; its acts wait `scale` times as long as usual."""
        context = self._started().new_context(viewport=_WINDOW, java_script_enabled=scripts)  # type: ignore[arg-type]  # a TypedDict of Playwright's own
        context.set_default_timeout(PATIENCE * 1000 * scale)
        context.add_cookies([{"name": one.name, "value": one.value, "url": one.address} for one in cookies])
        machine = Machine(PlaywrightPage(context.new_page(), journal), context)
        if self.settings.evidence == "failure":
            machine.record()
        return machine

    def stop(self) -> None:
        """End the browser, and take away what it recorded of machines that nobody closed."""
        try:
            if self._browser is not None:
                self._browser.close()
            if self._playwright is not None:
                self._playwright.stop()
        finally:
            if self._records is not None:
                self._records.remove()


def _first_line(error: Error) -> str:
    return next(
        (line.strip() for line in error.message.splitlines() if line.strip()), "no reason given"
    ).rstrip(".")
