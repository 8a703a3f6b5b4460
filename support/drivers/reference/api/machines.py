"""There is no machine behind an API: it neither keeps anything nor knows the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from support.drivers.reference.api.building import ApiBuilding

if TYPE_CHECKING:
    from collections.abc import Mapping


class ApiMachines(ApiBuilding):
    """Not by API."""

    def deny_storage(self) -> None:
        """Not by API."""
        _no_machine("a storage")

    def set_clock(self, hours: int) -> None:
        """Not by API."""
        _no_machine(f"a clock {hours} hours off")

    def hold(self, device: str) -> None:
        """Not by API."""
        _no_machine(f"a {device}")

    def wander(self, site: str) -> None:
        """Not by API."""
        _no_machine(f"links from {site}")

    def beyond_edges(self) -> Mapping[str, int]:
        """Not by API."""
        _no_machine("screens")


def _no_machine(asked: str) -> NoReturn:
    raise NotImplementedError(f"nobody has {asked} by API: tag the scenario @browser")
