"""WebKitGTK's MiniBrowser, driven by WebDriver on a screen of its own: what there is of WebKit on Linux."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import urllib3
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.proxy import Proxy, ProxyType
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.options import Options

from support.drivers.engines import keeper
from support.drivers.engines.engine import AS_USUAL, PATIENCE, STARTING, WINDOW, EngineUnavailable
from support.drivers.engines.read_back import SCRIPT, refuse_lacking, refuse_other
from support.drivers.engines.webdriver_machine import WebDriverMachine
from support.drivers.engines.webdriver_page import WebDriverPage
from support.drivers.engines.webdriver_script import script
from support.setting_up.browser import NoBrowser
from support.setting_up.webkit import WebKitPrograms, find_webkit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selenium.webdriver.remote.webdriver import WebDriver

    from support.drivers.engines.engine import Ways
    from support.drivers.page import Cookie
    from support.journal import Journal
    from support.settings import RunSettings

_NO_PROXY = Proxy({"proxyType": ProxyType.DIRECT})
_SCREEN = "1800x1300x24"
_LOOK = 0.02  # seconds between two looks for a port that is about to open
_COMMAND = 60.0  # seconds that one command may take, such as opening a page
_BEFORE_COOKIES = "/favicon.ico"  # a cookie can be had only where its address was opened
_INNER = "return [innerWidth, innerHeight]"
_FITTINGS = 3  # the first size may have been measured while the window was still opening
_FITTED = """const [width, height, limit, done] = arguments
const fits = () => innerWidth === width && innerHeight === height
addEventListener('resize', () => fits() && done(true))
fits() ? done(true) : setTimeout(() => done(false), limit)"""
_FITTING_MS = 1000  # that a page may take to be told of its window's new size


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
    lacks: ClassVar[Sequence[str]] = (
        "a trace of what was done",
        "what a page complained of while it was loading",
        "exchanges of documents, pictures and scripts",
    )
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
        port = _free_port()
        environment = {**os.environ, "DISPLAY": self._display, "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1"}
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            environment["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1"  # it refuses to start as root else
        process = keeper.start([str(self._programs.driver), f"--port={port}"], environment)
        try:
            _await(port, process)
            address = f"http://127.0.0.1:{port}"
            client = ClientConfig(address, timeout=int(_COMMAND), proxy=_NO_PROXY)
            driver = webdriver.Remote(RemoteConnection(client_config=client), options=self._options())
            driver.file_detector = UselessFileDetector()  # files lie where the browser runs
            driver.set_page_load_timeout(_COMMAND)
            driver.set_script_timeout(_COMMAND)
            _fit(driver)
            refuse_other(self.name, driver.execute_script(f"return {SCRIPT}"))
        except EngineUnavailable:
            keeper.stop(process)
            raise
        except (WebDriverException, urllib3.exceptions.HTTPError, OSError) as error:
            keeper.stop(process)
            said = " ".join(str(getattr(error, "msg", "") or error).split())
            raise EngineUnavailable(
                f"WebKit ({self._programs.driver}) does not start: {said}. Install it anew (make setup)."
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
        for one in cookies:
            session.driver.get(one.address + _BEFORE_COOKIES)
            session.driver.add_cookie({"name": one.name, "value": one.value, "path": "/"})
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


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a port is open; OSError when the process ends before, or it takes too long."""
    end = time.monotonic() + STARTING
    while True:
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            raise OSError("it ended by itself")
        if time.monotonic() > end:
            raise OSError(f"it took no call within {STARTING:g} s")
        time.sleep(_LOOK)  # a port tells nobody that it opens


def _fit(driver: WebDriver) -> None:
    """Give the page the size that it should have; its window is larger by what stands around it.

    A page hears of its window's size later than the window has it: it is measured again once it has heard.
    """
    width, height = WINDOW
    for _ in range(_FITTINGS):
        inner, size = driver.execute_script(_INNER), driver.get_window_size()
        driver.set_window_size(size["width"] + width - inner[0], size["height"] + height - inner[1])
        if driver.execute_async_script(_FITTED, width, height, _FITTING_MS):
            return
