"""Three clients on one page, and a network that drops, repeats and delays: they end with one page."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings as chosen, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from sqlalchemy.orm import Session

from tests.webbuilder.marketers import Site
from tests.webbuilder.replicas import Replica
from webbuilder import database
from webbuilder.components import history, registry, service, steps
from webbuilder.components.changes import CHANGE
from webbuilder.components.tables import Operation
from webbuilder.database import Database
from webbuilder.problems import Problem
from webbuilder.sites.tables import Site as StoredSite

CLIENTS = ("shop", "home", "train")
RUNS = 200
WHO, ANY = st.sampled_from(CLIENTS), st.integers(0, 60)
Change = dict[str, Any]


class Machine(RuleBasedStateMachine):
    """The server on a real database, three clients, and what is on its way from them."""

    session: Session
    workspace: str

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = self.session.begin_nested()
        self.site = database.new_id("site")
        self._found()
        self.clients = {name: Replica() for name in CLIENTS}
        for name in CLIENTS:
            self.reconnects(name)
        self.flying: list[tuple[str, list[Change]]] = []
        self.made = self.done = self.refused = 0

    def _found(self) -> None:
        site = StoredSite(
            id=self.site, workspace_id=self.workspace, name="Spring", slug=self.site, template="course",
            revision=0, form_key="k", created_at=database.now(),
        )  # fmt: skip
        self.session.add(site)
        self.session.flush()
        bands = [{"id": f"band-{number}", "type": "section", "parent": "home"} for number in range(3)]
        begun: list[Change] = [{"kind": "insert", **one} for one in ({"id": "home", "type": "page"}, *bands)]
        service.begin(self.session, site, "nobody", [CHANGE.validate_python(one) for one in begun])

    def teardown(self) -> None:
        self.savepoint.rollback()
        self.session.expunge_all()

    def _known(self, client: str, number: int) -> str:
        """Choose among what a client believes to be there."""
        known = sorted(self.clients[client].says)
        return known[number % len(known)]

    def _place(self, client: str, where: int, which: int) -> dict[str, str | None]:
        parent = self._known(client, where) if where % 12 else None  # beside the pages, now and then
        siblings: list[str | None] = [None, *self.clients[client].children[parent]]
        return {"parent": parent, "after": siblings[which % len(siblings)]}

    def _send(self, client: str, *changes: Change) -> None:
        self.flying.append((client, list(changes)))

    @rule(client=WHO, what=ANY, where=ANY, which=ANY)
    def inserts(self, client: str, what: int, where: int, which: int) -> None:
        place = self._place(client, where, which)
        holds = self._holds(client, place["parent"])
        if not holds:
            return
        self.made += 1
        kind = holds[what % len(holds)]
        named = {"field": {"name": f"field_{self.made}", "label": "Say"}, "page": {"path": f"p-{self.made}"}}
        said = named.get(kind, {})
        insert = {"kind": "insert", "id": f"{client}-{self.made}", "type": kind, "properties": said}
        self._send(client, {**insert, **place})

    def _holds(self, client: str, parent: str | None) -> list[str]:
        if parent is None:
            return ["page"]
        return sorted(registry.type_named(self.clients[client].says[parent][0]).holds - {"columns"})

    @rule(client=WHO, what=ANY, where=ANY, which=ANY)
    def moves(self, client: str, what: int, where: int, which: int) -> None:
        identifier = self._known(client, what)
        self._send(client, {"kind": "move", "id": identifier, **self._place(client, where, which)})

    @rule(client=WHO, what=ANY, words=st.sampled_from(["20% off", "30% off", "fresh"]))
    def writes(self, client: str, what: int, words: str) -> None:
        self._send(client, {"kind": "set", "id": self._known(client, what), "properties": {"text": words}})

    @rule(client=WHO, what=ANY)
    def removes(self, client: str, what: int) -> None:
        self._send(client, {"kind": "remove", "id": self._known(client, what)})

    @rule(client=WHO, what=ANY, act=st.sampled_from(["copy", "undo", "undo", "redo"]))
    def asks(self, client: str, what: int, act: str) -> None:
        """Let the server copy, undo or redo; who asks so waits for the answer, and asks once."""
        asked = (self.session, self.workspace, self.site, client)
        if act == "copy":
            self._done(steps.copy, *asked, self._known(client, what))
        else:
            self._done(steps.undo if act == "undo" else steps.redo, *asked)

    @rule(which=ANY, many=st.integers(1, 4), answered=st.booleans())
    def arrives(self, which: int, many: int, answered: bool) -> None:
        """Let some of what flies arrive: what was sent first may come last, and its answer may be lost."""
        for _ in range(min(many, len(self.flying))):
            sent = self.flying.pop(which % len(self.flying))
            self._deliver(*sent)
            if answered:
                self.reconnects(sent[0])

    @rule(which=ANY)
    def arrives_twice(self, which: int) -> None:
        if self.flying:
            sent = self.flying.pop(which % len(self.flying))
            self._deliver(*sent)
            self._deliver(*sent)

    @rule(which=ANY)
    def is_lost(self, which: int) -> None:
        if self.flying:
            self.flying.pop(which % len(self.flying))

    @rule(client=WHO)
    def reconnects(self, client: str) -> None:
        """Let a client hear what happened since it last did."""
        replica = self.clients[client]
        found = self.session.scalars(service.operations_since(self.site, self.workspace, replica.revision))
        replica.catch_up([history.told(one) for one in found])

    def _deliver(self, client: str, changes: list[Change]) -> None:
        parsed = [CHANGE.validate_python(change) for change in changes]
        self._done(service.apply, self.session, self.workspace, self.site, client, parsed)

    def _done(self, act: Any, *asked: Any) -> None:
        """Let the server do something, all of it or nothing."""
        point = self.session.begin_nested()
        try:
            act(*asked)
        except Problem:
            point.rollback()
            self.session.expire_all()
            self.refused += 1
        else:
            point.commit()
            self.done += 1
            self.the_pages_are_trees()

    def the_pages_are_trees(self) -> None:
        tree = service.tree_of(self.session, self.site, self.workspace)
        everything = [one for page in tree.pages for one in tree.below(page.id)]
        below = [one.id for one in everything]
        assert len(below) == len(set(below)) == len(tree), "an orphan, a cycle or an id twice"
        paths = [page.properties["path"] for page in tree.pages]
        assert len(paths) == len(set(paths)), "two pages at one address"
        assert "" in paths, "no home page"
        self.order: dict[str | None, list[str]] = {None: [page.id for page in tree.pages]}
        self.order |= {one.id: [child.id for child in tree.children(one.id)] for one in everything}
        self.said = {one.id: (one.type, dict(one.properties)) for one in everything}

    def converge(self) -> None:
        """Let everything arrive and everybody hear of it, and compare."""
        while self.flying:
            self._deliver(*self.flying.pop(0))
        self.the_pages_are_trees()
        for client in CLIENTS:
            self.reconnects(client)
            replica = self.clients[client]
            assert replica.children == self.order
            for identifier, (kind, said) in replica.says.items():
                assert kind == self.said[identifier][0]
                assert said.items() <= self.said[identifier][1].items()


class Converging(Machine):
    """The machine, which converges at the end of each run, and counts what was done of all that was asked."""

    all_done = all_refused = 0

    def teardown(self) -> None:
        try:
            self.converge()
        finally:
            super().teardown()
            Converging.all_done += self.done
            Converging.all_refused += self.refused


@pytest.fixture
def machine(site: Site, store: Database) -> Iterator[type[Converging]]:
    """The machine on a session of the running platform's database, of which nothing is ever committed."""
    with store.transaction() as session:
        Machine.session, Machine.workspace = session, site.owner.workspace
        yield Converging
        session.rollback()


