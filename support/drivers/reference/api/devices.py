"""One page on every device, by API: what is set for each is a property of a component."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from support.drivers.reference.api.composing import ApiComposing

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEFT_OUT = "hidden_on_"
_LARGEST = "desktop"


class ApiDevices(ApiComposing):
    """What is set for each device."""

    def leave_out(self, site: str, words: str, device: str) -> None:
        """Set the property."""
        self._set(site, words, _LEFT_OUT + device, value=True)

    def set_aside(self, site: str, words: str, side: str, device: str) -> None:
        """Set the property; the largest device has the plain one."""
        self._set(site, words, "align" if device == _LARGEST else f"align_on_{device}", value=side)

    def left_out_on(self, site: str, words: str) -> Sequence[str]:
        """Return for which devices the property is set."""
        properties = self.named(site, words)["properties"]
        return [
            name.removeprefix(_LEFT_OUT)
            for name, value in properties.items()
            if name.startswith(_LEFT_OUT) and value
        ]

    def preview(self, site: str, device: str) -> None:
        """Not by API."""
        _nothing_drawn(site, device)

    def previewed(self) -> Sequence[str]:
        """Not by API."""
        _nothing_drawn()

    def hold(self, device: str) -> None:
        """Not by API."""
        _nothing_drawn(device)

    def side_of(self, site: str, words: str) -> str:
        """Not by API."""
        _nothing_drawn(site, words)

    def beyond_edge(self, site: str) -> int:
        """Not by API either."""
        _nothing_drawn(site)

    def _set(self, site: str, words: str, name: str, *, value: object) -> None:
        change = {"kind": "set", "id": self.named(site, words)["id"], "properties": {name: value}}
        self._operate(site, change)


def _nothing_drawn(*asked: object) -> NoReturn:
    raise NotImplementedError(f"nothing is drawn by API {asked}: tag the scenario @browser")
