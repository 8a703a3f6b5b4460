"""A session with a WebDriver, whoever started it: opened, given its window's size, and cookies."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING

import urllib3
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.proxy import Proxy, ProxyType
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.remote_connection import RemoteConnection

from support.drivers.engines.engine import STARTING, WINDOW
from support.drivers.engines.read_back import SCRIPT, refuse_other

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterable

    from selenium.webdriver.common.options import BaseOptions
    from selenium.webdriver.remote.webdriver import WebDriver

    from support.drivers.page import Cookie

TROUBLE = (
    WebDriverException,
    urllib3.exceptions.HTTPError,
    OSError,
)  # what a driver may answer with, or not at all
# The evidence that no WebDriver browser can give.
LACKS = (
    "a trace of what was done",
    "what a page complained of while it was loading",
    "exchanges of documents, pictures and scripts",
)
_NO_PROXY = Proxy({"proxyType": ProxyType.DIRECT})
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


def open_session(name: str, address: str, options: BaseOptions) -> WebDriver:
    """Open a fresh browser of the right size through a WebDriver at an address.

    Raises:
        EngineUnavailable: its page is not what was asked for.
        WebDriverException, HTTPError, OSError: it does not come (`TROUBLE`).
    """
    client = ClientConfig(address, timeout=int(_COMMAND), proxy=_NO_PROXY)
    driver = webdriver.Remote(RemoteConnection(client_config=client), options=options)
    try:
        driver.file_detector = UselessFileDetector()  # files lie where the browser runs
        driver.set_page_load_timeout(_COMMAND)
        driver.set_script_timeout(_COMMAND)
        _fit(driver)
        refuse_other(name, driver.execute_script(f"return {SCRIPT}"))
    except BaseException:  # whatever it was, nobody else knows of this browser
        driver.quit()
        raise
    return driver


def told(error: Exception) -> str:
    """Return what a driver complained of, in one line."""
    return " ".join(str(getattr(error, "msg", "") or error).split())


def give(driver: WebDriver, cookies: Iterable[Cookie]) -> None:
    """Let a browser begin with cookies."""
    for one in cookies:
        driver.get(one.address + _BEFORE_COOKIES)
        driver.add_cookie({"name": one.name, "value": one.value, "path": "/"})


def await_port(port: int, process: subprocess.Popen[bytes]) -> None:
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
