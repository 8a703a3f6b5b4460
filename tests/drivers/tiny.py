"""A second, tiny set of drivers: three ports over a platform that is a dictionary."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from support.records import Draft, Refused, Section

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import timedelta

    from support.case import Channel
    from support.drivers.page import Cookie
    from support.drivers.session import Answer, Session
    from support.seat import Seat
    from support.target import Target


@dataclass(slots=True)
class Platform:
    """Drafts and live pages, by the real name of the site."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    live: dict[str, Draft] = field(default_factory=dict)


class Silent:
    """A session with a platform that is asked without one."""

    def send(
        self,
        method: str,
        address: str,
        *,
        json: object = None,
        form: Mapping[str, str] | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        raise NotImplementedError(f"nobody answers {method} {address} ({json}, {form}, {headers}) here")

    def cookie(self, name: str) -> str:
        raise LookupError(name)

    def close(self) -> None:
        """Nothing is open."""


class _Driver:
    def __init__(self, platform: Platform, seat: Seat) -> None:
        self.platform, self.seat = platform, seat
        seat.world.journal.acted("api")

    def _draft(self, site: str) -> Draft:
        return self.platform.drafts[self.seat.world.real(site)]


class TinyBuilding(_Driver):
    def start(self, site: str, template: str | None = None) -> None:
        words = f"From {template or 'nothing'}"
        self.platform.drafts[self.seat.world.real(site)] = Draft(words, (Section("Hero", (words,)),))

    def open(self, site: str) -> None:
        self._draft(site)

    def add_form(self, site: str, section: str) -> None:
        raise NotImplementedError(f"no forms here: {site}, {section}")

    def add_form_by_keyboard(self, site: str, section: str) -> None:
        raise NotImplementedError(f"no forms here: {site}, {section}")

    def change_headline(self, site: str, words: str) -> None:
        draft = self._draft(site)
        changed = replace(draft, headline=words, sections=(Section("Hero", (words,)),))
        self.platform.drafts[self.seat.world.real(site)] = changed

    def draft(self, site: str) -> Draft:
        return self._draft(site)


class TinyPublishing(_Driver):
    def publish(self, site: str) -> None:
        self.platform.live[self.seat.world.real(site)] = self._draft(site)

    def publish_anyway(self, site: str) -> None:
        self.publish(site)

    def publish_in_background(self, site: str) -> None:
        raise NotImplementedError(f"nothing is done in the background here: {site}")

    def came_of_it(self, site: str) -> str:
        raise NotImplementedError(f"nothing is done in the background here: {site}")


class TinyVisiting(_Driver):
    def read(self, site: str, page: str | None = None) -> Sequence[str]:
        if page:
            raise NotImplementedError(f"no second page here: {page}")
        real = self.seat.world.real(site)
        if real not in self.platform.live:
            raise Refused("This page does not exist here.")
        return self.platform.live[real].words

    def sign_up(self, site: str, name: str, email: str, page: str | None = None) -> None:
        raise NotImplementedError(f"no forms here: {site}, {name}, {email}, {page}")

    def follow(self, site: str, words: str) -> Sequence[str]:
        raise NotImplementedError(f"nothing leads from {site} to another page here: {words}")

    def sign_up_twice(self, site: str, name: str, email: str) -> None:
        raise NotImplementedError(f"no forms here: {site}, {name}, {email}")

    def without_scripts(self) -> None:
        """No script runs here."""

    def answer(self, site: str, answers: Mapping[str, str], name: str, email: str) -> None:
        raise NotImplementedError(f"{name} <{email}> cannot answer {answers} on {site} here")

    def folded(self, site: str) -> Sequence[str]:
        raise NotImplementedError(f"nothing is folded on {site} here")

    def embedded(self, site: str) -> Mapping[str, str]:
        raise NotImplementedError(f"nothing is embedded on {site} here")


class TinySet:
    """Three ports; for the others there is nothing."""

    def __init__(self) -> None:
        self.platform = Platform()

    def driver(self, port: str, channel: Channel, seat: Seat) -> object | None:
        offered = {"building": TinyBuilding, "publishing": TinyPublishing, "visiting": TinyVisiting}
        return offered[port](self.platform, seat) if port in offered and channel == "api" else None

    def arrive(self, seat: Seat) -> Session:  # noqa: ARG002 - everybody is let in
        return Silent()

    def cookies(self, seat: Seat) -> Sequence[Cookie]:  # noqa: ARG002 - nobody is remembered
        return []

    def system_of(self, method: str, address: str) -> str | None:
        return "Live Sites" if method == "GET" and address else None

    def allow(self, seat: Seat, times: int) -> None:
        raise NotImplementedError(f"nobody is counted here: {seat.person.name}, {times}")

    def is_well(self) -> bool:
        """Nothing of it is ever away."""
        return True

    def forward(self, seat: Seat, by: timedelta) -> None:
        raise NotImplementedError(f"time stands still here: {seat.person.name}, {by}")


def driver_set(target: Target) -> TinySet:  # noqa: ARG001 - there is only one platform here
    return TinySet()
