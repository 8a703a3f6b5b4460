"""Errors are grouped by what failed and where, are counted once it can be, and name nobody."""

from __future__ import annotations

import json
import secrets
import types
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from starlette.testclient import TestClient

from tests.webbuilder.marketers import Owner
from tests.webbuilder.platforms import wait_for
from tests.webbuilder.refusals import problem
from webbuilder import database as moments, problems
from webbuilder.app import builder
from webbuilder.database import Database
from webbuilder.errors import elsewhere, service
from webbuilder.errors.book import KEPT, Book, Tally, count
from webbuilder.errors.grouping import NOWHERE, Kind, kind_of
from webbuilder.errors.tables import ErrorGroup
from webbuilder.parts.refusal import CannotStartError
from webbuilder.problems import Problem
from webbuilder.screens.script_errors import ScriptError, kind_of as kind_of_script
from webbuilder.settings import Settings
from webbuilder.tracing import action, start_logging

KEY = "This needs the operator's key: Authorization: Bearer <key>."
NOWHERE_AT_ALL = "postgresql://nobody@127.0.0.1:9/nothing?connect_timeout=1"


@pytest.fixture(autouse=True)
def logged_as_the_platform_logs() -> Iterator[None]:
    """Log one JSON line for each thing."""
    start_logging("test")
    yield
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


@pytest.fixture
def away() -> Iterator[Database]:
    """A database that nobody answers for."""
    database = Database(NOWHERE_AT_ALL)
    yield database
    database.engine.dispose()


def _pointer_of(step: object) -> Exception:
    try:
        problems.pointer(*step)  # type: ignore[misc]  # it fails in there, which is what it is for
    except TypeError as error:
        return error
    raise AssertionError


def _hex_of(trace: str) -> Exception:
    from webbuilder.tracing import traceparent_for  # noqa: PLC0415 - beside the one above

    try:
        traceparent_for(trace)
    except ValueError as error:
        return error
    raise AssertionError


def fresh_kind() -> Kind:
    """Return a kind that no other test has met."""
    return Kind("TypeError", f"webbuilder.tests:{secrets.token_hex(4)}", "tests: GET /nowhere")


def test_other_words_at_the_same_place_are_one_group() -> None:
    one, other = kind_of(_hex_of("rye"), "GET /a"), kind_of(_hex_of("spelt"), "GET /a")
    assert one == other
    assert one.group == other.group
    assert one.place == "webbuilder.tracing:traceparent_for"
    assert "rye" not in repr(one)


def test_another_place_is_another_group() -> None:
    assert kind_of(_hex_of("rye"), "GET /a").group != kind_of(_pointer_of(7), "GET /a").group


def test_another_work_is_another_group() -> None:
    assert kind_of(_hex_of("rye"), "GET /a").group != kind_of(_hex_of("rye"), "GET /b").group


def test_a_problem_is_told_by_its_stable_name() -> None:
    assert kind_of(Problem(503, "oven-cold", "The oven of Maya is cold."), "GET /a").error == "oven-cold"


def test_an_error_that_came_through_nothing_of_ours_has_a_place_too() -> None:
    assert kind_of(LookupError("never raised"), "GET /a").place == NOWHERE


@pytest.mark.parametrize("name", [None, 7, "", "json.decoder", "webbuilders.other"])
def test_a_frame_that_does_not_say_whose_it_is_is_passed_over(name: object) -> None:
    code = compile("raise LookupError('here')", "<string>", "exec")
    function = types.FunctionType(code, {} if name is None else {"__name__": name})
    with pytest.raises(LookupError) as met:
        function()
    assert kind_of(met.value, "GET /a").place == NOWHERE


def test_many_at_once_are_written_down_together(store: Database) -> None:
    book, kind = Book(store, "test"), fresh_kind()
    with action("test") as number:
        for _ in range(50):
            book.note(kind)

    def counted() -> ErrorGroup | None:
        with store.transaction() as session:
            group = session.get(ErrorGroup, kind.group)
            return group if group and group.many == 50 else None

    group = wait_for("fifty errors in their group", counted)
    assert group.numbers == [number] * KEPT
    assert group.first_at <= group.last_at


