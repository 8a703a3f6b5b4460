"""An operator reads the parts' log lines by trace, and nobody else does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.webbuilder.marketers import Owner, Site, http
from tests.webbuilder.platforms import Platform, wait_for
from webbuilder.control import logs


@pytest.fixture(scope="module")
def operator(platform: Platform) -> Iterator[httpx.Client]:
    """Speak to the control API with the operator's key."""
    with http(platform.line["control"]) as client:
        client.headers["Authorization"] = f"Bearer {platform.state['operator_key']}"
        yield client


def refused(maya: Owner) -> str:
    """Ask for what is not there, so that the platform logs a refusal; return the trace."""
    answer = maya.http.get("/api/sites/site_nowhere")
    assert answer.status_code == 404
    return answer.headers["x-trace-id"]


def test_the_lines_of_a_trace_are_told_with_their_part(operator: httpx.Client, maya: Owner) -> None:
    trace = refused(maya)
    lines = operator.get("/logs", params={"trace": trace}).raise_for_status().json()["lines"]
    assert [(line["event"], line["part"], line["trace_id"]) for line in lines] == [("refused", "web", trace)]
    assert lines[0]["kind"] == "not-found"


def test_lines_of_several_traces_and_parts_come_oldest_first(
    operator: httpx.Client, maya: Owner, live: tuple[Site, str]
) -> None:
    site, form = live
    token = site.visit().tokens[form]
    site.send(form, {"name": "Priya", "email": "priya@example.org", "view_token": token})
    sent = token.partition(".")[0]  # what comes of a form belongs to the trace that it was served with
    site.ended_runs()
    other = refused(maya)

    def both() -> list[dict[str, str]]:
        answer = operator.get("/logs", params={"trace": [other, sent]}).raise_for_status()
        lines: list[dict[str, str]] = answer.json()["lines"]
        return lines if {"web", "worker"} <= {line["part"] for line in lines} else []

    lines = wait_for("lines of the web part and of the worker", both)
    assert {line["trace_id"] for line in lines} == {sent, other}
    times = [line["timestamp"] for line in lines]
    assert times == sorted(times)


def test_a_trace_that_nobody_logged_in_has_no_lines(operator: httpx.Client) -> None:
    assert operator.get("/logs", params={"trace": "f" * 32}).json() == {"lines": []}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, "Name the traces"),
        ({"trace": "../../etc/passwd"}, "“../../etc/passwd” is no trace id"),
        ({"trace": ["f" * 32, "F" * 32]}, "is no trace id"),
        ({"trace": [f"{number:032x}" for number in range(101)]}, "101 traces are too many"),
    ],
    ids=["none", "a path", "capitals", "too many"],
)
def test_what_is_no_trace_is_refused_in_words(
    operator: httpx.Client, asked: dict[str, str], words: str
) -> None:
    answer = operator.get("/logs", params=asked)
    assert answer.status_code == 422
    assert words in answer.json()["detail"]


def test_nobody_else_reads_the_logs(platform: Platform, maya: Owner) -> None:
    path = f"{platform.line['control']}/logs?trace={'f' * 32}"
    assert maya.http.get(path).status_code == 401
    assert httpx.get(path, headers={"Authorization": "Bearer nobody"}).status_code == 401


def test_what_is_no_line_of_ours_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "web.log"
    trace = "a" * 32
    lines = [f'{{"trace_id": "{trace}", "number": {number}}}' for number in range(3)]
    file.write_text("\n".join(["no JSON", '{"trace_id": "cut', "[1]", *lines, '["trace_id"]']))
    found = list(logs._lines(file, frozenset({trace})))
    assert [line["number"] for line in found] == [0, 1, 2]
    assert {line["part"] for line in found} == {"web"}
