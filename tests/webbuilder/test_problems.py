"""Whatever goes wrong is said in a sentence, with a number that finds it, as its reader reads."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
import structlog
from fastapi import FastAPI
from fastapi.testclient import TestClient
from psycopg import errors as refusals_of_postgres
from sqlalchemy.exc import OperationalError, TimeoutError as NoneFree
from sqlalchemy.orm import Session
from starlette.types import ASGIApp

from tests.webbuilder.marketers import Owner, Site
from tests.webbuilder.refusals import on_a_screen, pointers, problem, words
from webbuilder import problems
from webbuilder.answering import from_outage
from webbuilder.app import Traced, builder
from webbuilder.database import Database
from webbuilder.publishing.live import live_sites
from webbuilder.settings import Settings
from webbuilder.tracing import start_logging

UNEXPECTED = "Something went wrong here, not at your side. Tell support the number {}."


def test_an_address_that_is_not_there(maya: Owner) -> None:
    problem(maya.http.get("/api/nowhere"), 404, "not-found", "Not Found.")
    on_a_screen(maya.http.get("/nowhere"), 404, "Not Found.")


def test_a_method_that_is_not_offered(maya: Owner) -> None:
    answer = maya.http.delete("/api/sites")
    problem(answer, 405, "method-not-allowed", "Method Not Allowed.")
    assert answer.headers["allow"]
    on_a_screen(maya.http.delete("/sites"), 405, "Method Not Allowed.")


def test_a_request_that_does_not_fit(maya: Owner) -> None:
    answer = maya.http.post("/api/sites", json={"name": 1})
    sentence = "Part of this request does not fit: /name, /template. Correct it and send it again."
    assert pointers(problem(answer, 422, "not-valid", sentence)) == ["/name", "/template"]
    page = maya.http.post("/sites", data={"name": "x" * 2001, "template": "course"})
    on_a_screen(page, 422, "Part of this request does not fit: /name. Correct it and send it again.")


def test_a_problem_on_a_screen_has_a_number_and_a_way_back(maya: Owner) -> None:
    page = maya.http.get("/contacts/contact_unknown")
    on_a_screen(page, 404, "This contact does not exist here.")
    assert f"Number {page.headers['x-trace-id']}" in words(page)
    assert 'href="/sites"' in page.text
    piece = maya.http.get("/contacts/contact_unknown", headers={"HX-Request": "true"})
    assert (piece.status_code, piece.headers["content-type"]) == (404, "text/plain; charset=utf-8")
    assert piece.text == "This contact does not exist here. Check the address, or go back to your sites."


def test_a_trace_that_a_caller_brings_is_kept(maya: Owner) -> None:
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    answer = maya.http.get("/api/nowhere", headers={"traceparent": f"00-{trace}-00f067aa0ba902b7-01"})
    assert answer.json()["trace_id"] == answer.headers["x-trace-id"] == trace
    broken = maya.http.get("/api/nowhere", headers={"traceparent": "00-nonsense"})
    assert re.fullmatch(r"[0-9a-f]{32}", broken.headers["x-trace-id"])
    assert broken.json()["trace_id"] == broken.headers["x-trace-id"]


def test_every_answer_says_its_trace(maya: Owner, live: tuple[Site, str]) -> None:
    site, _ = live
    answers = [
        maya.http.get("/api/me"),
        maya.http.get("/sites"),
        maya.visitor.get("/", headers=site.host),
    ]
    traces = {answer.headers["x-trace-id"] for answer in answers}
    assert len(traces) == 3
    assert all(re.fullmatch(r"(?!0{32})[0-9a-f]{32}", trace) for trace in traces)


@pytest.fixture(autouse=True)
def logged_as_the_platform_logs() -> Iterator[None]:
    """Log one JSON line for each thing, and no coloured stack of local values."""
    start_logging("test")
    yield
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


class OutOfOrder(Database):
    """A database that fails in a way that nobody foresaw."""

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        message = "the oven is cold"
        raise LookupError(message)
        yield


@pytest.fixture
def broken(settings: Settings) -> Iterator[Database]:
    database = OutOfOrder(settings.where.database)
    yield database
    database.engine.dispose()


def asked(app: FastAPI, path: str) -> httpx.Response:
    """Ask an application in this process for a page."""
    traced: ASGIApp = Traced(app)

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=traced)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(path)

    return asyncio.run(ask())


def test_what_nobody_foresaw_is_a_problem_for_programs(settings: Settings, broken: Database) -> None:
    answer = asked(builder(settings, broken), "/api/me")
    problem(answer, 500, "unexpected", UNEXPECTED.format(answer.headers["x-trace-id"]))
    assert "oven" not in answer.text


def test_what_nobody_foresaw_is_a_sentence_for_people(settings: Settings, broken: Database) -> None:
    page = asked(builder(settings, broken), "/sites")
    on_a_screen(page, 500, UNEXPECTED.format(page.headers["x-trace-id"]))
    assert "oven" not in page.text


def test_what_nobody_foresaw_is_a_sentence_for_visitors(broken: Database) -> None:
    page = asked(live_sites(broken), "/")
    on_a_screen(page, 500, UNEXPECTED.format(page.headers["x-trace-id"]))
    assert "oven" not in page.text


def test_what_nobody_foresaw_is_logged_with_its_number(
    settings: Settings, broken: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = asked(builder(settings, broken), "/api/me")
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (failure,) = [line for line in told if line["event"] == "failed"]
    assert failure["error"] == "LookupError('the oven is cold')"
    assert failure["trace_id"] == answer.json()["trace_id"]
    assert "in transaction" in failure["exception"]


def test_what_lets_somebody_in_is_not_logged(
    settings: Settings, broken: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    asked(builder(settings, broken), "/invitations/known-to-one")
    assert "known-to-one" not in capsys.readouterr().out


def test_what_nobody_foresaw_on_a_line_is_counted_too(
    settings: Settings, broken: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    client = TestClient(builder(settings, broken), base_url=settings.where.app)
    with (
        pytest.raises(LookupError),
        client.websocket_connect("/api/sites/site_1/live?client=a") as line,
    ):
        line.receive_text()
    (failure,) = [json.loads(line) for line in capsys.readouterr().out.splitlines() if '"failed"' in line]
    assert failure["error"] == "LookupError('the oven is cold')"


@pytest.mark.parametrize(
    ("steps", "pointer"), [((), ""), (("a", 0), "/a/0"), (("a/b", "c~d"), "/a~1b/c~0d"), (("",), "/")]
)
def test_a_pointer_is_written_as_the_standard_says(steps: tuple[str | int, ...], pointer: str) -> None:
    assert problems.pointer(*steps) == pointer


AWAY = [
    Exception("nobody answered"),
    refusals_of_postgres.AdminShutdown(),
    refusals_of_postgres.TooManyConnections(),
]


@pytest.mark.parametrize("why", AWAY)
def test_a_database_that_is_away_is_said_to_be(why: Exception) -> None:
    told = from_outage(OperationalError("select 1", {}, why))
    assert (told.status, told.kind, told.headers) == (503, "database-away", {"Retry-After": "5"})
    assert from_outage(NoneFree()).status == 503


def test_what_else_goes_wrong_in_the_database_nobody_foresaw() -> None:
    error = OperationalError("select 1", {}, refusals_of_postgres.DeadlockDetected())
    with pytest.raises(OperationalError):
        from_outage(error)
