"""The platform's log is asked for by the traces of a scenario, and told with the last trace first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from support.evidence import platform_log
from support.journal import Journal
from support.target import Target, TargetDescription
from support.target.probes import PROBES
from tests.support.servers import Asked, Reply, http_server
from tests.support.worlds import tiny_target

KEY = "0perat0r"
TRACES = [f"{number:032x}" for number in range(1, 121)]


def answer(asked: Asked) -> Reply:
    if asked.headers.get("authorization") != f"Bearer {KEY}":
        return Reply(401)
    wanted = parse_qs(urlsplit(asked.path).query).get("trace", [])
    spoken = [trace for trace in wanted if trace in (TRACES[0], TRACES[110], TRACES[119])]
    lines = [
        {"trace_id": one, "event": "said", "part": "web", "level": "info", "timestamp": one, "n": 1}
        for one in spoken
    ]
    return Reply(200, json.dumps({"lines": lines}) if len(wanted) <= 100 else "too many")


@pytest.fixture
def target() -> Iterator[Target]:
    description = TargetDescription(
        name="acme", found="by address", offers=frozenset({"logs"}), drivers={"default": "tests.drivers.tiny"}
    )
    with http_server(answer) as address:
        yield Target(description, {"app": address, "control": f"{address}/control"}, KEY)


def test_the_last_trace_is_told_first_and_silent_ones_are_counted(target: Target) -> None:
    words = platform_log.words(target, TRACES)
    places = [words.index(TRACES[number]) for number in (119, 110, 0)]
    assert places == sorted(places)
    assert words.startswith(f"the last trace {TRACES[119]}:\n  {TRACES[119]} web info said n=1")
    assert words.endswith("In 117 more traces of this scenario the platform wrote nothing.")


def test_what_is_missing_is_said(target: Target) -> None:
    assert platform_log.words(target, []).startswith("The platform named no trace in this scenario")
    missing = "No log was read: the target tiny does not offer its log by trace."
    assert platform_log.words(tiny_target(), TRACES) == missing
    assert "  no lines" in platform_log.words(target, TRACES[5:6])
    target.operator_key = "nobody"
    with pytest.raises(httpx.HTTPStatusError):
        platform_log.words(target, TRACES)


def test_a_claim_to_logs_is_probed(target: Target) -> None:
    assert PROBES["logs"](target) is None
    target.operator_key = "nobody"
    assert "answers 401" in (PROBES["logs"](target) or "")
    assert "names no control address" in (PROBES["logs"](tiny_target()) or "")


def test_traces_are_kept_in_the_order_of_their_last_exchange() -> None:
    journal = Journal()
    for trace in ("a" * 32, "b" * 32, "", "a" * 32):
        journal.heard("GET", "http://127.0.0.1/", 200, trace)
    assert journal.trace_ids == ["b" * 32, "a" * 32]
    assert journal.trace_id == "a" * 32


def test_mails_and_view_tokens_name_traces_too() -> None:
    view_token = f"{'c' * 32}.{'d' * 32}"
    told = platform_log.in_order(["a" * 32], [view_token, "no trace"], ["b" * 32, "a" * 32])
    assert told == ["c" * 32, "b" * 32, "a" * 32]
