"""Several people on one page, by API: each has a line that tells what the others do."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any

from support.drivers.reference.api.building import ApiBuilding, everything_on
from support.drivers.reference.operator import COOKIE
from support.drivers.sockets import Socket

if TYPE_CHECKING:
    from collections.abc import Mapping

_ON, _SITE, _NAMES = "page that is open", "site that is open", "words of what is on it"
_CLIENT, _LINE = "machine", "line"


class ApiTogether(ApiBuilding):
    """Several people on one page."""

    def open(self, site: str) -> None:
        """Read the page, and listen from its revision on."""
        found = self.call("GET", f"/api/sites/{self.site(site)['id']}/components")
        self._listen(self.site(site)["id"], found["revision"])
        words = {one["id"]: one["properties"].get("text", "") for one in everything_on(found["page"])}
        self.seat.kept[_SITE] = site
        self.seat.kept[_ON], self.seat.kept[_NAMES] = found["page"]["id"], json.dumps(words)

    def listen(self, site: str) -> None:
        """Listen to a site by the address that its owner's builder has, whoever one is."""
        self._listen(self.seat.world.addresses.identifier(site), 0)

    def lines_shown(self) -> list[str]:
        """Return the words on the page as far as one has heard of them."""
        words: dict[str, str] = json.loads(self.seat.kept[_NAMES])
        for one in self._operations():
            if one["kind"] == "set" and "text" in one["properties"]:
                words[one["id"]] = one["properties"]["text"]
            if one["kind"] == "remove":
                words.pop(one["id"], None)
        return [said for said in words.values() if said]

    def others(self) -> Mapping[str, str]:
        """Return who else is here, and the words of what they have chosen, or nothing."""
        words: dict[str, str] = json.loads(self.seat.kept[_NAMES])
        told = [one["people"] for one in self._line.said() if "people" in one]
        here = [one for one in (told[-1] if told else []) if one["client"] != self.seat.kept[_CLIENT]]
        return {one["name"]: words.get(one["component"] or "", "") for one in here}

    def choose(self, site: str, words: str) -> None:
        """Tell the others what one has chosen."""
        self._is_open(site)
        named: dict[str, str] = json.loads(self.seat.kept[_NAMES])
        chosen = next(identifier for identifier, said in named.items() if said == words)
        self.say(json.dumps({"type": "look", "page": self.seat.kept[_ON], "component": chosen}))

    def leave(self, site: str) -> None:
        """Hang up."""
        self._is_open(site)
        self.seat.world.journal.acted("api")
        self._line.close()

    def say(self, text: str) -> None:
        """Say something on the line, as it is."""
        self.seat.world.journal.acted("api")
        self._line.say(text)

    def told(self) -> str:
        """Return why the line was ended, or else what was refused on it last; empty where nothing was."""
        refused = [str(one["detail"]) for one in self._line.said() if one["type"] == "refused"]
        return self._line.ended() or (refused[-1] if refused else "")

    def _is_open(self, site: str) -> None:
        if self.seat.kept.get(_SITE) != site:
            raise LookupError(f"{self.seat.person.name} does not have {site} open: a sentence is missing")

    @property
    def _line(self) -> Socket:
        return self.seat.sockets[_LINE]

    def _operations(self) -> list[dict[str, Any]]:
        return [one for said in self._line.said() for one in said.get("operations", ())]

    def _listen(self, site_id: str, since: int) -> None:
        world, journal = self.seat.world, self.seat.world.journal
        client = f"{self.seat.person.name}-{world.suffix}-{secrets.token_hex(4)}"
        app = world.run.target.addresses["app"]
        path = f"/api/sites/{site_id}/live?client={client}&since={since}"
        line = Socket(
            app.replace("http", "ws", 1) + path,
            {"Cookie": f"{COOKIE}={self.seat.session.cookie(COOKIE)}"},
            lambda text: journal.promised.check_line(text, ("GET", app + path)),
        )
        journal.acted("api")
        self.seat.sockets[_LINE], self.seat.kept[_CLIENT] = line, client
        world.cleanup.add(f"hang up the line of {self.seat.person.name}", line.close)
