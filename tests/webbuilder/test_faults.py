"""The catalogue of faults: what each says of itself, that it finds its hold, and how it is listed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest

from webbuilder import faults
from webbuilder.faults import listing
from webbuilder.faults.records import Entry, Kind, System, targets_of

ROOT = Path(__file__).parents[2]
# Each is switched on in a process forked from one that has the platform imported, as a supervisor does it.
EACH_ALONE = """
import importlib, json, os, sys
from webbuilder import faults, supervisor
for module, _ in supervisor.PARTS.values():
    importlib.import_module(module)
for identifier in faults.CATALOGUE:
    if os.fork() == 0:
        chosen = faults.named([identifier])
        try:
            faults.switch_on(chosen, faults.Counts([each.id for each in chosen]))
        except Exception as refused:
            print(json.dumps([identifier, str(refused)]), flush=True)
        os._exit(0)
    os.wait()
"""


@cache
def rules_of_features(*folders: str) -> frozenset[str]:
    """Return the text of every Rule that there is, or of those in some folders."""
    features = (ROOT / "features").rglob("*.feature")
    return frozenset(
        rule
        for file in features
        if not folders or file.parent.name in folders
        for rule in re.findall(r"^\s*Rule: (.+)$", file.read_text("utf-8"), re.MULTILINE)
    )


@pytest.mark.parametrize("entry", faults.CATALOGUE.values(), ids=lambda entry: str(entry.id))
def test_each_says_what_goes_wrong_and_which_rules_it_breaks(entry: Entry) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*|crash_at=[a-z]+(_[a-z]+)*", entry.id)
    assert entry.sentence.endswith(".")
    assert 1 <= len(entry.rules) <= 3
    assert set(entry.rules) <= rules_of_features()
    assert entry.requirement in tomllib.loads((ROOT / "docs" / "requirements.toml").read_text("utf-8"))
    assert entry.system in get_args(System)
    assert len(set(targets_of(entry))) == len(targets_of(entry)) > 0
    assert len({replacement.kind for replacement in entry.replacements}) == 1


def test_each_has_an_id_and_a_sentence_of_its_own() -> None:
    assert len(faults.CATALOGUE) == len(faults.FAULTS) + len(faults.CRASH_POINTS)
    said = [entry.sentence for entry in faults.CATALOGUE.values()]
    costs = [fault.cost for fault in faults.FAULTS]
    assert len(set(said)) == len(said)
    assert len(set(costs)) == len(costs)
    assert all(cost.endswith(".") for cost in costs)


def test_every_rule_has_a_fault_that_breaks_it() -> None:
    assert rules_of_features() == {rule for fault in faults.FAULTS for rule in fault.rules}


def test_there_are_faults_of_every_kind_and_of_journeys_half_are_in_what_browsers_get() -> None:
    kinds = [replacement.kind for fault in faults.FAULTS for replacement in fault.replacements]
    assert set(kinds) == set(get_args(Kind))
    in_browsers = rules_of_features("journeys", "canvas")  # scenarios of other folders act by API
    of_journeys = [fault for fault in faults.FAULTS if set(fault.rules) & in_browsers]
    in_screens = [
        fault
        for fault in of_journeys
        if any(room.startswith("screens") for room in listing.rooms(targets_of(fault)))
    ]
    assert len(of_journeys) >= 80
    assert len(in_screens) >= len(of_journeys) / 2
    assert len(faults.CRASH_POINTS) >= 5


def test_each_finds_its_hold_on_the_platform_as_it_is() -> None:
    tried = subprocess.run([sys.executable, "-c", EACH_ALONE], capture_output=True, text=True, check=True)
    assert tried.stdout.splitlines() == []


def test_the_list_tells_all_without_importing_what_the_faults_break() -> None:
    listed = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "webbuilder", "faults"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not re.search(r"\| +(fastapi|sqlalchemy|dbos)$", listed.stderr, re.MULTILINE)
    document = json.loads(listed.stdout)
    assert [one["id"] for one in chain.from_iterable(document.values())] == list(faults.CATALOGUE)
    told = {one["id"]: one for one in document["faults"]}
    fault = faults.FAULTS[0]
    assert told[fault.id] == {
        "id": fault.id,
        "sentence": fault.sentence,
        "requirement": fault.requirement,
        "rules": list(fault.rules),
        "system": "Template System",
        "targets": ["webbuilder.templates.service:one"],
        "rooms": ["templates"],
        "cost": fault.cost,
        "kind": "python",
        "crash_at": None,
        "engine": None,
        "written_in": "webbuilder/faults/catalogue/templates.py",
    }
    assert {"id", "sentence", "requirement", "rules", "system", "targets", "rooms", "written_in"} == set(
        document["crash_points"][0]
    )


@pytest.mark.parametrize(
    ("target", "room"),
    [
        ("webbuilder.crm.service:address_key", "crm"),
        ("webbuilder.parts.copywriter.writing:customise", "parts/copywriter"),
        ("webbuilder.settings:Settings.ai_time_limit", "settings"),
        ("/static/operations.js", "screens/static"),
        ("screens/templates/contacts.html", "screens/templates"),
    ],
)
def test_a_target_lies_in_a_room(target: str, room: str) -> None:
    assert listing.rooms([target, target]) == [room]


def test_a_fault_of_after_a_crash_switches_its_crash_point_on() -> None:
    chosen = faults.named(["mail-sent-again-after-a-crash", "address-key", "address-key"])
    assert [entry.id for entry in chosen] == [
        "mail-sent-again-after-a-crash",
        "crash_at=after_smtp_accept",
        "address-key",
    ]