def run(machine: type[Converging], runs: int) -> None:
    """Run the machine so often; where that fails pytest shows the seed, by which it can be done again."""
    number = secrets.randbelow(2**32)
    print(f"seed {number}")
    how = chosen(
        max_examples=runs,
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),
        database=None,
    )
    run_state_machine_as_test(seed(number)(machine), settings=how)


def test_clients_converge_whatever_the_network_does(machine: type[Converging]) -> None:
    run(machine, RUNS)
    print(f"{machine.all_done} done, {machine.all_refused} refused")
    assert machine.all_done > 2 * RUNS
    assert machine.all_refused > RUNS / 2, "nothing of what goes wrong on the way was met"


def _without_neighbours(operation: Operation) -> dict[str, Any]:
    told = {**history.asked_for(operation), "revision": operation.revision}
    return told | ({"after": None} if "after" in told else {})


def _without_undoing(operation: Operation) -> dict[str, Any]:
    told = {**history.asked_for(operation), "revision": operation.revision}
    return told | ({"kind": "set", "properties": {}} if operation.body["step"]["way"] == "undone" else {})


@pytest.mark.parametrize("told", [_without_neighbours, _without_undoing])
def test_a_log_that_leaves_something_out_is_noticed(
    machine: type[Converging], monkeypatch: pytest.MonkeyPatch, told: Any
) -> None:
    monkeypatch.setattr(history, "told", told)
    with pytest.raises((AssertionError, KeyError, ValueError, BaseExceptionGroup)):
        run(machine, RUNS)
