"""Journeys that a peer runs as well: the same ones, by the same browser, with the version that fits."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from support.bench import peers
from support.bench.measuring import Figure
from support.commands import bench as command
from support.drivers.engines import chromium
from support.setting_up.node import NoNode

UNFIT = {"@fixture.own_platform", "@needs.outages", "@needs.time_travel", "@api"}


def test_each_of_the_ten_is_a_scenario_that_any_running_platform_can_have(root: Path) -> None:
    features = "".join(file.read_text("utf-8") for file in (root / "features").rglob("*.feature"))
    names = peers.titles()
    assert len(set(names)) == 10
    for name in names:
        found = re.findall(rf"^ *(@.*)\n *Example: {re.escape(name)}$", features, re.MULTILINE)
        assert len(found) == 1, name
        assert not UNFIT & set(found[0].split()), name


def test_the_peer_is_of_the_version_that_drives_our_browser(root: Path) -> None:
    peer = json.loads((root / "tests/peers/package.json").read_text("utf-8"))
    ours = re.search(r"^playwright==(\S+)", (root / "requirements/dev.txt").read_text(), re.MULTILINE)
    assert ours
    assert peer["devDependencies"] == {"@playwright/test": ours[1]}


def test_the_peer_starts_the_browser_with_the_same_words(root: Path) -> None:
    words = re.findall(r"'(--[^']+)'", (root / "tests/peers/playwright.config.mjs").read_text())
    assert words == [*chromium._QUIET, "--no-sandbox"]


def test_what_two_workers_bring_is_judged_where_one_leaves_room_for_them() -> None:
    assert peers._no_room(1.1, 2) == ""
    said = "with one worker 1.34 of 2 processors are busy: two are 1.49 × as fast at best"
    assert peers._no_room(1.34, 2) == said


def test_a_figure_that_is_not_judged_is_counted_apart_and_was_measured(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    figures = [
        Figure("kept", 1.0, "s", 2.0),
        Figure("no room", 3.0, "s", 2.0, unjudged="this machine is small"),
    ]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "_GROUPS", {"all": lambda: figures})
    assert command.bench([]) == 0
    said = capsys.readouterr().out
    assert "Not judged: no room, because this machine is small." in said
    assert said.rstrip().endswith("1 passed, 0 failed, 1 not judged")
    figures.append(Figure("never measured", float("nan"), "s", unjudged="this machine is small"))
    assert command.bench([]) == 1


def test_bad_input_bench_of_something_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.bench(["--pears"]) == 2
    said = " ".join(capsys.readouterr().out.split())
    assert said.startswith(
        "make bench got --pears, and takes PEERS=1, KILLS=1, MANY=1 or one of these: ONLY="
    )
    assert said.endswith('ONLY="the ledger"')
    assert command.bench(["--only=the bilder"]) == 2


def test_only_what_was_asked_for_is_measured(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    groups = {"one": lambda: [Figure("kept", 1.0, "s")], "two": lambda: [Figure("too long", 3.0, "s", 2.0)]}
    monkeypatch.setattr(command, "_GROUPS", groups)
    assert command.bench(["--only=one"]) == 0
    assert capsys.readouterr().out.rstrip().endswith("1 passed, 0 failed")


def test_bad_input_peers_that_cannot_be_installed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise NoNode("There is no npm.")

    monkeypatch.setattr(peers, "get_ready", away)
    assert command.bench(["--peers"]) == 2
    assert "There is no npm. Then again: make bench PEERS=1." in " ".join(capsys.readouterr().out.split())


def test_bad_input_a_run_that_is_not_green(tmp_path: Path) -> None:
    with pytest.raises(peers.NotGreen, match=r"2 journeys should have passed.*1 passed, 1 failed"):
        peers._timed(["echo", "1 passed, 1 failed"], tmp_path, 2, {})
