"""WebDriver browsers that are taken by name: Safari on a Mac, and what a Selenium Grid gives."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from selenium.webdriver.common.options import ArgOptions

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
from support.setting_up.by_name import find_grid, find_program

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Sequence
    from typing import Any

    from selenium.webdriver.remote.webdriver import WebDriver

    from support.drivers.page import Cookie
    from support.engines import Ways
    from support.journal import Journal
    from support.settings import RunSettings


@dataclass(slots=True)
class WebDriverEngine:
    """A WebDriver that is reached at an address; each machine is a session of its own."""

    settings: RunSettings
    name: ClassVar[str]
    lacks: ClassVar[Sequence[str]] = LACKS
    _is: str = ""

    def _reach(self) -> tuple[str, dict[str, Any]]:
        """Return the address of the driver and what to ask it for; NoBrowser when there is none."""
        raise NotImplementedError

    def _open(self) -> WebDriver:
        try:
            address, asked = self._reach()
        except NoBrowser as none:
            raise EngineUnavailable(str(none)) from None
        options = ArgOptions()
        for key, value in {"unhandledPromptBehavior": "dismiss", **asked}.items():
            options.set_capability(key, value)
        try:
            return open_session(self.name, address, options)
        except TROUBLE as error:
            raise EngineUnavailable(
                f"{self.name} ({address}) opens no browser: {told(error)}. See that it runs."
            ) from error

    def start(self) -> None:
        """Open a browser, ask what it is and end it; EngineUnavailable when there is none.

        None is kept waiting: Safari's driver opens one at a time, and a grid has others to serve.
        """
        if self._is:
            return
        script()
        driver = self._open()
        said = driver.capabilities
        self._is = f"{said.get('browserName', 'unnamed')} {said.get('browserVersion', '')}".strip()
        with suppress(*TROUBLE):  # one that is gone needs no goodbye
            driver.quit()

    def answers(self) -> bool:
        """Whether it is there still; what is reached at an address is asked for each machine anew."""
        return True

    def forget(self) -> None:
        """Let go of everything; the next thing asked of the engine starts anew."""
        self.stop()

    def evidence(self) -> dict[str, str | None]:
        """Return what really acts, as the driver itself calls it."""
        self.start()
        return {"name": self.name, "version": self._is, "driver": "webdriver", "substitution": None}

    def new_machine(
        self, journal: Journal, cookies: Sequence[Cookie] = (), ways: Ways = AS_USUAL, *, scale: float = 1.0
    ) -> WebDriverMachine:
        """Open a browser of somebody's own; its acts wait `scale` times as long as usual."""
        refuse_lacking(self.name, ways)
        self.start()
        driver = self._open()
        try:
            give(driver, cookies)
        except TROUBLE:
            driver.quit()  # nobody else knows of this browser
            raise
        return WebDriverMachine(WebDriverPage(driver, journal, PATIENCE * scale), driver, lambda: None)

    def stop(self) -> None:
        """Forget what it was; each machine ends its own browser."""
        self._is = ""


@dataclass(slots=True)
class Grid(WebDriverEngine):
    """Whatever browser a Selenium Grid was asked for."""

    name = "grid"

    def _reach(self) -> tuple[str, dict[str, Any]]:
        found = find_grid()
        return found.address, found.capabilities


@dataclass(slots=True)
class Safari(WebDriverEngine):
    """Safari itself. Its driver opens one browser at a time, so a second person finds it refused."""

    name = "safari"
    _driver: subprocess.Popen[bytes] | None = field(default=None)
    _port: int = 0

    def _reach(self) -> tuple[str, dict[str, Any]]:
        if self._driver is None:
            program, self._port = find_program(self.name), free_port()
            self._driver = keeper.start([str(program), "--port", str(self._port)])
            try:
                await_port(self._port, self._driver)
            except OSError as error:
                self.stop()
                raise EngineUnavailable(
                    f"{program} does not start: {error}. Type `safaridriver --enable` once."
                ) from error
        return f"http://127.0.0.1:{self._port}", {"browserName": "safari"}

    def answers(self) -> bool:
        """Whether its driver runs still."""
        return self._driver is None or self._driver.poll() is None

    def stop(self) -> None:
        """End the driver."""
        WebDriverEngine.stop(self)
        if self._driver is not None:
            keeper.stop(self._driver)
        self._driver = None