def test_while_the_database_is_away_nobody_waits_and_nothing_is_lost(
    away: Database, store: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    book, kind = Book(away, "test"), fresh_kind()
    with action("test") as number:
        book._keep(_tally(kind, number))
        assert not book.write_down()
    told = [json.loads(line)["event"] for line in capsys.readouterr().out.splitlines()]
    assert "errors are not written down yet" in told
    book._keep(_tally(kind, "f" * 32))
    book._store = store
    assert book.write_down()
    with store.transaction() as session:
        group = session.get_one(ErrorGroup, kind.group)
    assert group.many == 2
    assert group.numbers == ["f" * 32, number]


def _tally(kind: Kind, number: str) -> Tally:
    moment = moments.now()
    return Tally(kind, 1, (number,), moment, moment)


def test_what_happened_before_it_was_settled_does_not_open_it_again(store: Database) -> None:
    kind = fresh_kind()
    before = _tally(kind, "a" * 32)
    with store.transaction() as session:
        count(session, before)
        settled_at = service.settle(session, kind.group).settled_at
    with store.transaction() as session:
        count(session, before)
        session.expire_all()
        group = session.get_one(ErrorGroup, kind.group)
        assert (group.many, group.settled_at, group.returned_at) == (2, settled_at, None)
        count(session, _tally(kind, "b" * 32))
        session.expire_all()
        group = session.get_one(ErrorGroup, kind.group)
        assert (group.many, group.settled_at) == (3, None)
        assert group.returned_at == group.last_at


def test_a_page_tells_nothing_that_is_not_in_our_own_files() -> None:
    told = ScriptError(
        error="TypeError", script="devices.js", function="Object.previewing", page="/sites/s_1/builder"
    )
    template = "/sites/{site_id}/builder"
    assert kind_of_script(told, template) == Kind(
        "TypeError", "devices.js:previewing", f"page: GET {template}"
    )
    strange = ScriptError(error="Maya", script="nothing.js", function="maya@example.org", page="/")
    assert kind_of_script(strange, "/") == Kind("Error", "a script that is none", "page: GET /")


def test_a_page_is_answered_with_the_number_of_what_failed_on_it(maya: Owner, store: Database) -> None:
    page = "/sites/site_1/builder"
    said = {"error": "TypeError", "script": "devices.js", "function": "previewing", "page": page}
    answer = maya.http.post("/script-errors", json=said)
    number = answer.headers["x-trace-id"]
    assert answer.json() == {"number": number}

    def counted() -> ErrorGroup | None:
        with store.transaction() as session:
            return session.scalar(service.having(number))

    group = wait_for("the group of what failed", counted)
    assert (group.place, group.during) == ("devices.js:previewing", "page: GET /sites/{site_id}/builder")
    assert maya.visitor.post(str(maya.http.base_url.join("/script-errors")), json=said).status_code != 200


def test_errors_are_for_the_operator_alone(maya: Owner) -> None:
    problem(maya.http.get("/api/error-groups"), 401, "not-the-operator", KEY)
    assert maya.http.get("/operator/errors").status_code == 401


def test_errors_are_told_elsewhere_only_where_the_package_is(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere.refuse_unless_there(None)
    monkeypatch.setattr(elsewhere, "_LIBRARY", "not_installed_anywhere")
    with pytest.raises(CannotStartError, match="install sentry-sdk, or start without SENTRY_DSN"):
        elsewhere.refuse_unless_there("http://key@127.0.0.1:9/1")
    assert elsewhere.teller(Settings(Path())) is None


def test_what_is_told_elsewhere_is_what_a_group_keeps() -> None:
    error = _hex_of("rye for maya@example.org")
    kind, number = kind_of(error, "GET /a"), "c" * 32
    event = elsewhere.event_of(kind, error, number)
    assert event["fingerprint"] == [kind.group]
    assert event["contexts"]["trace"]["trace_id"] == number
    assert event["exception"]["values"][0]["stacktrace"]["frames"][-1]["function"] == "traceparent_for"
    assert "maya" not in json.dumps(event)


@pytest.mark.parametrize("path", ["/api/error-groups", f"/api/errors/{'0' * 32}"])
def test_errors_are_told_nobody_where_nobody_operates(store: Database, path: str) -> None:
    web = TestClient(builder(Settings(Path(), operator_key=None), store))
    answer = web.get(path, headers={"Authorization": "Bearer known"})
    assert (answer.status_code, answer.json()["type"]) == (403, "urn:webbuilder:problem:no-operator")


def test_what_is_met_where_no_trace_is_at_work_has_a_number_that_finds_it(
    away: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    book = Book(away, "test", lambda _kind, _error, number: told.append(number))
    for _ in range(2):
        book.meet(_hex_of("rye"), "a mail that no run sends")
    logged = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["trace_id"] for line in logged if line["event"] == "failed"] == told
    assert len({*told, "0" * 32}) == 3
