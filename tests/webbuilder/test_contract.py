"""What the parts of the platform publish is what was committed, and says how they refuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from webbuilder import contract

CONTRACTS = Path(__file__).parents[2] / "contracts"
NAMES = {"web": "openapi", "line": "asyncapi"}
COMMITTED = {part: f"{NAMES.get(part, part)}.json" for part in contract.PARTS}
PUBLISHED: dict[str, Any] = json.loads(contract.document())
OPERATIONS = [
    (f"{method.upper()} {path}", operation)
    for path, methods in PUBLISHED["paths"].items()
    for method, operation in methods.items()
]
# Who calls shows who they are by a password, or by a signature.
SHOWN_OTHERWISE = {"POST /api/sessions", "POST /api/hooks/{workflow_id}"}


@pytest.mark.parametrize(("part", "file"), COMMITTED.items())
def test_what_is_published_is_what_was_committed(part: str, file: str) -> None:
    assert json.loads((CONTRACTS / file).read_text("utf-8")) == json.loads(contract.document(part)), (
        f"{part} differs from contracts/{file}: mend it, or, if those who build on it can live with that,"
        " type: make contracts"
    )


def test_every_committed_contract_is_published_by_a_part() -> None:
    assert {one.name for one in CONTRACTS.glob("*.json")} == set(COMMITTED.values())


def test_whoever_forgets_to_ask_who_is_calling_is_noticed() -> None:
    """Few operations are open to everybody; a new one that forgot to ask would be among them."""
    opened = {asked for asked, operation in OPERATIONS if "security" not in operation}
    assert opened == {"POST /api/people", "GET /ready"} | SHOWN_OTHERWISE


def test_ids_of_operations_are_unique() -> None:
    names = [operation["operationId"] for _, operation in OPERATIONS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("asked", "operation"), OPERATIONS)
def test_each_refusal_is_promised_as_a_problem(asked: str, operation: dict[str, Any]) -> None:
    refusals = {status: one for status, one in operation["responses"].items() if status >= "400"}
    assert "500" in refusals
    assert ("401" in refusals) == ("security" in operation or asked in SHOWN_OTHERWISE)
    for one in refusals.values():
        assert one["description"]
        assert list(one["content"]) == ["application/problem+json"]


@pytest.mark.parametrize(("asked", "operation"), OPERATIONS)
def test_each_body_that_is_answered_has_a_schema(asked: str, operation: dict[str, Any]) -> None:
    for status, one in operation["responses"].items():
        kinds = one.get("content", {})
        assert bool(kinds) == (status != "204"), asked
        assert all(kind["schema"] for kind in kinds.values()), asked
