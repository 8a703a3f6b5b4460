"""The tree stays a tree: whatever is done to it, in whatever order, all of a change or nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from unittest.mock import create_autospec

import pytest
from hypothesis import given, settings as chosen, strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.webbuilder.marketers import Site, insert
from tests.webbuilder.refusals import problem
from webbuilder.components import registry, service
from webbuilder.components.tables import Component, Operation
from webbuilder.components.tree import Tree
from webbuilder.database import Database
from webbuilder.problems import Problem
from webbuilder.sites.tables import Site as StoredSite

Order = dict[str, list[str]]
KINDS = ("section", "heading", "text", "form", "field")
FIELD = {"name": "email", "label": "E-mail address"}


def component(identifier: str, kind: str, parent: str | None, position: float) -> Component:
    return Component(
        site_id="site", id=identifier, workspace_id="workspace", parent_id=parent, position=position,
        type=kind, properties={"path": ""} if kind == "page" else {},
    )  # fmt: skip


def order_of(tree: Tree) -> Order:
    """Return the children of each component, in order."""
    return {one.id: [child.id for child in tree.children(one.id)] for one in tree.below(tree.home.id)}


class Page:
    """A page, and what a plain list of lists says that it must look like."""

    def __init__(self) -> None:
        self.tree = Tree([component("page", "page", None, 0.0)])
        self.expected: Order = {"page": []}
        self.site = StoredSite(id="site", workspace_id="workspace", revision=0)
        self.session = create_autospec(Session, instance=True)
        self.made = 0

    def do(self, change: Any) -> bool:
        """Apply one change; return whether it was allowed."""
        try:
            service._APPLY[type(change)](self.session, self.tree, self.site, change)
        except Problem:
            return False
        return True

    def below(self, identifier: str) -> Iterator[str]:
        yield identifier
        for child in self.expected[identifier]:
            yield from self.below(child)

    def place(self, identifier: str, parent: str, after: str | None) -> None:
        siblings = self.expected[parent]
        siblings.insert(siblings.index(after) + 1 if after else 0, identifier)

    def take_out(self, identifier: str) -> None:
        for siblings in self.expected.values():
            if identifier in siblings:
                siblings.remove(identifier)

    def insert(self, kind: str, parent: str, after: str | None) -> None:
        self.made += 1
        name = f"made-{self.made}"
        properties = {**FIELD, "name": f"field_{self.made}"} if kind == "field" else {}
        wish = {"kind": "insert", "id": name, "type": kind, "parent": parent, "after": after}
        if self.do(service.Insert.model_validate({**wish, "properties": properties})):
            self.expected[name] = []
            self.place(name, parent, after)

    def move(self, identifier: str, parent: str, after: str | None) -> None:
        wish = {"kind": "move", "id": identifier, "parent": parent, "after": after}
        if self.do(service.Move.model_validate(wish)):
            self.take_out(identifier)
            self.place(identifier, parent, after)

    def remove(self, identifier: str) -> None:
        if self.do(service.Remove.model_validate({"kind": "remove", "id": identifier})):
            gone = list(self.below(identifier))
            self.take_out(identifier)
            for each in gone:
                del self.expected[each]

    def is_whole(self) -> None:
        """Assert that there is one page, no cycle, no orphan, and one definite order among siblings."""
        assert order_of(self.tree) == self.expected
        assert self.tree.many_on_page_of("page") == len(self.expected)
        assert len(list(self.tree.below("page"))) == len(self.expected) == len(self.tree._by_id)
        for parent in self.expected:
            positions = [child.position for child in self.tree.children(parent)]
            assert len(set(positions)) == len(positions)
            holds = registry.type_named(self.tree._by_id[parent].type).holds
            assert {child.type for child in self.tree.children(parent)} <= holds


STEP = st.tuples(
    st.sampled_from(["insert", "insert", "insert", "move", "move", "remove"]),
    st.sampled_from(KINDS),
    st.integers(0, 40), st.integers(0, 40), st.integers(-1, 8),
)  # fmt: skip


@given(st.lists(STEP, max_size=40))
@chosen(deadline=None, max_examples=60)
def test_any_sequence_of_operations_leaves_an_ordered_tree(
    steps: list[tuple[str, str, int, int, int]],
) -> None:
    page = Page()
    page.insert("section", "page", None)
    for act, kind, one, other, place in steps:
        known = sorted(page.expected)
        identifier, parent = known[one % len(known)], known[other % len(known)]
        siblings = page.expected[parent]
        after = siblings[place % len(siblings)] if siblings and place >= 0 else None
        if act == "insert":
            page.insert(kind, parent, after)
        elif act == "move":
            page.move(identifier, parent, after)
        else:
            page.remove(identifier)
        page.is_whole()


@pytest.mark.parametrize("at_the_front", [True, False])
def test_siblings_are_numbered_anew_when_there_is_no_room_left(at_the_front: bool) -> None:
    page = Page()
    page.insert("section", "page", None)
    page.insert("section", "page", "made-1")
    for _ in range(80):
        page.insert("section", "page", None if at_the_front else "made-1")
    page.is_whole()
    positions = [0.0, *(one.position for one in page.tree.children("page"))]
    assert min(high - low for low, high in pairwise(positions)) > 1e-7, "80 halvings would leave 1e-21"


@given(st.lists(st.floats(1e-9, 1e9), min_size=1, max_size=12), st.data())
def test_a_position_lies_between_its_neighbours(positions: list[float], data: st.DataObject) -> None:
    tree = Tree([component("page", "page", None, 0.0)])
    for number, position in enumerate(positions):
        tree.add(component(f"c-{number:02}", "section", "page", position))
    siblings = tree.children("page")
    after = data.draw(st.sampled_from([None, *siblings]))
    place = siblings.index(after) + 1 if after else 0
    tree.add(component("new", "section", "page", tree.position_after("page", after, leaving_out="new")))
    expected = [one.id for one in siblings]
    expected.insert(place, "new")
    assert [one.id for one in tree.children("page")] == expected


def test_operations_are_applied_all_or_none(site: Site, store: Database) -> None:
    before, section = site.page(), site.section()
    heading = section["children"][0]["id"]
    fine = [
        insert("text", section["id"]),
        {"kind": "set", "id": heading, "properties": {"text": "30% off"}},
        {"kind": "remove", "id": section["children"][1]["id"]},
    ]
    odd = {"kind": "remove", "id": "not-there"}
    sentence = "The component not-there is not on this page any more. Look at the page as it is now."
    said = problem(site.operate(*fine, odd), 409, "component-gone", sentence)
    assert said["revision"] == before["revision"]
    assert site.page() == before
    with store.transaction() as session:
        last = session.scalars(select(Operation.revision).where(Operation.site_id == site.id)).all()
    assert max(last) == before["revision"]
    done = site.operate(*fine).json()
    assert done == {"revision": before["revision"] + 3, "step": before["revision"] + 1}


def test_the_log_tells_what_happened_after_a_revision(site: Site) -> None:
    section, revision = site.section(), site.page()["revision"]
    heading = section["children"][0]["id"]
    change = {"kind": "set", "id": heading, "properties": {"text": "Six evenings"}}
    site.operate(change).raise_for_status()
    told = site.owner.http.get(f"{site.path}/operations", params={"since": revision}).json()
    (operation,) = told.pop("operations")
    assert told == {"revision": revision + 1}
    assert operation == {"revision": revision + 1, **change, "by": operation["by"], "client": None}
    assert operation["by"].startswith("person_")
    assert site.section()["children"][0]["properties"] == registry.checked(
        "heading", {"text": "Six evenings", "level": 1}
    )


def test_each_type_has_defaults_that_fit_it() -> None:
    for name in registry.TYPES:
        properties = FIELD if name == "field" else {}
        once = registry.checked(name, properties)
        assert registry.checked(name, once) == once


@given(st.text(max_size=40))
def test_an_address_is_followed_only_when_its_scheme_is_harmless(address: str) -> None:
    harmless = ("https://", "http://", "mailto:", "tel:", "#", "/")
    try:
        registry.checked("call_to_action", {"address": address})
    except Problem:
        assert address
        assert not address.startswith(harmless)
    else:
        assert not address or address.startswith(harmless)
