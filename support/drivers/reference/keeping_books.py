"""Reads what each system keeps, from public APIs alone: causes first, then what came of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from support.ledger.books import Books, Counted, Happened, Mailed, Ran, Sent
from support.records import Refused

if TYPE_CHECKING:
    import httpx

Get = Callable[[str], Any]
_PART = 200  # entries that a list gives at once, at most
_NEVER = datetime.max.replace(tzinfo=UTC)


def read_by(client: httpx.Client, since: datetime | None = None) -> Books:
    """Return what the systems keep, as they tell it to a client that knows where they are and who asks.

    Raises:
        Refused: what they say to that, where they do not tell it.
    """

    def told(path: str) -> Any:
        answer = client.get(path)
        if answer.status_code == HTTPStatus.NOT_FOUND:
            return None
        if answer.is_client_error:
            raise Refused(f"{path}: {answer.json()['detail']}")
        return answer.raise_for_status().json()

    return read(told, since)


def read(get: Get, since: datetime | None = None, *, side_by_side: int = 3) -> Books:
    """Return what the systems of a business keep of what was sent since a moment, or ever.

    Args:
        side_by_side: how many lists are read at once.
        get: returns what a path of the platform's API answers, in the name of somebody of the business;
            None where nothing is there (404).
    """
    listed = ("/api/sites?put_away=false", "/api/sites?put_away=true")
    sites = [one["id"] for path in listed for one in _items(get, path, "", None)]
    sent = _sent(get, sites, since)
    workflows = [one["id"] for site in sites for one in get(f"/api/sites/{site}/workflows")["items"]]
    ran = [
        run
        for workflow in workflows
        for run in _runs(workflow, _items(get, f"/api/workflows/{workflow}/runs", "started_at", since))
    ]
    with ThreadPoolExecutor(side_by_side) as threads:
        happened = threads.submit(_happened, get, since)
        mailed = threads.submit(_mailed, get, since)
        counted = threads.submit(_counted, get, sites, since)
    return Books(
        sent=tuple(sent),
        ran=tuple(ran),
        happened=tuple(happened.result()),
        mailed=tuple(mailed.result()),
        counted=tuple(counted.result()),
        sent_since=tuple(_sent(get, sites, sent[0].at if sent else since)),
        whole=since is None,
    )


def _items(get: Get, path: str, at: str, since: datetime | None) -> Iterator[dict[str, Any]]:
    """Yield the entries of a list, the newest first, down to a moment."""
    cursor = ""
    while True:
        told = get(f"{path}{'&' if '?' in path else '?'}limit={_PART}{cursor}")
        for one in told["items"]:
            if since is not None and datetime.fromisoformat(one[at]) < since:
                return
            yield one
        if not told["next_cursor"]:
            return
        cursor = f"&cursor={told['next_cursor']}"


def _sent(get: Get, sites: Sequence[str], since: datetime | None) -> list[Sent]:
    """Return what visitors sent, the newest first."""
    found = []
    for site in sites:
        joined: dict[str, datetime] = {}
        for one in _items(get, f"/api/sites/{site}/submissions", "sent_at", since):
            form, at = one["form"], datetime.fromisoformat(one["sent_at"])
            if form not in joined:
                joined[form] = _joined_since(get, site, form)
            awaited = one["state"] != "held" and at >= joined[form]
            found.append(Sent(one["id"], one["trace_id"], one["state"], at, awaited))
    return sorted(found, key=lambda one: one.at, reverse=True)


def _joined_since(get: Get, site: str, form: str) -> datetime:
    """Return since when whatever is sent by a form starts a workflow; of none, never."""
    joined = get(f"/api/sites/{site}/components/{form}/connection")  # nothing, once the form is gone
    return datetime.fromisoformat(joined["since"]) if joined and joined["state"] == "connected" else _NEVER


def _runs(workflow: str, told: Iterator[dict[str, Any]]) -> Iterator[Ran]:
    for one in told:
        done = tuple(step["kind"] for step in one["done"])
        yield Ran(one["id"], one["trace_id"], workflow, one["submission"], one["state"], one["sample"], done)


def _happened(get: Get, since: datetime | None) -> list[Happened]:
    told = _items(get, "/api/contact-history", "at", since)
    return [Happened(one["id"], one["trace_id"], one["kind"]) for one in told]


def _mailed(get: Get, since: datetime | None) -> list[Mailed]:
    told = _items(get, "/api/mails", "at", since)
    return [
        Mailed(one["id"], one["trace_id"], one["state"], to_contact=one["contact"] is not None)
        for one in told
        if one["run"] is not None
    ]


def _counted(get: Get, sites: Sequence[str], since: datetime | None) -> list[Counted]:
    return [
        Counted(one["id"], one["trace_id"], one["kind"])
        for site in sites
        for one in _items(get, f"/api/sites/{site}/events", "at", since)
        if one["trace_id"]
    ]
