"""Brands by API."""

from __future__ import annotations

from support.drivers.reference.asking import Api

_BRAND = "/api/brand"


class ApiBranding(Api):
    """Who a workspace is to its customers."""

    def name(self, name: str, voice: str) -> None:
        """Say the name and the voice; what else is known stays."""
        self._change(name=name, voice=voice)

    def avoid(self, words: str) -> None:
        """Say which words are avoided."""
        self._change(avoid=[one.strip() for one in words.split(",")])

    def colour(self, colour: str) -> None:
        """Say the colour of buttons."""
        self._change(colour=colour)

    def coloured(self) -> str:
        """Return the colour of buttons."""
        return str(self.call("GET", _BRAND)["colour"])

    def brief(self, site: str) -> tuple[str, str]:
        """Not by API."""
        raise NotImplementedError(f"a brief is filled in on a screen ({site}): tag the scenario @browser")

    def buttons_built(self, site: str) -> str:
        """Not by API."""
        raise NotImplementedError(f"colours of {site} are seen on a screen: tag the scenario @browser")

    def buttons_live(self, site: str) -> str:
        """Not by API."""
        raise NotImplementedError(f"colours of {site} are seen on a screen: tag the scenario @browser")

    def _change(self, **said: object) -> None:
        seen = {"If-Match": self.version(_BRAND)}
        self.call("PUT", _BRAND, {**self.call("GET", _BRAND), **said}, headers=seen)
