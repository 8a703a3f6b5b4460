"""Whether an exchange keeps to what was promised to partners, and what is said when it does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from support.contract import Answered, Contract, ContractUnusable
from support.drivers.session import Answer
from support.journal import Journal
from support.keeping import ContractBroken, Keeping, Service
from support.promised_requests import Sent
from support.target.description import UnknownTarget, describe

SITE = {
    "type": "object",
    "required": ["id", "revision"],
    "properties": {"id": {"type": "string"}, "revision": {"type": "integer"}},
}
NEW_SITE = {
    "type": "object",
    "required": ["name"],
    "additionalProperties": False,
    "properties": {"name": {"type": "string"}},
}
DOCUMENT = {
    "openapi": "3.1.0",
    "paths": {
        "/api/sites/{site_id}": {
            "get": {
                "operationId": "sites_read",
                "parameters": [{"name": "x", "in": "query", "schema": {"type": "string"}}],
                "responses": {
                    "200": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Site"}}}
                    },
                    "204": {"description": "Nothing."},
                },
            }
        },
        "/api/sites": {
            "post": {
                "operationId": "sites_start",
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewSite"}}},
                },
                "responses": {"201": {}, "422": {}},
            }
        },
        "/api/sites/newest": {"get": {"operationId": "sites_newest", "responses": {"204": {}}}},
    },
    "components": {"schemas": {"Site": SITE, "NewSite": NEW_SITE}},
}
HERE = "http://127.0.0.1:1"


def whose(method: str, address: str) -> str:
    """As a target says it."""
    return f"{method} {address} is the platform team's"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    written = tmp_path / "openapi.json"
    written.write_text(json.dumps(DOCUMENT))
    return written


def answered(status: int, body: Any = None, kind: str = "application/json", path: str = "/s_1") -> Answered:
    text = body if isinstance(body, str) or body is None else json.dumps(body)
    return Answered("GET", f"/api/sites{path}", status, {"content-type": kind}, text)


def test_an_answer_as_promised_is_no_deviation(file: Path) -> None:
    contract = Contract(file)
    assert not contract.deviation(answered(200, {"id": "s_1", "revision": 3, "more": True}))
    assert not contract.deviation(answered(204, "", ""))
    assert not contract.deviation(answered(200))


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (answered(200, {"id": "s_1"}), 'the whole: "revision" is a required property'),
        (answered(200, {"id": "s_1", "revision": "3"}), "/revision: "),
        (answered(200, "<p>"), "what came is no JSON"),
        (answered(200, {}, "text/html"), "with text/html, and application/json was promised"),
        (answered(204, {}), "with a body, and none was promised"),
        (answered(418), "sites_read promises 200, 204"),
        (answered(204, "", "", "/s_1/pages"), "/api/sites/s_1/pages is promised nowhere in "),
        (Answered("DELETE", "/api/sites/s_1", 204), "DELETE /api/sites/s_1 is promised nowhere in "),
    ],
)
def test_a_deviation_says_where(file: Path, one: Answered, told: str) -> None:
    assert told in Contract(file).deviation(one)


def test_a_literal_path_goes_before_one_with_parameters(file: Path) -> None:
    found = Contract(file).operation("GET", "/api/sites/newest")
    assert found is not None
    assert found.name == "sites_newest"


def test_a_deviation_shows_no_value(file: Path) -> None:
    wrong = Contract(file).deviation(answered(200, {"id": "s_1", "revision": "maya@example.org"}))
    assert wrong
    assert "maya" not in wrong


def posted(body: object, kind: str = "application/json", query: str = "", status: int = 201) -> Answered:
    return Answered("POST", "/api/sites", status, {}, "", Sent(body, kind, query))


def test_a_request_as_promised_is_no_deviation(file: Path) -> None:
    contract = Contract(file)
    assert not contract.deviation(posted({"name": "Bread"}))
    assert not contract.deviation(Answered("GET", "/api/sites/s_1", 204, {}, "", Sent(query="x=1")))


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (posted({"name": "Bread", "colour": "red"}), "although its body does not fit: the whole: "),
        (posted({"name": 3}), "although its body does not fit: /name: "),
        (posted({"name": "Bread"}, "text/plain"), "as text/plain, and application/json is promised"),
        (posted(None, ""), "although the body that it asks for was missing"),
        (posted({"name": "Bread"}, query="draft="), "the query parameter draft is promised nowhere"),
        (
            Answered("GET", "/api/sites/newest", 204, {}, "", Sent({}, "application/json")),
            "as application/json, and no body is promised",
        ),
    ],
)
def test_a_request_that_was_done_and_promised_nowhere_is_a_deviation(
    file: Path, one: Answered, told: str
) -> None:
    assert told in Contract(file).deviation(one)


def test_a_request_that_was_refused_may_be_anything(file: Path) -> None:
    assert not Contract(file).deviation(posted({"colour": "red"}, "text/plain", "draft=", status=422))


def test_a_deviation_of_a_request_shows_no_value(file: Path) -> None:
    assert "maya" not in Contract(file).deviation(posted({"name": ["maya@example.org"]}))


def test_what_a_session_sent_is_held_against_the_contract(file: Path) -> None:
    journal = Journal(promised=Keeping((Service("API", file, HERE, "/api/"),)))
    done = Answer(201, {}, "", sent_as="application/json")
    journal.exchanged("POST", f"{HERE}/api/sites?draft=1", {"name": "Bread"}, done)
    journal.exchanged("POST", f"{HERE}/api/sites", {"title": "Bread"}, done)
    first, second = journal.promised.read()
    assert "draft" in first
    assert "its body does not fit" in second


def test_every_exchange_of_a_journal_is_held_against_the_contract(file: Path) -> None:
    journal = Journal(promised=Keeping((Service("API", file, HERE, "/api/"),)))
    json_kind = {"content-type": "application/json; charset=utf-8"}
    journal.exchanged("GET", f"{HERE}/api/sites/s_1?x=1", None, Answer(200, json_kind, '{"id": "s_1"}'))
    journal.heard("GET", f"{HERE}/api/sites/s_1", 500, "")
    journal.heard("GET", f"{HERE}/sites", 500, "")
    journal.heard("GET", "http://127.0.0.1:2/api/v1/messages", 500, "")
    assert journal.promised.checked == 2
    with pytest.raises(
        ContractBroken, match=r"required property .* the platform team's\); API: GET .* was answered 500"
    ):
        journal.promised.refuse_deviations(whose)
    assert len(journal.promised.read()) == 2
    journal.promised.refuse_deviations(whose)


def test_without_a_contract_nothing_is_held_against_one() -> None:
    journal = Journal()
    journal.heard("GET", f"{HERE}/api/sites/s_1", 500, "")
    assert journal.promised.checked == 0


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"paths": {"/api/x": {"get": {}}}}'])
def test_bad_input_a_file_that_promises_nothing(tmp_path: Path, text: str) -> None:
    written = tmp_path / "openapi.json"
    written.write_text(text)
    with pytest.raises(ContractUnusable, match=r"openapi\.json cannot be read .* write it anew"):
        Contract(written)


def test_bad_input_a_target_names_a_contract_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        'found = "by address"\noffers = ["contract"]\n'
        '[contracts]\nAPI = {file = "nowhere.json"}\n[drivers]\ndefault = "mine"\n'
    )
    with pytest.raises(
        UnknownTarget, match=r"The contract nowhere\.json cannot be read .*mine\.toml names it"
    ):
        describe("mine", tmp_path)


@pytest.mark.parametrize(
    "said", ['offers = ["contract"]', 'offers = []\n[contracts]\nAPI = {file = "openapi.json"}']
)
def test_bad_input_a_contract_is_offered_and_named_or_neither(tmp_path: Path, said: str) -> None:
    (tmp_path / "mine.toml").write_text(f'found = "by address"\n{said}\n[drivers]\ndefault = "mine"\n')
    with pytest.raises(UnknownTarget, match="offers a contract without naming it, or names one that"):
        describe("mine", tmp_path)
