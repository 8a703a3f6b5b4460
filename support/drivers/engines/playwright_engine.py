"""An engine that Playwright drives: one browser a run, a fresh context for each person's machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from playwright.sync_api import Error, ViewportSize, sync_playwright

from support.drivers.engines.engine import OPENING, PATIENCE, EngineUnavailable
from support.drivers.engines.manners import prelude
from support.drivers.engines.playwright_machine import PlaywrightMachine
from support.drivers.engines.playwright_page import PlaywrightPage, TouchedPage
from support.drivers.engines.read_back import SCRIPT, refuse_lacking, refuse_other
from support.engines import AS_USUAL, SIZES, USUAL
from support.evidence.private_folder import PrivateFolder
from support.setting_up.browser import NoBrowser

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, Playwright

    from support.drivers.page import Cookie
    from support.engines import Ways
    from support.journal import Journal
    from support.settings import RunSettings


class PlaywrightProcess:
    """Playwright's own process, one for all engines of a run: it takes no second one beside it."""

    def __init__(self) -> None:
        self._running: Playwright | None = None

    def get(self) -> Playwright:
        """Return it, started when first asked for."""
        self._running = self._running or sync_playwright().start()
        return self._running

    def stop(self) -> None:
        """End it."""
        if self._running is not None:
            self._running.stop()
            self._running = None


class PlaywrightEngine:
    """A running browser; how it is found and launched is each engine's own."""

    name: ClassVar[str]
    driver: ClassVar[str]
    setting: ClassVar[str]
    page: ClassVar[type[PlaywrightPage]] = PlaywrightPage
    lacks: ClassVar[Sequence[str]] = ()

    def __init__(self, settings: RunSettings, process: PlaywrightProcess) -> None:
        self.settings = settings
        self._process = process
        self._browser: Browser | None = None
        self._records: PrivateFolder | None = None

    def _find(self) -> Path:
        """Return the program to start; NoBrowser when there is none."""
        raise NotImplementedError

    def _launch(self, playwright: Playwright, program: Path, records: Path) -> Browser:
        """Start the program."""
        raise NotImplementedError

    def _started(self) -> Browser:
        if self._browser is None:
            try:
                program = self._find()
            except NoBrowser as none:
                raise EngineUnavailable(str(none)) from None
            self._records = self._records or PrivateFolder()
            try:
                browser = self._launch(self._process.get(), program, self._records.path)
                self._read_back(browser)
            except Error as error:
                raise EngineUnavailable(
                    f"The browser {program} does not start: {_first_line(error)}. "
                    f"Install it anew (make setup), or name another one in {self.setting}."
                ) from error
            self._browser = browser
        return self._browser

    def _read_back(self, browser: Browser) -> None:
        """EngineUnavailable, and no browser left, when its pages are not what they are asked to be."""
        try:
            with browser.new_context(viewport=_viewport(USUAL)) as context:
                refuse_other(self.name, context.new_page().evaluate(SCRIPT))
        except (Error, EngineUnavailable):
            browser.close()
            raise

    def start(self) -> None:
        """Start the browser now rather than when it is first asked for.

        Raises:
            EngineUnavailable: there is none on this machine, or it does not start.
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
        """Return what really acts: name, version, driver, and what it stands in for, if anything."""
        return {
            "name": self.name,
            "version": self._started().version,
            "driver": self.driver,
            "substitution": None,
        }

    def new_machine(
        self, journal: Journal, cookies: Sequence[Cookie] = (), ways: Ways = AS_USUAL, *, scale: float = 1.0
    ) -> PlaywrightMachine:
        """Open a fresh context with one page; its acts wait `scale` times as long as usual."""
        refuse_lacking(self.name, ways)
        browser = self._started()
        context = browser.new_context(
            viewport=_viewport(ways.device), java_script_enabled=ways.scripts, has_touch=ways.touch
        )
        if own := prelude(ways):
            context.add_init_script(own)
        context.set_default_timeout(PATIENCE * 1000 * scale)
        context.set_default_navigation_timeout(OPENING * 1000 * max(scale, 1.0))
        context.add_cookies([{"name": one.name, "value": one.value, "url": one.address} for one in cookies])
        page = TouchedPage if ways.touch else self.page
        machine = PlaywrightMachine(page(context.new_page(), journal), context)
        if self.settings.evidence == "failure":
            machine.record()
        return machine

    def stop(self) -> None:
        """End the browser, and take away what it recorded of machines that nobody closed."""
        try:
            if self._browser is not None:
                self._browser.close()
        finally:
            self._browser = None
            if self._records is not None:
                self._records.remove()


def _viewport(device: str) -> ViewportSize:
    width, height = SIZES[device]
    return {"width": width, "height": height}


def _first_line(error: Error) -> str:
    return next(
        (line.strip() for line in error.message.splitlines() if line.strip()), "no reason given"
    ).rstrip(".")
