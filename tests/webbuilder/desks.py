"""A page at which two people of one workspace sit, without any network between."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from tests.webbuilder.marketers import Site
from webbuilder.components import service, steps
from webbuilder.components.changes import CHANGE
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

    def undo(self, person: str, before: int | None = None) -> int:
        return steps.undo(self.session, self.workspace, self.site.id, person, before)

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


def shape(desk: Desk) -> Any:
    tree = service.tree_of(desk.session, desk.site.id, desk.workspace)
    return [(one.id, one.parent_id, one.properties) for one in tree.below(tree.home.id)]
