"""Undo and redo by two people on one page, and copies: all take back their own, and nothing is shared."""

from __future__ import annotations

import pytest

from tests.webbuilder.desks import MAYA, NOAH, Desk, shape
from tests.webbuilder.marketers import Site, insert
from webbuilder.components import history


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
        (["done", "undone 1"], None, 2),
        (["done", "undone 1", "redone 2"], 3, None),
        (["done", "done", "undone 2", "undone 1"], None, 4),
        (["done", "done", "undone 2", "undone 1", "redone 4"], 5, 3),
        (["done", "undone 1", "redone 2", "undone 3"], None, 4),
        (["done", "undone 1", "done"], 3, None),
        (["done", "done", "undone 1"], 2, 3),
        (["begun", "undone 1"], None, 2),
    ],
)
def test_which_step_comes_next(ways: list[str], undo: int | None, redo: int | None) -> None:
    newest_first = [step(number, *way.split()) for number, way in enumerate(ways, start=1)][::-1]
    assert (history.to_undo(newest_first), history.to_redo(newest_first)) == (undo, redo)


def step(number: int, way: str, of: str | None = None) -> tuple[int, str, int | None]:
    return number, way, int(of) if of else None


def test_the_types_are_described_with_their_schemas(site: Site) -> None:
    found = site.owner.http.get("/api/components/types").json()["items"]
    assert len(found) >= 12
    field = next(one for one in found if one["name"] == "field")
    assert field["schema"]["properties"]["kind"]["enum"][-1] == "consent"
    assert field["schema"]["additionalProperties"] is False
