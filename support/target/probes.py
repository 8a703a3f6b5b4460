"""Whether a capability that a target claims is really there; each probe returns what is wrong, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from support.drivers.session import trust

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.target.connecting import Target

_PATIENCE = 10.0
_NOT_UNDERSTOOD = 422


def _get(address: str, key: str | None = None) -> httpx.Response | str:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        answer = httpx.get(address, headers=headers, timeout=_PATIENCE, trust_env=False, verify=trust())
    except httpx.HTTPError as error:
        return f"{address}: {error}"
    return answer if answer.is_success else f"{address} answers {answer.status_code}"


def workspaces(target: Target) -> str | None:
    """Whether the control API takes our key."""
    if "control" not in target.addresses:
        return "it names no control address; start the platform with --control"
    answer = _get(target.addresses["control"], target.operator_key)
    return answer if isinstance(answer, str) else None


def time_travel(target: Target) -> str | None:
    """Whether the clock may be moved."""
    answer = _get(target.addresses.get("control", "http://127.0.0.1:9"), target.operator_key)
    if isinstance(answer, str):
        return answer
    return (
        None
        if answer.json().get("movable_clock")
        else "its clock is fixed; start the platform with --movable-clock"
    )


def mailbox(target: Target) -> str | None:
    """Whether mail can be read."""
    answer = _get(f"{target.addresses.get('mailbox', 'http://127.0.0.1:9')}/api/v1/messages?limit=1")
    return answer if isinstance(answer, str) else None


def names(target: Target) -> str | None:
    """Whether it can be said what name servers say."""
    answer = _get(target.addresses.get("names", "http://127.0.0.1:9"))
    return answer if isinstance(answer, str) else None


def outages(target: Target) -> str | None:
    """Whether a relay stands before a part."""
    return None if target.platform else "it was not started by this run, so no relay stands between its parts"


def processes(target: Target) -> str | None:
    """Whether the parts' processes are known."""
    return (
        None if target.platform and target.platform.facts.get("parts") else "its processes are not known here"
    )


def several_servers(target: Target) -> str | None:
    """Whether several web processes answer."""
    parts = target.platform.facts.get("parts", {}) if target.platform else {}
    return (
        None
        if sum(part.startswith("web") for part in parts) > 1
        else "one web process answers there, or it is not known how many"
    )


def logs(target: Target) -> str | None:
    """Whether the platform's log lines can be read by trace."""
    if "control" not in target.addresses:
        return "it names no control address; start the platform with --control"
    nobodys = "f" * 32
    answer = _get(f"{target.addresses['control']}/logs?trace={nobodys}", target.operator_key)
    return answer if isinstance(answer, str) else None


def receiver(target: Target) -> str | None:
    """Whether letterboxes can be opened where the platform may send to."""
    if "receiver" not in target.addresses:
        return "no receiver stands where it may send to"
    answer = _get(f"{target.addresses['receiver']}/probe")
    return answer if isinstance(answer, str) else None


def returns(target: Target) -> str | None:
    """Whether what comes back of letters is taken from us; this is nothing of the kind, which is refused."""
    headers = {"Authorization": f"Bearer {target.operator_key or ''}", "Content-Type": "message/rfc822"}
    address = f"{target.addresses['app']}/api/returned-mails"
    try:
        answer = httpx.post(
            address, content=b"\n", headers=headers, timeout=_PATIENCE, trust_env=False, verify=trust()
        )
    except httpx.HTTPError as error:
        return f"{address}: {error}"
    taken = answer.is_success or answer.status_code == _NOT_UNDERSTOOD
    return None if taken else f"{address} answers {answer.status_code}"


def load(target: Target) -> str | None:
    """Whether it is none that serves customers."""
    return "it serves customers; try a copy of it" if target.description.production else None


PROBES: dict[str, Callable[[Target], str | None]] = {
    "workspaces": workspaces,
    "time_travel": time_travel,
    "mailbox": mailbox,
    "names": names,
    "outages": outages,
    "processes": processes,
    "several_servers": several_servers,
    "logs": logs,
    "receiver": receiver,
    "returns": returns,
    "load": load,
}
