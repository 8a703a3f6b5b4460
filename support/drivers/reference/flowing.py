"""A live form of the reference platform, and what follows when it is sent, for measuring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from support.drivers.reference.api.served_page import LivePage
from support.drivers.reference.inserting import end_of, form_at

if TYPE_CHECKING:
    import httpx

_MOST = 200  # entries to a part of a list
OVER = ("succeeded", "skipped", "failed", "cancelled")
# Steps of a workflow, as they are drawn.
CONTACT = {"kind": "add_contact"}
END = {"kind": "stop"}
MAIL = {"kind": "send_mail", "subject": "Welcome, {name}", "paragraphs": ["Thank you for coming by."]}


def tagged(tag: str) -> dict[str, str]:
    """Return the step that tags a contact."""
    return {"kind": "add_tag", "tag": tag}


@dataclass(frozen=True, slots=True)
class Run:
    """What became of one who sent the form: how the run stands, and when what it did was done.

    Attributes:
        email: the contact's address; None until there is one.
        ended: when it was over, or None.
        tries: how often its steps were begun, those that were begun most.
    """

    id: str
    email: str | None
    state: str
    steps: Sequence[datetime]
    ended: datetime | None
    tries: int = 1


@dataclass(frozen=True, slots=True)
class Form:
    """A live form, and the workflow that it starts.

    Attributes:
        page: where visitors of this machine find it, by `host`.
        action: where it is sent.
        served: its fields as it was served once.
    """

    owner: httpx.Client
    site: str
    workflow: str
    page: str
    host: str
    action: str
    served: Mapping[str, str]

    @property
    def headers(self) -> dict[str, str]:
        """By what a visitor's request finds the site on this machine."""
        return {"Host": self.host}

    def filled_in(self, email: str, served: str | None = None) -> dict[str, str]:
        """Return what somebody sends who fills it in, as it was served to them or once before."""
        fields = LivePage(served).fields if served is not None else self.served
        return {**fields, "name": email.partition("@")[0].title(), "email": email}

    def submissions(self) -> dict[str, datetime]:
        """Return when each address was sent; the newest, where one was sent more than once."""
        kept = [*_listed(self.owner, f"{self.site}/submissions")]
        return {one["fields"]["email"]: datetime.fromisoformat(one["sent_at"]) for one in reversed(kept)}

    def times_sent(self) -> list[str]:
        """Return the address of each submission."""
        return [one["fields"]["email"] for one in _listed(self.owner, f"{self.site}/submissions")]

    def runs(self) -> Iterator[dict[str, Any]]:
        """Yield what the list shows of each run."""
        yield from _listed(self.owner, f"{self.workflow}/runs")

    def is_under_way(self) -> bool:
        """Whether a run is running."""
        asked: dict[str, str | int] = {"state": "running", "limit": 1}
        found = self.owner.get(f"{self.workflow}/runs", params=asked).raise_for_status().json()
        return bool(found["items"])

    def run(self, identifier: str) -> Run:
        """Return a run step by step."""
        told = self.owner.get(f"/api/runs/{identifier}").raise_for_status().json()
        done = [datetime.fromisoformat(step["at"]) for step in told["history"] if step["at"]]
        ended = datetime.fromisoformat(told["ended_at"]) if told["ended_at"] else None
        tries = max((step["attempts"] for step in told["history"]), default=0)
        return Run(told["id"], told["email"], told["state"], done, ended, tries)

    def contacts(self) -> Iterator[dict[str, Any]]:
        """Yield each contact with its tags and history."""
        yield from _listed(self.owner, "/api/contacts")


def _listed(owner: httpx.Client, path: str) -> Iterator[dict[str, Any]]:
    asked: dict[str, Any] = {"limit": _MOST}
    while True:
        part = owner.get(path, params=asked).raise_for_status().json()
        yield from part["items"]
        if not part["next_cursor"]:
            return
        asked["cursor"] = part["next_cursor"]


def form_that_starts(owner: httpx.Client, name: str, steps: Sequence[Mapping[str, Any]]) -> Form:
    """Draw a workflow of these steps, join a form to it, let visitors have it, and return it.

    Raises:
        LookupError: visitors get no form.
    """
    site = f"/api/sites/{_made(owner, '/api/sites', name=name, template='bakery')['id']}"
    workflow = f"/api/workflows/{_made(owner, f'{site}/workflows', name='bench')['id']}"
    drawing = {"name": "bench", "steps": [dict(step) for step in steps]}
    _as_seen(owner, "PUT", workflow, workflow, drawing)
    _as_seen(owner, "POST", workflow, f"{workflow}/versions", {})
    form = form_at(*end_of(owner.get(f"{site}/components").raise_for_status().json()["page"]))
    owner.post(f"{site}/operations", json={"operations": form}).raise_for_status()
    connection = f"{site}/components/{form[0]['id']}/connection"
    _as_seen(owner, "PUT", connection, connection, {"workflow": workflow.rpartition("/")[2]})
    address = urlsplit(_made(owner, f"{site}/releases", despite_warnings=True)["address"])
    here = f"http://127.0.0.1:{address.port}"
    page = LivePage(owner.get(f"{here}/", headers={"Host": address.netloc}).raise_for_status().text)
    if page.action is None:
        raise LookupError(f"{address.netloc} shows no form, so nothing can be sent")
    action = f"{here}{page.action}"
    return Form(owner, site, workflow, f"{here}/", address.netloc, action, page.fields)


def _made(owner: httpx.Client, path: str, **said: Any) -> dict[str, Any]:
    made: dict[str, Any] = owner.post(path, json=said).raise_for_status().json()
    return made


def _as_seen(owner: httpx.Client, method: str, seen: str, path: str, said: Mapping[str, Any]) -> None:
    version = owner.get(seen).raise_for_status().headers["ETag"]
    owner.request(method, path, json=dict(said), headers={"If-Match": version}).raise_for_status()
