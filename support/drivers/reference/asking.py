"""One person's API of the reference platform: addresses, refusals, and finding things by their real names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.records import NotNow, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from support.drivers.session import Answer
    from support.seat import Seat

_REFUSALS = range(400, 500)
AWAY = frozenset({502, 503})  # a part behind the platform fails, or is not there


class PlatformFailed(Exception):
    """The platform answered what is no refusal; the message says to what, and with what trace."""


class Api:
    """What every API driver of a seat asks through."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat

    def call(
        self, method: str, path: str, body: object = None, *, headers: Mapping[str, str] | None = None
    ) -> Any:
        """Return the body of the answer.

        Raises:
            Refused: the platform said no, or that a part is away, in words.
            PlatformFailed: it failed.
        """
        address = self.seat.world.run.target.addresses["app"] + path
        answer = self.seat.session.send(method, address, json=body, headers=headers)
        return understood(answer, f"{method} {path}").body() if answer.text else None

    def version(self, path: str) -> str:
        """Return the version of what is at a path, as it is told to those who want to change it."""
        answer = self.seat.session.send("GET", self.seat.world.run.target.addresses["app"] + path)
        return understood(answer, path).headers["etag"]

    def site(self, alias: str) -> dict[str, Any]:
        """Return the site that a scenario calls by an alias, be it in use or put away."""
        name = self.seat.world.real(alias)
        for listed in ("/api/sites", "/api/sites?put_away=true"):
            for site in self.call("GET", listed)["items"]:
                if site["name"] == name:
                    found: dict[str, Any] = site
                    return found
        message = f"{self.seat.person.name} has no site {alias!r}: a sentence that starts it is missing"
        raise LookupError(message)

    def page(self, site: dict[str, Any]) -> dict[str, Any]:
        """Return a site's component tree."""
        tree: dict[str, Any] = self.call("GET", f"/api/sites/{site['id']}/components")["page"]
        return tree

    def form(self, site: dict[str, Any]) -> str:
        """Return the id of a site's first form."""
        for section in self.page(site)["children"]:
            for child in section["children"]:
                if child["type"] == "form":
                    return str(child["id"])
        message = f"the site {site['name']} has no form: a sentence that adds one is missing"
        raise LookupError(message)


def understood(answer: Answer, asked: str) -> Answer:
    """Return an answer that is no refusal and no failure; raises as `Api.call` does."""
    if answer.status in AWAY:
        raise NotNow(_words(answer))
    if answer.status in _REFUSALS:
        raise Refused(_words(answer))
    if answer.status >= min(_REFUSALS):
        message = f"{asked} was answered {answer.status}: {answer.text[:300]}"
        raise PlatformFailed(message)
    return answer


def _words(answer: Answer) -> str:
    if "json" in answer.headers.get("content-type", ""):
        return str(answer.body()["detail"])
    return answer.text
