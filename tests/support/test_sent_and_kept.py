"""Whether what a page sent is what a second look found."""

from __future__ import annotations

import json
from typing import Any

import pytest

from support.journal import Heard
from support.sent_and_kept import kept_as_sent

PLACE = "http://127.0.0.1:8000/api/sites/1"
FORM: dict[str, Any] = {"kind": "insert", "id": "c-9", "type": "form", "parent": "c-2", "after": "c-3"}
FIELD: dict[str, Any] = {
    "kind": "insert",
    "id": "c-10",
    "parent": "c-9",
    "properties": {"label": "Your name"},
}


def page(*, form_in: str = "c-2", label: str = "Your name") -> dict[str, Any]:
    """A page of two sections, with a form in one of them."""
    field = {"id": "c-10", "properties": {"label": label}, "children": []}
    form = {"id": "c-9", "children": [field]}
    there: dict[str, list[Any]] = {"c-1": [], "c-2": [{"id": "c-3", "children": []}]}
    there[form_in].append(form)
    return {
        "page": {"id": "c-0", "children": [{"id": key, "children": inner} for key, inner in there.items()]}
    }


def sent(*operations: Any, by_page: bool = True, address: str = f"{PLACE}/operations") -> Heard:
    body = json.dumps({"operations": operations})
    return Heard("POST", address, body, 200, "", "", by_page=by_page)


def found(shown: Any, *, address: str = f"{PLACE}/components") -> list[Heard]:
    return [Heard("GET", address, None, 200, json.dumps(shown), "")]


def test_what_lies_where_it_was_sent_was_sent_so() -> None:
    assert kept_as_sent(sent(FORM, FIELD), found(page()))


def test_a_form_that_a_page_filled_in_counts_as_well() -> None:
    change = Heard("POST", f"{PLACE}/name", "name=Spring+Sale&kind=site", 200, "", "", by_page=True)
    assert kept_as_sent(change, found({"name": "Spring Sale"}))
    assert not kept_as_sent(change, found({"name": "Autumn Sale"}))


@pytest.mark.parametrize(
    ("change", "looks"),
    [
        (sent(FORM, FIELD), found(page(form_in="c-1"))),
        (sent(FORM, FIELD), found(page(label="Your nam"))),
        (sent(FORM, FIELD), found(page(), address="http://127.0.0.1:8000/api/sites/2/components")),
        (sent(FORM, FIELD, by_page=False), found(page())),
        (sent({"kind": "remove"}), found(page())),
        (sent(FORM, FIELD, address="http://127.0.0.1:8000/sites"), found(page())),
        (
            sent(FORM, FIELD),
            [Heard("GET", f"{PLACE}/components", None, 502, "<h1>down</h1>", "")],
        ),
        (None, found(page())),
    ],
    ids=["elsewhere", "cut", "another site", "by API", "no words", "all sites", "no JSON", "none"],
)
def test_else_it_was_not_kept_as_it_was_sent_or_nobody_knows(
    change: Heard | None, looks: list[Heard]
) -> None:
    assert not kept_as_sent(change, looks)
