"""Which field of a form fills which of a contact."""

from __future__ import annotations

from typing import Any

import pytest

from webbuilder.connector import filling
from webbuilder.problems import Problem

FIELDS: list[dict[str, Any]] = [
    {"name": "who", "label": "Who", "kind": "text", "required": False},
    {"name": "company", "label": "Company", "kind": "choice", "required": True},
    {"name": "agreed", "label": "I agree", "kind": "consent", "required": False},
    {"name": "mail", "label": "Mail", "kind": "email", "required": True},
    {"name": "other", "label": "Another", "kind": "email", "required": False},
]


@pytest.mark.parametrize("wanted", [{"email": "mail"}, {"email": "mail", "name": "company"}])
def test_fields_that_fit_fill_a_contact(wanted: dict[str, str]) -> None:
    assert filling.checked(FIELDS, wanted) == wanted


@pytest.mark.parametrize(
    ("wanted", "pointer"),
    [
        ({"email": "other"}, "/mapping/email"),
        ({"email": "who"}, "/mapping/email"),
        ({"email": "nothing"}, "/mapping/email"),
        ({"email": "mail", "name": "agreed"}, "/mapping/name"),
    ],
)
def test_bad_input_a_field_that_does_not_fit(wanted: dict[str, str], pointer: str) -> None:
    with pytest.raises(Problem, match="cannot fill") as refused:
        filling.checked(FIELDS, wanted)
    assert [one["pointer"] for one in refused.value.errors] == [pointer]
