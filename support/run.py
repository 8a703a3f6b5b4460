"""What lasts a whole run: the target, the engines, the settings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

from support.engines import Ways
from support.pausing import wait_for_enter
from support.tags import OWN_PLATFORM, fixtures, traits
from support.target import connect, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from support.case import Case
    from support.cleanup import Cleanup
    from support.drivers.engines.engine import Engine
    from support.drivers.engines.engines import Engines
    from support.settings import RunSettings
    from support.target import Target


def _engines(settings: RunSettings) -> Engines:
    from support.drivers.engines.engines import Engines  # noqa: PLC0415 - a run by API loads no engine

    return Engines(settings)


@dataclass(slots=True)
class Run:
    """A run of specifications against one target.

    Attributes:
        engines: the browsers that this process acts in; None where none was started at its beginning.
    """

    settings: RunSettings
    target: Target
    engines: Engines | None = None
    _joined: bool = False
    _later: list[Engines] = field(default_factory=list)  # shared with runs on platforms of a case's own

    @classmethod
    def begin(
        cls, settings: RunSettings, engines: Iterable[str] = (), joined: Mapping[str, Any] | None = None
    ) -> Self:
        """Start the engines that will be needed, then find or start the target.

        Args:
            joined: what another process of the same run shares, whose target is joined then.

        Raises:
            UnknownTarget, TargetFailed: the target is not to be had.
        """
        started = cls.engines_for(settings, engines)
        try:
            target = connect(settings) if joined is None else join(settings, joined)
        except BaseException:  # whatever it was, nobody is left to stop them later
            if started:
                started.stop()
            raise
        return cls(settings, target, started, joined is not None)

    @staticmethod
    def engines_for(settings: RunSettings, names: Iterable[str]) -> Engines | None:
        """Return running engines, if any are named; one that is not to be had says so when asked for."""
        wanted = list(names)
        if not wanted:
            return None
        started = _engines(settings)
        started.start(wanted)
        return started

    def engine(self, name: str) -> Engine:
        """Return an engine, started when first used; EngineUnavailable when it is not to be had."""
        return self._all_engines.get(name)

    def unavailable(self, case: Case) -> str:
        """Return why a case cannot have its engine, in a sentence; empty when it can, or needs none."""
        if case.channel != "browser":
            return ""
        engines = self._all_engines
        return engines.why_not(case.engine) or engines.ignores(
            case.engine, Ways.needed_for(traits(case.tags))
        )

    def may_miss(self, engine: str) -> bool:
        """Whether a run stays green where this engine is not to be had, as its target says."""
        return engine in self.target.description.may_miss

    @property
    def _made(self) -> list[Engines]:
        return [*filter(None, [self.engines]), *self._later]

    @property
    def _all_engines(self) -> Engines:
        if self.engines is not None:
            return self.engines
        if not self._later:
            self._later.append(_engines(self.settings))
        return self._later[0]

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
        return any(one.lost(name) for one in self._made)

    def end(self) -> None:
        """End the engines, then the target; with KEEP somebody may look at it first."""
        for one in self._made:
            one.stop()
        if self.settings.keep and not self._joined:
            wait_for_enter(f"The platform is still at {self.target.addresses['app']}; Enter ends it.")
        self.target.stop()
