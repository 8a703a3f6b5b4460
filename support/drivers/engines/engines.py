"""The engines of a run: each started when first asked for; one that is not to be had is asked once."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from support.drivers.engines.by_name import Chrome, Edge, PlaywrightFirefox, PlaywrightWebKit
from support.drivers.engines.chromium import Chromium
from support.drivers.engines.engine import EngineUnavailable
from support.drivers.engines.firefox import Firefox
from support.drivers.engines.playwright_engine import PlaywrightProcess
from support.drivers.engines.read_back import refuse_ignoring
from support.drivers.engines.webdriver_by_name import Grid, Safari
from support.drivers.engines.webkit import WebKit
from support.engines import AS_USUAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from support.drivers.engines.engine import Engine
    from support.engines import Ways
    from support.settings import RunSettings


class Engines:
    """The browsers that one process acts in."""

    def __init__(self, settings: RunSettings) -> None:
        self._settings = settings
        self._playwright = PlaywrightProcess()
        self._made: dict[str, Engine] = {}
        self._refused: dict[str, str] = {}
        self._ignoring: dict[tuple[str, Ways], str] = {}

    def start(self, names: Iterable[str]) -> None:
        """Start engines now; what cannot be had is known afterwards, and nobody fails for it yet."""
        for name in sorted(set(names)):
            self.why_not(name)

    def why_not(self, name: str) -> str:
        """Return why an engine is not to be had, in a sentence; empty when it runs."""
        try:
            self.get(name).start()
        except EngineUnavailable as refused:
            self._refused[name] = str(refused)
        return self._refused.get(name, "")

    def ignores(self, name: str, ways: Ways) -> str:
        """Return what a page on an engine does not show of its ways, in a sentence; empty when it does."""
        if ways != AS_USUAL and (name, ways) not in self._ignoring:
            because = ""
            try:
                refuse_ignoring(self.get(name), ways)
            except EngineUnavailable as refused:
                because = str(refused)
            self._ignoring[name, ways] = because  # known once it was looked at to the end
        return self._ignoring.get((name, ways), "")

    def get(self, name: str) -> Engine:
        """Return an engine, made when first asked for.

        Raises:
            EngineUnavailable: it was asked for before, and is not to be had.
        """
        if name in self._refused:
            raise EngineUnavailable(self._refused[name])
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name: str) -> Engine:
        kinds: dict[str, Callable[[], Engine]] = {
            "chromium": lambda: Chromium(self._settings, self._playwright),
            "firefox": lambda: Firefox(self._settings, self._playwright),
            "webkit": lambda: WebKit(self._settings),
            **{
                kind.name: partial(kind, self._settings, self._playwright)
                for kind in (Chrome, Edge, PlaywrightFirefox, PlaywrightWebKit)
            },
            **{kind.name: partial(kind, self._settings) for kind in (Safari, Grid)},
        }
        if name not in kinds:
            raise EngineUnavailable(f"There is no engine {name!r}; known are {', '.join(kinds)}.")
        return kinds[name]()

    def lost(self, name: str) -> bool:
        """Whether an engine does not answer any more; it is started anew when next asked for."""
        engine = self._made.get(name)
        if engine is None or engine.answers():
            return False
        engine.forget()
        return True

    def stop(self) -> None:
        """End all of them."""
        with ExitStack() as ending:
            ending.callback(self._playwright.stop)
            for engine in self._made.values():
                ending.callback(engine.stop)
        self._made.clear()
