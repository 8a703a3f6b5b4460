"""Replacing what a platform was told: a field of its settings."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from webbuilder.faults.counting import Firing
from webbuilder.faults.records import Kind, NoHoldError
from webbuilder.settings import Settings


@dataclass(frozen=True, slots=True)
class Setting:
    """A field of `Settings`, and the value that every part reads there."""

    field: str
    value: Any
    kind: Kind = "configuration"

    @property
    def targets(self) -> tuple[str, ...]:
        """The name of the field."""
        return (f"webbuilder.settings:Settings.{self.field}",)

    def switch_on(self, firing: Firing) -> None:
        """Let the field read as another value, and count each time.

        Raises:
            NoHoldError: the settings have no such field.
        """
        if self.field not in {each.name for each in fields(Settings)}:
            raise NoHoldError(f"the settings have no {self.field}")
        kept = vars(Settings)[self.field]

        def told(_settings: Settings) -> Any:
            firing.count()
            return self.value

        # What was really told is still taken in, so that settings can be made and changed as before.
        setattr(Settings, self.field, property(told, kept.__set__))
