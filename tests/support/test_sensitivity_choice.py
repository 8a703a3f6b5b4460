"""What the experiment is run with: a usable catalogue, a choice of faults, and lanes that may hang."""

from __future__ import annotations

import time
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from support.case import Channel
from support.remote import RemoteLost
from support.sensitivity.catalogue import CatalogueUnusable, Fault, chosen, read, refuse_unknown_rules
from support.sensitivity.choosing import chosen as choice
from support.sensitivity.lanes import LaneHandle
from tests.support.experiments import CRASH, EXAMPLES, LEAK, OTHER, RULE


def test_bad_input_unknown_rule_is_named_with_the_nearest() -> None:
    with pytest.raises(CatalogueUnusable, match=f"breaks the Rule “Visitors see it”.*nearest is “{RULE}”"):
        refuse_unknown_rules([replace(LEAK, rules=("Visitors see it",))], [RULE, OTHER])


def test_bad_input_unknown_fault_is_named_with_the_nearest() -> None:
    with pytest.raises(CatalogueUnusable, match=r"no fault draft-leek \(did you mean draft-leak\?\)"):
        chosen([LEAK], ["draft-leek"])
    assert chosen([LEAK, CRASH], []) == [LEAK, CRASH]


def test_a_commit_chooses_by_room_by_rule_and_by_where_a_fault_is_written() -> None:
    written = "webbuilder/faults/catalogue/x.py"
    crm = replace(LEAK, id="crm-fault", rules=(OTHER,), rooms=("crm",), written_in=written)
    faults = [LEAK, crm]

    def names(*changed: str, turn: int = 5) -> list[str]:
        return [fault.id for fault in choice(faults, EXAMPLES, changed, turn).faults]

    assert names("webbuilder/publishing/service.py") == ["draft-leak"]
    assert names("webbuilder/publishing/templates/page.html") == ["draft-leak"]
    assert names("features/contacts.feature") == ["crm-fault"]
    assert names(written) == ["crm-fault"]
    assert names("webbuilder/faults/functions.py") == ["draft-leak", "crm-fault"], "how they are made: all"
    assert names("README.md") == []
    assert names("README.md", turn=0) == ["crm-fault"], "a tenth of the others, in turn"
    assert choice(faults, EXAMPLES, ["README.md"], 0).left_out == ["draft-leak"]


def test_each_fault_of_the_catalogue_is_chosen_where_its_room_is_touched(root: Path) -> None:
    def files(fault: Fault) -> list[str]:
        return [
            file.relative_to(root).as_posix()
            for room in fault.rooms
            for file in [*root.glob(f"webbuilder/{room}/*.*"), *root.glob(f"webbuilder/{room}.py")]
        ]

    for fault in read():
        assert files(fault), fault.id
        assert fault in choice([fault], (), files(fault)[:1], 5).faults
        assert (root / fault.written_in).is_file()


def hanging(asked: Connection, _: Channel | None) -> None:
    """A lane that answers nothing to a hang, and the rest at once."""
    while True:
        try:
            verb, _words = asked.recv()
        except EOFError:
            return
        if verb == "die":
            raise SystemExit(3)
        if verb != "hang":
            asked.send(verb)


def test_a_lane_that_hangs_or_dies_is_replaced_and_said() -> None:
    lane = LaneHandle(None, limit=20.0, serve=hanging)
    assert lane.ask("hello") == "hello"
    with pytest.raises(RemoteLost, match=r"its process \d+ ended with exit code 3"):
        lane.ask("die")
    assert lane.ask("hello again") == "hello again"
    lane.limit = 0.05
    with pytest.raises(RemoteLost, match=r"ended at its limit of 0\.05 s"):
        lane.ask("hang")
    lane.limit = 20.0
    assert lane.ask("and again") == "and again"
    started = time.monotonic()
    lane.close()
    assert time.monotonic() - started < 10
