"""The platform's own log of what a scenario did there, asked for by the traces of the scenario."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import httpx

from support.drivers.session import trust

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from support.target import Target

_AT_ONCE = 50  # traces that are asked for in one request
_PATIENCE = 10.0
_TRACE = re.compile(r"([0-9a-f]{32})(?:\.[0-9a-f]+)?")  # alone, or before the signature of a view token
_SAID_FIRST = ("timestamp", "part", "level", "event")


def in_order(*told: Iterable[str]) -> list[str]:
    """Return the traces that are named in some places, each once, in the order of the last place naming it.

    Work that goes on after an answer belongs to a trace of its own, which mails and view tokens name.
    """
    found = [match[1] for place in told for one in place if (match := _TRACE.fullmatch(one))]
    return list(dict.fromkeys(reversed(found)))[::-1]


def log_lines(target: Target, trace_ids: Sequence[str]) -> list[dict[str, Any]]:
    """Return the lines that the platform wrote in these traces, the oldest first.

    Raises:
        LookupError: the target does not offer them.
        httpx.HTTPError: it was asked and did not give them.
    """
    if "logs" not in target.description.offers or "control" not in target.addresses:
        raise LookupError(f"the target {target.description.name} does not offer its log by trace")
    lines: list[dict[str, Any]] = []
    for begin in range(0, len(trace_ids), _AT_ONCE):
        answer = httpx.get(
            f"{target.addresses['control']}/logs",
            params={"trace": list(trace_ids[begin : begin + _AT_ONCE])},
            headers={"Authorization": f"Bearer {target.operator_key}"},
            timeout=_PATIENCE,
            trust_env=False,
            verify=trust(),
        )
        lines += answer.raise_for_status().json()["lines"]
    return sorted(lines, key=lambda line: str(line.get("timestamp", "")))


def words(target: Target, trace_ids: Sequence[str]) -> str:
    """Return the platform's log of a scenario, by trace, the last one first; or why there is none."""
    if not trace_ids:
        return "The platform named no trace in this scenario, so its log was not asked for."
    try:
        lines = log_lines(target, trace_ids)
    except LookupError as missing:
        return f"No log was read: {missing.args[0]}."
    return "\n\n".join(_told(lines, trace_ids))


def _told(lines: Sequence[dict[str, Any]], trace_ids: Sequence[str]) -> Iterator[str]:
    silent = 0
    for trace_id in reversed(trace_ids):
        of_trace = [line for line in lines if line.get("trace_id") == trace_id]
        last = trace_id == trace_ids[-1]
        if of_trace or last:
            mark = "the last trace" if last else "trace"
            yield "\n".join([f"{mark} {trace_id}:", *(map(_line, of_trace) if of_trace else ["  no lines"])])
        else:
            silent += 1
    if silent:
        yield f"In {silent} more traces of this scenario the platform wrote nothing."


def _line(line: dict[str, Any]) -> str:
    first = " ".join(str(line.get(name, "-")) for name in _SAID_FIRST)
    others = " ".join(
        f"{name}={value}" for name, value in line.items() if name not in {*_SAID_FIRST, "trace_id"}
    )
    return f"  {first} {others}".rstrip()
