"""How the reference platform is asked: this package alone knows its paths, its names and its locators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.drivers.reference.arriving import ReferenceSet

if TYPE_CHECKING:
    from support.drivers.driver_set import DriverSet
    from support.target import Target


def driver_set(target: Target) -> DriverSet:
    """Return the drivers for a target that is a reference platform."""
    return ReferenceSet(target)
