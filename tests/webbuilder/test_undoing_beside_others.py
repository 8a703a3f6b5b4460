"""Undo and redo where somebody else has been since: nothing of theirs is taken back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.webbuilder.desks import MAYA, NOAH, Desk, shape
from tests.webbuilder.marketers import Site, insert
from webbuilder.problems import Problem


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


def in_the_way(desk: Desk) -> int:
    """Let Maya do two things, of which the newer cannot be taken back; return its step as it is refused."""
    desk.do(MAYA, insert("text", desk.section))
    desk.writes(MAYA, "20% off")
    desk.writes(NOAH, "30% off")
    step = desk.refused(desk.undo, MAYA, "changed-meanwhile").more["step"]
    assert desk.refused(desk.undo, MAYA, "changed-meanwhile").more["step"] == step, "asked alike, told alike"
    return int(step)


def test_what_cannot_be_taken_back_is_passed_over_once_it_was_told(desk: Desk) -> None:
    begun = shape(desk)
    step = in_the_way(desk)
    desk.undo(MAYA, before=step)
    assert len(shape(desk)) == len(begun)
    assert desk.reads() == "30% off"
    with pytest.raises(Problem, match="nothing of yours left"):
        desk.undo(MAYA, before=step)


def test_what_was_passed_over_can_be_taken_back_once_nothing_is_in_the_way(desk: Desk) -> None:
    step = in_the_way(desk)
    desk.undo(MAYA, before=step)
    desk.undo(NOAH)
    desk.undo(MAYA)
    assert desk.reads() == desk.first
    desk.refused(desk.undo, MAYA, "nothing-to-undo")


def test_what_was_undone_behind_something_passed_over_is_redone(desk: Desk) -> None:
    step = in_the_way(desk)
    before = shape(desk)
    desk.undo(MAYA, before=step)
    desk.redo(MAYA)
    assert shape(desk) == before
    desk.undo(MAYA)
    assert len(shape(desk)) == len(before) - 1


def test_passing_over_is_asked_for_by_api(site: Site) -> None:
    kept = insert("text", site.section()["id"])
    beside = insert("text", site.section()["id"])
    site.operate(kept).raise_for_status()
    newer = site.operate(beside).raise_for_status().json()["revision"]
    site.owner.http.post(f"{site.path}/undo", params={"before": newer}).raise_for_status()
    left = [one["id"] for one in site.section()["children"]]
    assert beside["id"] in left
    assert kept["id"] not in left
    assert site.owner.http.post(f"{site.path}/undo", params={"before": 0}).status_code == 422
