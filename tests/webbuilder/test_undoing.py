"""Undo and redo by two people on one page, and copies: all take back their own, and nothing is shared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy.orm import Session

from tests.webbuilder.marketers import Site, insert
from webbuilder.components import history, service, steps
from webbuilder.components.changes import CHANGE
from webbuilder.database import Database
from webbuilder.problems import Problem

MAYA, NOAH = "person-maya", "person-noah"


class Desk:
    """A page at which two people of one workspace sit; nothing is ever committed."""

    def __init__(self, session: Session, site: Site) -> None:
        self.session, self.site, self.workspace = session, site, site.owner.workspace
        self.section, self.heading = site.section()["id"], site.section()["children"][0]["id"]
        self.first = self.reads()

    def do(self, person: str, *changes: dict[str, Any]) -> None:
        parsed = [CHANGE.validate_python(change) for change in changes]
        service.apply(self.session, self.workspace, self.site.id, person, parsed)

    def writes(self, person: str, words: str) -> None:
        self.do(person, {"kind": "set", "id": self.heading, "properties": {"text": words}})

    def undo(self, person: str) -> int:
        return steps.undo(self.session, self.workspace, self.site.id, person)

    def redo(self, person: str) -> int:
        return steps.redo(self.session, self.workspace, self.site.id, person)

    def reads(self) -> str:
        tree = service.tree_of(self.session, self.site.id, self.workspace)
        found = tree.get(self.heading)
        return str(found.properties["text"]) if found else ""

    def refused(self, act: Any, person: str, kind: str) -> Problem:
        point = self.session.begin_nested()
        with pytest.raises(Problem) as refusal:
            act(person)
        point.rollback()
        self.session.expire_all()
        assert (refusal.value.status, refusal.value.kind) == (409, kind)
        assert refusal.value.more["revision"] > 0
        assert refusal.value.errors == []
        return refusal.value


@pytest.fixture
def desk(site: Site, store: Database) -> Iterator[Desk]:
    with store.transaction() as session:
        yield Desk(session, site)
        session.rollback()


def test_everybody_undoes_their_own(desk: Desk) -> None:
    desk.writes(MAYA, "20% off")
    desk.do(NOAH, insert("heading", desk.section))
    desk.undo(MAYA)
    assert desk.reads() == desk.first
    desk.refused(desk.undo, MAYA, "nothing-to-undo")
    desk.undo(NOAH)
    desk.redo(MAYA)
    assert desk.reads() == "20% off"


def test_others_words_are_never_taken_back(desk: Desk) -> None:
    desk.writes(MAYA, "20% off")
    desk.writes(NOAH, "30% off")
    assert desk.refused(desk.undo, MAYA, "changed-meanwhile").more["component"] == desk.heading
    assert desk.reads() == "30% off"
    desk.undo(NOAH)
    desk.undo(MAYA)
    assert desk.reads() == desk.first


def holding(desk: Desk) -> tuple[dict[str, Any], dict[str, Any]]:
    """Let Maya put a form with a field, in one act, and return the two operations."""
    form = insert("form", desk.section)
    field = insert("field", form["id"], name="email", label="E-mail")
    desk.do(MAYA, form, field)
    return form, field


def into(component: str, parent: str) -> dict[str, Any]:
    return {"kind": "move", "id": component, "parent": parent, "after": None}


@pytest.mark.parametrize("what", ["words of it", "words below it", "below it", "its place", "brought"])
def test_what_others_did_to_it_is_not_removed_with_it(desk: Desk, what: str) -> None:
    beside = insert("form", desk.section)
    loose = insert("field", beside["id"], name="town", label="Town")
    desk.do(NOAH, beside, loose)
    form, field = holding(desk)
    acts = {
        "words of it": {"kind": "set", "id": form["id"], "properties": {"label": "Join us"}},
        "words below it": {"kind": "set", "id": field["id"], "properties": {"label": "Your e-mail"}},
        "below it": insert("field", form["id"], name="name", label="Name"),
        "its place": into(form["id"], desk.section),
        "brought": into(loose["id"], form["id"]),
    }
    desk.do(NOAH, acts[what])
    before = shape(desk)
    named = desk.refused(desk.undo, MAYA, "changed-meanwhile").more["component"]
    assert named == acts[what]["id"]
    assert shape(desk) == before
    desk.undo(NOAH)
    desk.undo(MAYA)
    assert form["id"] not in [identifier for identifier, *_ in shape(desk)]


def test_what_others_took_out_of_it_stays_where_they_put_it(desk: Desk) -> None:
    beside = insert("form", desk.section)
    desk.do(NOAH, beside)
    form, field = holding(desk)
    other = insert("field", form["id"], name="name", label="Name")
    desk.do(NOAH, other)
    desk.do(NOAH, into(other["id"], beside["id"]))
    desk.undo(MAYA)
    ids = [identifier for identifier, *_ in shape(desk)]
    assert other["id"] in ids
    assert not {form["id"], field["id"]} & set(ids)


def test_what_others_did_is_not_removed_by_redoing_either(desk: Desk) -> None:
    form, field = holding(desk)
    desk.do(MAYA, {"kind": "remove", "id": form["id"]})
    desk.undo(MAYA)
    desk.do(NOAH, {"kind": "set", "id": field["id"], "properties": {"label": "Your e-mail"}})
    desk.refused(desk.redo, MAYA, "changed-meanwhile")


def test_a_place_that_others_gave_since_is_not_taken_back(desk: Desk) -> None:
    beside = insert("form", desk.section)
    desk.do(NOAH, beside)
    form, field = holding(desk)
    desk.do(MAYA, into(field["id"], beside["id"]))
    desk.do(NOAH, into(field["id"], form["id"]))
    desk.do(NOAH, into(field["id"], beside["id"]))
    assert desk.refused(desk.undo, MAYA, "changed-meanwhile").more["component"] == field["id"]
    desk.undo(NOAH)
    desk.undo(NOAH)
    desk.undo(MAYA)
    assert (field["id"], form["id"]) in [(identifier, parent) for identifier, parent, _ in shape(desk)]


def test_what_is_gone_is_not_undone_by_halves(desk: Desk) -> None:
    beside = insert("text", desk.section)
    desk.do(MAYA, beside, {"kind": "set", "id": desk.heading, "properties": {"text": "20% off"}})
    desk.do(NOAH, {"kind": "remove", "id": beside["id"]})
    assert desk.refused(desk.undo, MAYA, "component-gone").more["component"] == beside["id"]


def test_a_step_is_undone_whole_and_redone_whole_again_and_again(desk: Desk) -> None:
    form = insert("form", desk.section)
    fields = [insert("field", form["id"], name=name, label=name) for name in ("one", "two")]
    before = shape(desk)
    desk.do(MAYA, form, *fields)
    after = shape(desk)
    for _ in range(3):
        desk.undo(MAYA)
        assert shape(desk) == before
        desk.redo(MAYA)
        assert shape(desk) == after
    desk.refused(desk.redo, MAYA, "nothing-to-redo")


def test_undoing_goes_back_step_by_step_and_forward_again(desk: Desk) -> None:
    said = [desk.first, "10% off", "20% off", "30% off"]
    for words in said[1:]:
        desk.writes(MAYA, words)
    back = []
    for _ in said[1:]:
        desk.undo(MAYA)
        back.append(desk.reads())
    assert back == said[-2::-1]
    desk.redo(MAYA)
    desk.redo(MAYA)
    assert desk.reads() == "20% off"
    desk.writes(MAYA, "fresh")
    desk.refused(desk.redo, MAYA, "nothing-to-redo")
    desk.undo(MAYA)
    assert desk.reads() == "20% off"


def shape(desk: Desk) -> Any:
    tree = service.tree_of(desk.session, desk.site.id, desk.workspace)
    return [(one.id, one.parent_id, one.properties) for one in tree.below(tree.page.id)]


def test_a_copy_has_ids_and_properties_of_its_own(site: Site) -> None:
    form = site.add_form()
    made = site.owner.http.post(f"{site.path}/components/{form}/copies")
    assert made.status_code == 201
    children = site.section()["children"]
    (place,) = [number for number, one in enumerate(children) if one["id"] == form]
    original, copied = children[place : place + 2]
    assert copied["id"] == made.json()["component"]
    assert copied["properties"] == original["properties"]
    ids = [[one["id"] for one in form["children"]] for form in (original, copied)]
    assert not set(ids[0]) & set(ids[1])
    assert [one["properties"] for one in copied["children"]] == [
        one["properties"] for one in original["children"]
    ]


def test_a_copied_field_has_a_name_of_its_own(site: Site) -> None:
    form = site.add_form()
    fields = next(one for one in site.section()["children"] if one["id"] == form)["children"]
    for _ in range(2):
        path = f"{site.path}/components/{fields[0]['id']}/copies"
        site.owner.http.post(path).raise_for_status()
    names = [
        one["properties"]["name"]
        for one in next(one for one in site.section()["children"] if one["id"] == form)["children"]
    ]
    assert sorted(names) == ["email", "name", "name_2", "name_3"]


@pytest.mark.parametrize(
    ("ways", "undo", "redo"),
    [
        ([], None, None),
        (["done"], 1, None),
        (["done", "undone"], None, 2),
        (["done", "undone", "redone"], 3, None),
        (["done", "done", "undone", "undone"], None, 4),
        (["done", "done", "undone", "undone", "redone"], 5, 3),
        (["done", "undone", "done"], 3, None),
        (["begun", "undone"], None, 2),
    ],
)
def test_which_step_comes_next(ways: list[str], undo: int | None, redo: int | None) -> None:
    newest_first = list(enumerate(ways, start=1))[::-1]
    assert (history.to_undo(newest_first), history.to_redo(newest_first)) == (undo, redo)


def test_the_types_are_described_with_their_schemas(site: Site) -> None:
    found = site.owner.http.get("/api/components/types").json()["items"]
    assert len(found) >= 12
    field = next(one for one in found if one["name"] == "field")
    assert field["schema"]["properties"]["kind"]["enum"][-1] == "consent"
    assert field["schema"]["additionalProperties"] is False
