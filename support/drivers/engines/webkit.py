"""WebKitGTK's MiniBrowser, driven by WebDriver on a screen of its own: what there is of WebKit on Linux."""

from __future__ import annotations

import os
import subprocess
import threading
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from selenium.webdriver.webkitgtk.options import Options

from support.drivers.engines import keeper
from support.drivers.engines.engine import PATIENCE, EngineUnavailable
from support.drivers.engines.read_back import refuse_lacking
from support.drivers.engines.webdriver_machine import WebDriverMachine
from support.drivers.engines.webdriver_page import WebDriverPage
from support.drivers.engines.webdriver_script import script
from support.drivers.engines.webdriver_session import (
    LACKS,
    TROUBLE,
    await_port,
    give,
    open_session,
    told,
)
from support.drivers.loopback import free_port
from support.engines import AS_USUAL
from support.setting_up.browser import NoBrowser
from support.setting_up.webkit import WebKitPrograms, find_webkit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selenium.webdriver.remote.webdriver import WebDriver

    from support.drivers.page import Cookie
    from support.engines import Ways
    from support.journal import Journal
    from support.settings import RunSettings

_SCREEN = "1800x1300x24"


@dataclass(slots=True)
class _Session:
    """A browser of its own, fresh."""

    driver: WebDriver
    process: subprocess.Popen[bytes]


@dataclass(slots=True)
class WebKit:
    """WebKitGTK on a virtual screen; each machine is a browser process of its own, the next one waiting."""

    settings: RunSettings
    name: str = "webkit"
    lacks: ClassVar[Sequence[str]] = LACKS
    _programs: WebKitPrograms | None = None
    _screen: subprocess.Popen[bytes] | None = None
    _display: str = ""
    _version: str = ""
    _waiting: list[_Session] = field(default_factory=list)
    _warming: threading.Thread | None = None
    _trouble: str = ""

    def start(self) -> None:
        """Start the screen and a first browser, which waits for its machine.

        Raises:
            EngineUnavailable: a program is missing, or does not start.
        """
        if self._screen is not None:
            return
        try:
            self._programs = find_webkit()
        except NoBrowser as none:
            raise EngineUnavailable(str(none)) from None
        script()
        self._start_screen()
        try:
            session = self._session()
            self._waiting.append(session)
        except EngineUnavailable:
            self.stop()
            raise
        self._version = str(session.driver.capabilities.get("browserVersion", ""))

    def _start_screen(self) -> None:
        assert self._programs is not None  # noqa: S101 - start comes before
        command = [str(self._programs.screen), "-displayfd", "1", "-screen", "0", _SCREEN, "-nolisten", "tcp"]
        self._screen = keeper.start(command)
        said = self._screen.stdout.readline() if self._screen.stdout else b""
        if not said.strip():
            keeper.stop(self._screen)
            self._screen = None
            raise EngineUnavailable(
                f"The virtual screen {self._programs.screen} does not start; install it anew (make setup)."
            )
        self._display = f":{said.decode().strip()}"

    def _session(self) -> _Session:
        """Start a browser; EngineUnavailable when it does not come."""
        assert self._programs is not None  # noqa: S101 - start comes before
        port = free_port()
        environment = {**os.environ, "DISPLAY": self._display, "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1"}
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            environment["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1"  # it refuses to start as root else
        process = keeper.start([str(self._programs.driver), f"--port={port}"], environment)
        try:
            await_port(port, process)
            driver = open_session(self.name, f"http://127.0.0.1:{port}", self._options())
        except EngineUnavailable:
            keeper.stop(process)
            raise
        except TROUBLE as error:
            keeper.stop(process)
            raise EngineUnavailable(
                f"WebKit ({self._programs.driver}) does not start: {told(error)}."
                " Install it anew (make setup)."
            ) from error
        return _Session(driver, process)

    def _options(self) -> Options:
        assert self._programs is not None  # noqa: S101 - start comes before
        options = Options()
        options.binary_location = str(self._programs.browser)
        options.add_argument("--automation")
        options.set_capability("unhandledPromptBehavior", "dismiss")
        return options

    def answers(self) -> bool:
        """Whether its screen is there; each machine is a browser by itself."""
        return self._screen is None or self._screen.poll() is None

    def forget(self) -> None:
        """Let go of everything; the next thing asked of the engine starts anew."""
        self.stop()

    def evidence(self) -> dict[str, str | None]:
        """Return what really acts: WebKitGTK, in the place of Safari, which was not run."""
        self.start()
        return {
            "name": self.name,
            "version": self._version,
            "driver": "webdriver",
            "substitution": f"Safari: not run; WebKitGTK {self._version} in its place",
        }

    def new_machine(
        self, journal: Journal, cookies: Sequence[Cookie] = (), ways: Ways = AS_USUAL, *, scale: float = 1.0
    ) -> WebDriverMachine:
        """Take the browser that waits, and let the next one start meanwhile."""
        refuse_lacking(self.name, ways)
        self.start()
        session = self._take()
        give(session.driver, cookies)
        page = WebDriverPage(session.driver, journal, PATIENCE * scale)
        return WebDriverMachine(page, session.driver, lambda: keeper.stop(session.process))

    def _take(self) -> _Session:
        if self._warming is not None:
            self._warming.join()
            self._warming = None
        session = self._waiting.pop() if self._waiting else self._session()
        self._warming = threading.Thread(target=self._warm, daemon=True)
        self._warming.start()
        return session

    def _warm(self) -> None:
        with suppress(EngineUnavailable):  # whoever asks next starts one, and is told
            self._waiting.append(self._session())

    def stop(self) -> None:
        """End the screen and every browser that waits."""
        if self._warming is not None:
            self._warming.join()
            self._warming = None
        with ExitStack() as ending:
            if self._screen is not None:
                ending.callback(keeper.stop, self._screen)
            for one in self._waiting:
                ending.callback(keeper.stop, one.process)
        self._waiting.clear()
        self._screen = None
