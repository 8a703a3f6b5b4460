"""Keeping order among sites, and the conventions of every operation, by API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from support.drivers.reference.api.partners import ApiPartners
from support.drivers.reference.asking import Api, understood

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from support.promised_ways import Way
    from support.records import Belongings, Tried

# More than any request may hold. As bytes, since a journal looks for secrets in all that is sent as words.
_TOO_MUCH = b'{"words":"%s"}' % (b"x" * 3 * 1024 * 1024)
_TEMPLATE, _LISTED, _AWAY = "bakery", "/api/sites", "/api/sites?put_away=true"
_READ, _VERSION, _PART, _NEXT = "site that was read", "its version", "size of a part", "next part"


class ApiSites(Api):
    """Keeping order among sites."""

    def copy(self, site: str, name: str) -> None:
        """Copy a site under another name."""
        made = self.call(
            "POST", f"/api/sites/{self.site(site)['id']}/copies", {"name": self.seat.world.real(name)}
        )
        self.seat.world.addresses.tell(name, live=made["address"], builder=f"/sites/{made['id']}/builder")

    def put_away(self, site: str) -> None:
        """Let nobody visit a site, for now."""
        self._change(self.site(site)["id"], {"put_away": True})

    def bring_back(self, site: str) -> None:
        """Let a site be as it was before it was put away."""
        self._change(self.site(site)["id"], {"put_away": False})

    def throw_away(self, site: str) -> None:
        """Erase a site for good."""
        path = f"/api/sites/{self.site(site)['id']}"
        self.call("DELETE", path, headers=self._seen(path))

    def take_address_of(self, other: str, site: str) -> None:
        """Give a site the address that another one has."""
        slug = (urlsplit(self.seat.world.addresses.live(other)).hostname or "").partition(".")[0]
        self._change(self.site(site)["id"], {"slug": slug})

    def names(self) -> Sequence[str]:
        """Return the names of the sites in use, the newest first."""
        return [str(one["name"]) for one in self.call("GET", _LISTED)["items"]]

    def put_away_names(self) -> Sequence[str]:
        """Return the names of those that were put away."""
        return [str(one["name"]) for one in self.call("GET", _AWAY)["items"]]

    def _change(self, identifier: str, wanted: object) -> None:
        path = f"/api/sites/{identifier}"
        self.call("PATCH", path, wanted, headers=self._seen(path))

    def _seen(self, path: str) -> Mapping[str, str]:
        answer = self.seat.session.send("GET", self.seat.world.run.target.addresses["app"] + path)
        return {"If-Match": understood(answer, f"GET {path}").headers["etag"]}


def _takes_all(_way: Way) -> bool:
    return True


# Which operations are tried with what, and how that is sent.
_CONFUSIONS: dict[str, tuple[Callable[[Way], bool], dict[str, Any]]] = {
    "with an unknown word": (_takes_all, {"query": "?wrod=true"}),
    "with too much": (lambda way: way.example is not None, {"body": _TOO_MUCH}),
    "without a version": (lambda way: way.asks_version, {}),
    "with an old version": (lambda way: way.asks_version, {"headers": {"If-Match": '"of yesterday"'}}),
    "from a page of another house": (
        lambda way: way.method != "GET",
        {"headers": {"Origin": "https://elsewhere.example"}},
    ),
}


def _beyond(way: Way, more: Mapping[str, Any]) -> dict[str, bytes]:
    """Return a body that is too much for an operation that takes more than others."""
    return {"body": b" " * (way.most + 1)} if "body" in more and way.most else {}


class ApiConventions(ApiPartners):
    """How every operation deals with doubt."""

    def start_once(self, site: str, key: str) -> str:
        """Ask for a site with an idempotency key, and return the answer as it came."""
        wanted = {"name": self.seat.world.real(site), "template": _TEMPLATE}
        address = self.seat.world.run.target.addresses["app"] + _LISTED
        answer = self.seat.session.send("POST", address, json=wanted, headers={"Idempotency-Key": key})
        said = understood(answer, f"POST {_LISTED}")
        return "\n".join((said.headers.get("location", ""), said.headers.get("etag", ""), said.text))

    def read(self, site: str) -> None:
        """Read a site, and remember which version that was."""
        path = f"/api/sites/{self.site(site)['id']}"
        self.seat.kept[_READ], self.seat.kept[_VERSION] = path, self.version(path)

    def name_what_was_read(self, name: str) -> None:
        """Name what was read otherwise, saying which version that was."""
        seen = {"If-Match": self.seat.kept[_VERSION]}
        self.call("PATCH", self.seat.kept[_READ], {"name": self.seat.world.real(name)}, headers=seen)

    def name_unread(self, site: str, name: str) -> None:
        """Name a site otherwise, without saying which version was seen."""
        self.call("PATCH", f"/api/sites/{self.site(site)['id']}", {"name": self.seat.world.real(name)})

    def first_part(self, size: int) -> Sequence[str]:
        """Return the first names of the list of sites, so many at a time."""
        self.seat.kept[_PART], self.seat.kept[_NEXT] = str(size), ""
        return self._part()

    def next_part(self) -> Sequence[str]:
        """Return the names that follow; none at the end."""
        return self._part() if self.seat.kept[_NEXT] else []

    def ask_with(self, word: str, value: str) -> None:
        """Ask for the list of sites with a word and a value for it."""
        self.call("GET", f"{_LISTED}?{quote(word)}={quote(value)}")

    def confuse(self, theirs: Belongings, how: str) -> Sequence[Tried]:
        """Try every operation that takes it, open ones as well, with what cannot be right."""
        fits, more = _CONFUSIONS[how]
        ways = [way for way in self._ways(open_too=True) if fits(way)]
        return [self.tried(way, theirs, how, **{**more, **_beyond(way, more)}) for way in ways]

    def _part(self) -> Sequence[str]:
        behind = f"&cursor={quote(self.seat.kept[_NEXT])}" if self.seat.kept[_NEXT] else ""
        found = self.call("GET", f"{_LISTED}?limit={self.seat.kept[_PART]}{behind}")
        self.seat.kept[_NEXT] = found["next_cursor"] or ""
        return [str(one["name"]) for one in found["items"]]
