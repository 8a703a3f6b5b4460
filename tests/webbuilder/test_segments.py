"""Segments: which contacts each condition takes, and that whoever comes to fit one is told of once."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event as Signal, Thread
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, text

from webbuilder.crm import entering, lists, segments, service as crm
from webbuilder.crm.conditions import CONDITIONS
from webbuilder.crm.tables import Contact, Segment, SegmentMember
from webbuilder.events import CONTACT_DID, Event
from webbuilder.problems import Problem
from webbuilder.workflows.service import create, one, put_in_force
from webbuilder.workflows.triggers import TRIGGER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from tests.webbuilder.marketers import Site
    from webbuilder.database import Database


@dataclass
class Bakery:
    """A workspace of which nothing is ever committed, with people by name."""

    session: Session
    workspace: str
    site: str
    people: dict[str, Contact]

    def segment(self, *conditions: dict[str, Any], match: segments.Match = "all", name: str = "") -> Segment:
        asked = CONDITIONS.validate_python(conditions)
        return segments.make(self.session, self.workspace, name or secrets.token_hex(4), match, asked)

    def fitting(self, *conditions: dict[str, Any], match: segments.Match = "all") -> set[str]:
        found = self.session.scalars(
            segments.members(self.workspace, self.segment(*conditions, match=match))
        ).all()
        return {name for name, contact in self.people.items() if contact in found}

    def told(self) -> list[tuple[str, str]]:
        """Return who came to fit which segment, as far as workflows start by that."""
        by_id = {contact.id: name for name, contact in self.people.items()}
        events = self.session.scalars(select(Event).where(Event.kind == CONTACT_DID).order_by(Event.id))
        return [
            (by_id[one.body["contact"]], one.body["of"]) for one in events if one.body["contact"] in by_id
        ]

    def listened_to(self, name: str) -> None:
        """Have a workflow in force that starts by a segment."""
        trigger = TRIGGER.validate_python({"kind": "entered", "segment": name})
        workflow = create(self.session, self.workspace, self.site, f"on {name}", [], trigger)
        put_in_force(self.session, one(self.session, self.workspace, workflow.id), [], trigger)


@pytest.fixture
def bakery(site: Site, store: Database) -> Iterator[Bakery]:
    """Priya is a friend who likes rye, Noor is on the list, Ravi has a name alone, Sam tried a form out."""
    with store.transaction() as session:
        asked = session.execute(text("select workspace_id from sites where id = :id"), {"id": site.id})
        workspace, mark = str(asked.scalar_one()), secrets.token_hex(4)
        people = {
            name: crm.add(session, workspace, f"{name.lower()}_{mark}@x.example", name, sample=name == "Sam")
            for name in ("Priya", "Noor", "Ravi", "Sam")
        }
        for name, contact in people.items():
            contact.created_at = datetime(2026, 3, 1 + len(name), tzinfo=UTC)
        crm.add_tag(session, people["Priya"], "friend")
        crm.add_tag(session, people["Sam"], "friend")
        crm.write_down(session, people["Priya"], "favourite bread", "Rye, dark")
        lists.put_on(session, people["Noor"], "Sunday letter")
        session.flush()
        yield Bakery(session, workspace, site.id, people)
        session.rollback()


TAGGED = {"kind": "tagged", "tag": "friend"}


@pytest.mark.parametrize(
    ("condition", "fitting"),
    [
        (TAGGED, {"Priya"}),
        ({"kind": "tagged", "tag": "Friend"}, set()),
        ({"kind": "not_tagged", "tag": "friend"}, {"Noor", "Ravi"}),
        ({"kind": "listed", "list": "Sunday letter"}, {"Noor"}),
        ({"kind": "not_listed", "list": "Sunday letter"}, {"Priya", "Ravi"}),
        ({"kind": "detail_is", "detail": "favourite bread", "value": "rye, DARK"}, {"Priya"}),
        ({"kind": "detail_is", "detail": "favourite bread", "value": "rye"}, set()),
        ({"kind": "detail_is", "detail": "name", "value": "ravi"}, {"Ravi"}),
        ({"kind": "detail_is_not", "detail": "favourite bread", "value": "rye, dark"}, {"Noor", "Ravi"}),
        ({"kind": "detail_contains", "detail": "favourite bread", "value": "rye"}, {"Priya"}),
        ({"kind": "detail_contains", "detail": "favourite bread", "value": "%"}, set()),
        ({"kind": "detail_set", "detail": "favourite bread"}, {"Priya"}),
        ({"kind": "detail_not_set", "detail": "favourite bread"}, {"Noor", "Ravi"}),
        ({"kind": "words", "words": "RAV"}, {"Ravi"}),
        ({"kind": "words", "words": "noor_"}, {"Noor"}),
        ({"kind": "words", "words": "n__r"}, set()),
        ({"kind": "known_since", "day": "2026-03-06"}, {"Priya"}),
        ({"kind": "known_since", "day": "2026-03-05"}, {"Priya", "Noor", "Ravi"}),
        ({"kind": "known_before", "day": "2026-03-06"}, {"Noor", "Ravi"}),
        ({"kind": "known_before", "day": "2026-03-05"}, set()),
    ],
)
def test_a_condition_takes_whom_it_says(bakery: Bakery, condition: dict[str, Any], fitting: set[str]) -> None:
    assert bakery.fitting(condition) == fitting


def test_all_conditions_hold_or_any(bakery: Bakery) -> None:
    asked = TAGGED, {"kind": "listed", "list": "Sunday letter"}
    assert bakery.fitting(*asked) == set()
    assert bakery.fitting(*asked, match="any") == {"Priya", "Noor"}


def test_a_contact_of_another_business_fits_nothing(bakery: Bakery) -> None:
    segment = bakery.segment(TAGGED)
    assert not bakery.session.scalars(segments.members("workspace_other", segment)).all()


def test_making_a_segment_lets_nobody_come_to_fit_it(bakery: Bakery) -> None:
    bakery.listened_to("friends")
    segment = bakery.segment(TAGGED, name="friends")
    entering.look(bakery.session, bakery.people["Priya"])
    kept = select(SegmentMember.contact_id).where(SegmentMember.segment_id == segment.id)
    assert list(bakery.session.scalars(kept)) == [bakery.people["Priya"].id]
    assert bakery.told() == []


def test_leaving_and_coming_back_is_another_time(bakery: Bakery) -> None:
    bakery.listened_to("friends")
    bakery.segment(TAGGED, name="friends")
    bakery.session.info.clear()
    ravi = bakery.people["Ravi"]
    for act in (crm.add_tag, crm.add_tag, crm.remove_tag, crm.add_tag):
        act(bakery.session, ravi, "friend")
    assert bakery.told() == [("Ravi", "friends")] * 2


@pytest.mark.parametrize(
    ("condition", "how"),
    [
        ({"kind": "tagged", "tag": "new"}, lambda s, c: crm.add_tag(s, c, "new")),
        ({"kind": "not_tagged", "tag": "friend"}, lambda s, c: crm.remove_tag(s, c, "friend")),
        ({"kind": "listed", "list": "new"}, lambda s, c: lists.put_on(s, c, "new")),
        ({"kind": "detail_set", "detail": "street"}, lambda s, c: crm.write_down(s, c, "street", "x")),
        ({"kind": "words", "words": "Other"}, lambda s, c: crm.write_down(s, c, "name", "Other")),
    ],
)
def test_whatever_changes_may_let_somebody_come_to_fit(
    bakery: Bakery, condition: dict[str, Any], how: Any
) -> None:
    bakery.listened_to("it")
    bakery.segment(condition, name="it")
    bakery.session.info.clear()
    how(bakery.session, bakery.people["Priya"])
    assert bakery.told() == [("Priya", "it")]


def test_whoever_is_taken_off_a_list_fits_what_asks_for_nobody_on_it(bakery: Bakery) -> None:
    bakery.listened_to("it")
    bakery.segment({"kind": "not_listed", "list": "Sunday letter"}, name="it")
    bakery.session.info.clear()
    lists.take_off(bakery.session, bakery.people["Noor"], "Sunday letter")
    assert bakery.told() == [("Noor", "it")]


def test_a_sample_comes_to_fit_nothing_before_it_is_somebody(bakery: Bakery) -> None:
    bakery.listened_to("it")
    bakery.segment({"kind": "words", "words": "Sam"}, name="it")
    bakery.session.info.clear()
    sam = bakery.people["Sam"]
    crm.add_tag(bakery.session, sam, "other")
    assert bakery.told() == []
    crm.add(bakery.session, bakery.workspace, sam.email, "Sam")
    assert bakery.told() == [("Sam", "it")]


@pytest.mark.parametrize("published", [True, False])
def test_a_segment_that_starts_a_workflow_keeps_its_name(bakery: Bakery, *, published: bool) -> None:
    segment = bakery.segment(TAGGED, name="friends")
    trigger = TRIGGER.validate_python({"kind": "entered", "segment": "friends"})
    workflow = create(bakery.session, bakery.workspace, bakery.site, "letters", [], trigger)
    if published:
        put_in_force(bakery.session, workflow, [], trigger)
        workflow.trigger = TRIGGER.validate_python({"kind": "form"}).model_dump(mode="json")
        bakery.session.flush()
    asked = segments.conditions_of(segment)
    with pytest.raises(Problem, match="“letters” starts by “friends”"):
        segments.change(bakery.session, segment, "others", "all", asked)
    with pytest.raises(Problem, match="“letters” starts by “friends”"):
        segments.remove(bakery.session, segment)
    segments.change(bakery.session, segment, "friends", "any", asked)


def test_there_are_no_more_than_so_many(bakery: Bakery, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "MOST", 1)
    bakery.segment(TAGGED)
    with pytest.raises(Problem, match="1 segments at most"):
        bakery.segment(TAGGED)


def test_two_changes_at_once_see_one_another(site: Site, store: Database) -> None:
    name, held, go = secrets.token_hex(4), Signal(), Signal()
    with store.transaction() as session:
        asked = session.execute(text("select workspace_id from sites where id = :id"), {"id": site.id})
        workspace = str(asked.scalar_one())
        contact = crm.add(session, workspace, f"{name}@x.example", name)
        both = [{"kind": "tagged", "tag": f"{name} one"}, {"kind": "tagged", "tag": f"{name} two"}]
        segment = segments.make(session, workspace, name, "all", CONDITIONS.validate_python(both))

    def change(tag: str, *, waits: bool) -> None:
        with store.transaction() as session:
            crm.add_tag(session, session.get_one(Contact, contact.id), f"{name} {tag}")
            if waits:
                held.set()
                go.wait(10)

    first = Thread(target=change, args=("one",), kwargs={"waits": True})
    second = Thread(target=change, args=("two",), kwargs={"waits": False})
    first.start()
    held.wait(10)
    second.start()
    second.join(0.3)
    go.set()
    for thread in (first, second):
        thread.join(10)
    with store.transaction() as session:
        assert list(session.scalars(entering.fitted_by(contact.id))) == [segment.id]
        session.delete(session.get_one(Segment, segment.id))
        session.delete(session.get_one(Contact, contact.id))
