"""One person's machine in a WebDriver browser: a session of its own."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from selenium.common.exceptions import WebDriverException

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from selenium.webdriver.remote.webdriver import WebDriver

    from support.drivers.engines.webdriver_page import WebDriverPage

_MARKUP = "return document.documentElement.outerHTML"
_STORED = """try { return {...Object.fromEntries(Object.entries(localStorage)),
                         ...Object.fromEntries(Object.entries(sessionStorage))} }
  catch { return {} }"""


@dataclass(slots=True)
class WebDriverMachine:
    """One person's browser with its own cookies, on one page; it writes no record of what is done."""

    page: WebDriverPage
    _driver: WebDriver
    _end: Callable[[], None]

    def record(self) -> None:
        """Do nothing: these browsers write no trace, which the engine's evidence says."""

    def save_record(self, _file: Path, *, moment: bool = True) -> bool:  # noqa: ARG002 - as the port has it
        """Return that there is none."""
        return False

    def documents(self) -> dict[str, str]:
        """Return the markup of each document as it stands now; what is framed goes by its title."""
        driver = self._driver
        driver.switch_to.default_content()
        found = {"": f"<!-- {driver.current_url} -->\n{driver.execute_script(_MARKUP)}"}
        for frame in driver.find_elements("css selector", "iframe"):
            title = frame.get_attribute("title") or frame.get_attribute("name") or ""
            driver.switch_to.frame(frame)
            address, markup = driver.execute_script("return location.href"), driver.execute_script(_MARKUP)
            found[f"frame {title}".strip()] = f"<!-- {address} -->\n{markup}"
            driver.switch_to.default_content()
        return found

    def cookies(self) -> dict[str, str]:
        """Return every cookie of the page's address, those included that no script may read."""
        return {str(one["name"]): str(one["value"]) for one in self._driver.get_cookies()}

    def stored(self) -> dict[str, Any]:
        """Return what the page put by in the browser."""
        self._driver.switch_to.default_content()
        stored: dict[str, Any] = self._driver.execute_script(_STORED)
        return stored

    def close(self) -> None:
        """Close it with everything that it remembers."""
        try:
            with suppress(WebDriverException, OSError):  # one that is gone needs no goodbye
                self._driver.quit()
        finally:
            self._end()
