"""What lasts a whole run: the target, the engines, the settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from support.drivers.engines.chromium import Chromium
from support.target import connect

if TYPE_CHECKING:
    from support.settings import RunSettings
    from support.target import Target

ENGINES = {"chromium": Chromium}


@dataclass(slots=True)
class Run:
    """A run of specifications against one target."""

    settings: RunSettings
    target: Target
    _engines: dict[str, Chromium] = field(default_factory=dict)

    @classmethod
    def begin(cls, settings: RunSettings) -> Self:
        """Find or start the target; raises what `connect` raises."""
        return cls(settings, connect(settings))

    def engine(self, name: str) -> Chromium:
        """Return a running engine, started when first asked for."""
        if name not in self._engines:
            self._engines[name] = ENGINES[name](self.settings)
        return self._engines[name]

    def end(self) -> None:
        """End the engines, then the target."""
        for engine in self._engines.values():
            engine.stop()
        self.target.stop()
