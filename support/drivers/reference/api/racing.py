"""One of several at one site at once, by API: each act with when it was asked for and what was answered."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import httpx

from support.drivers.reference.api.building import everything_on, headlines_on
from support.drivers.reference.api.once import AskedOnce
from support.drivers.reference.api.visiting import ApiVisiting
from support.drivers.reference.asking import PlatformFailed
from support.histories.acts import Act
from support.records import NotNow, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.histories.acts import Answer

_PLACES = ("headline", "text")
_SINCE = "revision before the race on "
_TOLD_AT_ONCE = 200  # what visitors sent, in one answer


class ApiRacing(AskedOnce):
    """Words of a page, and forms of visitors."""

    def begin(self, site: str) -> Sequence[Act]:
        """Read the page, and keep where its places are and at which revision it is."""
        told = self.call("GET", f"/api/sites/{self._site(site)}/components")
        components = everything_on(told["page"])
        headline = next(headlines_on(told["page"]))
        text = next(one for one in components if one["type"] == "text")
        self.seat.kept[_SINCE + site] = str(told["revision"])
        began = time.monotonic()
        acts = []
        for place, component in zip(_PLACES, (headline, text), strict=True):
            self.seat.kept[f"{place} of {site}"] = component["id"]
            words = component["properties"]["text"]
            acts.append(Act("the beginning", "write", place, words, began, began))
        return acts

    def write(self, site: str, place: str, words: str) -> Act:
        """Set the words of a place; the answer tells the revision."""
        component = self.seat.kept[f"{place} of {site}"]
        operation = {"kind": "set", "id": component, "properties": {"text": words}}
        begun = time.monotonic()
        answer, told = self._asked(
            "POST", f"/api/sites/{self._site(site)}/operations", {"operations": [operation]}
        )
        name, ended = self.seat.person.name, time.monotonic()
        return Act(name, "write", place, words, begun, ended, answer, told.get("revision"))

    def read(self, site: str) -> Sequence[Act]:
        """Read the page; all places of it are of one revision."""
        begun = time.monotonic()
        answer, told = self._asked("GET", f"/api/sites/{self._site(site)}/components")
        name, ended = self.seat.person.name, time.monotonic()
        if answer != "acknowledged":
            return [Act(name, "read", place, None, begun, ended, answer) for place in _PLACES]
        words = {one["id"]: one["properties"].get("text") for one in everything_on(told["page"])}
        shown = {place: words.get(self.seat.kept[f"{place} of {site}"]) for place in _PLACES}
        at = told["revision"]
        return [Act(name, "read", place, shown[place], begun, ended, answer, at) for place in _PLACES]

    def told(self, site: str) -> Sequence[Act]:
        """Catch up on all operations since the beginning."""
        begun = time.monotonic()
        since = self.seat.kept[_SINCE + site]
        told = self.call("GET", f"/api/sites/{self._site(site)}/operations?since={since}")
        places = {self.seat.kept[f"{place} of {site}"]: place for place in _PLACES}
        ended = time.monotonic()
        return [
            Act(
                *("the log", "told", places[one["id"]], one["properties"]["text"], begun, ended),
                position=one["revision"],
            )
            for one in told["operations"]
        ]

    def sign_up(self, site: str, email: str) -> Act:
        """Visit the page and send its form; what is thanked for is called stored."""
        answer: Answer = "acknowledged"
        begun = time.monotonic()
        try:
            ApiVisiting(self.seat).sign_up(site, self.seat.person.name, email)
        except (httpx.TransportError, PlatformFailed, NotNow):
            answer = "unanswered"
        except Refused:
            answer = "refused"
        return Act(self.seat.person.name, "write", email, email, begun, time.monotonic(), answer)

    def signed_up(self, site: str, emails: Sequence[str]) -> Sequence[Act]:
        """List what visitors sent; what is there twice is read as something that nobody wrote."""
        begun = time.monotonic()
        path = f"/api/sites/{self._site(site)}/submissions?limit={_TOLD_AT_ONCE}"
        answer, told = self._asked("GET", path)
        name, ended = self.seat.person.name, time.monotonic()
        sent = [one["fields"]["email"] for one in told.get("items", ()) for _ in range(one["times_sent"])]
        found = {email: " and ".join(one for one in sent if one == email) or None for email in emails}
        return [Act(name, "read", email, found[email], begun, ended, answer) for email in emails]
