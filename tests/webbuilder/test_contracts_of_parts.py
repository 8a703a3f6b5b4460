"""Mailroom and copywriter answer as they promise, and what they show as examples is what they promise."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from starlette.testclient import TestClient

from support.contract import Answered, Contract
from support.promised_requests import Sent
from webbuilder.parts.copywriter.routes import copywriter
from webbuilder.parts.mailroom.routes import mailbox
from webbuilder.parts.mailroom.store import Mail

CONTRACTS = Path(__file__).parents[2] / "contracts"
COPYWRITER, MAILROOM = Contract(CONTRACTS / "copywriter.json"), Contract(CONTRACTS / "mailroom.json")
COMPLETIONS = "/v1/chat/completions"


class Asked:
    """An application, each answer of which is held against a contract."""

    def __init__(self, app: Any, contract: Contract) -> None:
        self.client, self.contract = TestClient(app), contract
        self.met: set[tuple[str, int]] = set()

    def ask(self, method: str, path: str, json: Any = None, query: str = "") -> Any:
        answer = self.client.request(method, f"{path}?{query}" if query else path, json=json)
        kind = "application/json" if json is not None else ""
        sent = Sent(json, kind, query)
        one = Answered(method, path, answer.status_code, answer.headers, answer.text, sent)
        assert not self.contract.deviation(one)
        operation = self.contract.operation(method, path)
        assert operation
        self.met.add((operation.name, answer.status_code))
        return answer


def everything(contract: Contract) -> set[tuple[str, int]]:
    return {(name, int(status)) for name, statuses in contract.promises().items() for status in statuses}


@pytest.fixture
def letters(tmp_path: Path) -> Mail:
    mail, letter = Mail(tmp_path), EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "maya@example.org", "priya@example.com", "Welcome"
    letter.set_content("Bread.")
    letter.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="menu.pdf")
    mail.keep(letter.as_bytes(), "maya@example.org", ["priya@example.com", "hidden@example.com"])
    return mail


def test_the_mailroom_answers_as_promised(letters: Mail) -> None:
    mailroom = Asked(mailbox(letters), MAILROOM)
    mailroom.ask("GET", "/api/v1/info")
    mailroom.ask("GET", "/api/v1/messages", query="limit=0")
    mailroom.ask("GET", "/api/v1/search", query="query=colour%3Ablue")
    found = mailroom.ask("GET", "/api/v1/search", query="query=to%3Apriya").json()["messages"]
    listed = mailroom.ask("GET", "/api/v1/messages", query="start=0&limit=1").json()["messages"]
    assert [one["ID"] for one in found] == [one["ID"] for one in listed]
    for identifier in (found[0]["ID"], "none"):
        for what in ("", "/headers", "/raw"):
            mailroom.ask("GET", f"/api/v1/message/{identifier}{what}")
    mailroom.ask("DELETE", "/api/v1/messages", {"IDs": 3})
    mailroom.ask("DELETE", "/api/v1/messages", {"IDs": [found[0]["ID"]]})
    assert not letters.newest_first()
    assert mailroom.met == everything(MAILROOM)


def asked(said: str, **more: Any) -> dict[str, Any]:
    return {"model": "copywriter", "messages": [{"role": "user", "content": said}], **more}


def test_the_copywriter_answers_as_promised() -> None:
    writer = Asked(copywriter(), COPYWRITER)
    shown = json.loads(COPYWRITER.file.read_text("utf-8"))["components"]["schemas"]["Question"]["examples"][0]
    assert [one["id"] for one in writer.ask("GET", "/v1/models").json()["data"]] == [shown["model"]]
    whole = writer.ask("POST", COMPLETIONS, shown).json()["choices"][0]["message"]["content"]
    assert json.loads(whole)["changes"][0]["set"]["text"]
    streamed = writer.ask("POST", COMPLETIONS, {**shown, "stream": True})
    assert streamed.headers["content-type"].startswith("text/event-stream")
    assert writer.ask("POST", COMPLETIONS, asked("hello")).json()["error"]["code"] == "no_task"
    assert writer.ask("POST", COMPLETIONS, {"messages": []}).json()["error"]["code"] is None
    assert writer.met == everything(COPYWRITER)


def test_what_the_framework_refuses_is_refused_in_the_same_words(letters: Mail) -> None:
    refused = TestClient(mailbox(letters)).post("/api/v1/info")
    assert (refused.status_code, refused.headers["allow"], "Error" in refused.json()) == (405, "GET", True)
    refused = TestClient(copywriter()).put("/v1/models")
    assert (refused.status_code, refused.headers["allow"], "error" in refused.json()) == (405, "GET", True)


def shown_examples(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any], Any]]:
    def below(where: str, said: Any) -> Iterator[tuple[str, Mapping[str, Any], Any]]:
        if isinstance(said, dict):
            for example in said["examples"] if isinstance(said.get("examples"), list) else ():
                yield where, said, example
            for name, one in said.items():
                if name != "examples":
                    yield from below(f"{where}/{name}", one)

    yield from below("", document)


@pytest.mark.parametrize("part", ["mailroom", "copywriter", "sites"])
def test_every_example_fits_what_it_is_an_example_of(part: str) -> None:
    document = json.loads((CONTRACTS / f"{part}.json").read_text("utf-8"))
    found = list(shown_examples(document))
    assert found
    for where, schema, example in found:
        check = jsonschema_rs.Draft202012Validator({**schema, "components": document["components"]})
        assert [error.message for error in check.iter_errors(example)] == [], where


def test_every_operation_of_every_contract_has_a_name_of_its_own() -> None:
    openapi = [file for file in CONTRACTS.glob("*.json") if "openapi" in json.loads(file.read_text("utf-8"))]
    assert len(openapi) == 4
    names = [name for file in openapi for name in Contract(file).promises()]
    assert len(names) == len(set(names))
