"""What lasts a whole run: the target, the engines, the settings."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

from support.pausing import wait_for_enter
from support.tags import OWN_PLATFORM, fixtures
from support.target import connect, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from support.case import Case
    from support.cleanup import Cleanup
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
    _joined: bool = False

    @classmethod
    def begin(
        cls, settings: RunSettings, engines: Iterable[str] = (), joined: Mapping[str, Any] | None = None
    ) -> Self:
        """Start the engines that will be needed, then find or start the target.

        Args:
            joined: what another process of the same run shares, whose target is joined then.

        Raises:
            UnknownEngine, NoBrowser, EngineDidNotStart: an engine is not to be had.
            UnknownTarget, TargetFailed: the target is not.
        """
        started = cls.engines_for(settings, engines)
        with _stopped_on_failure(started):
            target = connect(settings) if joined is None else join(settings, joined)
            return cls(settings, target, started, joined is not None)

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

    def prepare(self, fixtures: Mapping[str, int]) -> None:
        """Begin what as many cases with these fixtures will ask for, so that none of them waits for it."""
        if self.target.spare and not self.target.own:
            self.target.spare.expect(fixtures.get(OWN_PLATFORM, 0))

    def fit_for(self, case: Case, cleanup: Cleanup) -> Self:
        """Return this run, or the same on a platform of the case's own, which ends with the cleanup.

        Raises:
            TargetFailed: the case asks for a platform of its own, and there is none to be had.
        """
        if OWN_PLATFORM not in fixtures(case.tags) or self.target.own:
            return self
        own = self.target.another()
        cleanup.add("end the platform of its own", own.stop)
        return replace(self, target=own)

    def shared(self) -> dict[str, Any]:
        """Return what another process needs to join this run."""
        return {"addresses": dict(self.target.addresses), "operator_key": self.target.operator_key}

    def lost(self, name: str) -> bool:
        """Whether an engine does not answer any more; it is started anew when next asked for."""
        engine = self._engines.get(name)
        if engine is None or engine.answers():
            return False
        engine.forget()
        return True

    def end(self) -> None:
        """End the engines, then the target; with KEEP somebody may look at it first."""
        for engine in self._engines.values():
            engine.stop()
        if self.settings.keep and not self._joined:
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
