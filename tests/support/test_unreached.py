"""What is said not to be reached was promised, is said once, and is not reached."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.contract import ContractUnusable
from support.journal import Journal
from support.keeping import Keeping, Service
from support.target.description import describe
from support.unreached import met_by_chance, unreached

HERE = "http://127.0.0.1:1"
WHY = 'because = "nobody foresaw it"\n'


def reason(operations: str, status: str, contract: str = "sites.json") -> str:
    return f'[[unreached]]\ncontract = "{contract}"\noperations = {operations}\nstatus = "{status}"\n{WHY}'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    answers = {"200": {"description": ""}, "500": {"description": ""}}
    paths = {
        path: {"get": {"operationId": f"live_{name}", "responses": answers}}
        for path, name in (("/", "read"), ("/thanks", "thank"))
    }
    written = tmp_path / "sites.json"
    written.write_text(json.dumps({"openapi": "3.1.0", "paths": paths}))
    return written


def test_a_reason_holds_for_one_for_some_or_for_every_operation(file: Path) -> None:
    beside = file.with_name("unreached.toml")
    assert unreached(file) == {}
    for operations, names in (
        ('"live_read"', ["live_read"]),
        ('["live_read", "live_thank"]', ["live_read", "live_thank"]),
        ('"*"', ["live_read", "live_thank"]),
    ):
        beside.write_text(reason(operations, "500") + reason('"*"', "500", "others.json"))
        unreached.cache_clear()
        assert unreached(file) == {(name, "500"): "nobody foresaw it" for name in names}


def test_what_is_reached_nevertheless_fails_whoever_reaches_it(file: Path) -> None:
    file.with_name("unreached.toml").write_text(reason('"live_thank"', "500"))
    journal = Journal(promised=Keeping((Service("live sites", file, HERE),)))
    journal.heard("GET", f"{HERE}/", 500, "")
    journal.heard("GET", f"{HERE}/thanks", 200, "")
    assert not journal.promised.deviations
    journal.heard("GET", f"{HERE}/thanks", 500, "")
    (told,) = journal.promised.read()
    assert told.startswith("live sites: live_thank was answered 500, which unreached.toml says is never met")
    assert told.endswith("since nobody foresaw it; where that is as it should be, take the reason out")


def test_what_is_met_by_chance_fails_nobody(file: Path) -> None:
    file.with_name("unreached.toml").write_text(reason('"*"', "500") + "by_chance = true\n")
    met_by_chance.cache_clear()
    unreached.cache_clear()
    assert met_by_chance(file) == {("live_read", "500"), ("live_thank", "500")}
    journal = Journal(promised=Keeping((Service("live sites", file, HERE),)))
    journal.heard("GET", f"{HERE}/thanks", 500, "")
    assert not journal.promised.deviations


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (reason('"live_read"', "404"), "404 of live_read, and sites.json promises no such thing"),
        (reason('"live_gone"', "500"), "500 of live_gone, and sites.json promises no such thing"),
        (reason('"*"', "418"), "418 of no operation, and sites.json promises no such thing"),
        (reason('"*"', "500") + reason('"live_read"', "500"), "two reasons for 500 of live_read"),
        (reason('"*"', "soon"), "cannot be read"),
        ('[[unreached]]\ncontract = "sites.json"\n', "cannot be read"),
        ("[[", "cannot be read"),
    ],
)
def test_bad_input_a_reason_for_nothing(file: Path, said: str, told: str) -> None:
    file.with_name("unreached.toml").write_text(said)
    with pytest.raises(ContractUnusable, match=told):
        unreached(file)


def test_each_committed_reason_is_for_what_was_promised() -> None:
    """`unreached` refuses all others; a contract that nobody names would never be looked at."""
    named = {one.file for one in describe("embedded").contracts.values()}
    text = Path("contracts/unreached.toml").read_text("utf-8")
    assert all(unreached(file) for file in named if f'"{file.name}"' in text)
    assert text.count("contract = ") == sum(text.count(f'contract = "{file.name}"') for file in named)
