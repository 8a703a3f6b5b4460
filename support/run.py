"""What lasts a whole run: the target, the engines, the settings."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from support.pausing import wait_for_enter
from support.target import connect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from support.drivers.engines.chromium import Chromium
    from support.settings import RunSettings
    from support.target import Target


def _chromium(settings: RunSettings) -> Chromium:
    from support.drivers.engines.chromium import Chromium  # noqa: PLC0415 - a run by API loads no engine

    return Chromium(settings)


ENGINES = {"chromium": _chromium}


class UnknownEngine(Exception):
    """A run was asked for on an engine without a driver; the message names those that there are."""


@dataclass(slots=True)
class Run:
    """A run of specifications against one target."""

    settings: RunSettings
    target: Target
    _engines: dict[str, Chromium] = field(default_factory=dict)

    @classmethod
    def begin(cls, settings: RunSettings, engines: Iterable[str] = ()) -> Self:
        """Start the engines that will be needed, then find or start the target.

        Raises:
            UnknownEngine, NoBrowser, EngineDidNotStart: an engine is not to be had.
            UnknownTarget, TargetFailed: the target is not.
        """
        started = cls.engines_for(settings, engines)
        with _stopped_on_failure(started):
            return cls(settings, connect(settings), started)

    @staticmethod
    def engines_for(settings: RunSettings, names: Iterable[str]) -> dict[str, Chromium]:
        """Return running engines by name; what one run leaves them as, another may use.

        Raises:
            UnknownEngine, NoBrowser, EngineDidNotStart: an engine is not to be had; none is left running.
        """
        made = {name: _engine(name, settings) for name in sorted(set(names))}
        with _stopped_on_failure(made):
            for engine in made.values():
                engine.start()
        return made

    def engine(self, name: str) -> Chromium:
        """Return a running engine, started when first asked for."""
        if name not in self._engines:
            self._engines[name] = _engine(name, self.settings)
        return self._engines[name]

    def end(self) -> None:
        """End the engines, then the target; with KEEP somebody may look at it first."""
        for engine in self._engines.values():
            engine.stop()
        if self.settings.keep:
            wait_for_enter(f"The platform is still at {self.target.addresses['app']}; Enter ends it.")
        self.target.stop()


@contextmanager
def _stopped_on_failure(engines: Mapping[str, Chromium]) -> Iterator[None]:
    """Stop the engines when what follows fails; the failure itself goes on."""
    try:
        yield
    except Exception:  # whatever it was, nobody is left to stop them later
        for engine in engines.values():
            engine.stop()
        raise


def _engine(name: str, settings: RunSettings) -> Chromium:
    if name not in ENGINES:
        raise UnknownEngine(f"There is no engine {name!r}; known are {', '.join(ENGINES)}.")
    return ENGINES[name](settings)
