"""Secrets are planted in every way that one may come into evidence, a step fails, and none is kept."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import allure_commons
import pytest
from allure_commons import logger as allure_logger, model2, reporter as allure_reporter

from support.case import Case
from support.drivers.engines.engines import Engines
from support.drivers.engines.playwright_machine import PlaywrightMachine
from support.drivers.page import Page, Place
from support.drivers.session import HttpxSession
from support.evidence import traces
from support.evidence.collecting import collect
from support.evidence.known import Secrets
from support.evidence.redaction import as_text
from support.evidence.scanning import leaks
from support.run import Run
from support.settings import RunSettings
from support.target import Target, TargetDescription
from support.target.description import Account
from support.world import World
from tests.support.planted import Planted, planted_server

ACCOUNT = "CANARY_ACCOUNT_PASSWORD"


@pytest.fixture(scope="module")
def engines() -> Iterator[Engines]:
    made = Engines(RunSettings())
    made.start(["chromium"])
    yield made
    made.stop()


def world_of(planted: Planted, address: str, engines: Engines, reports: Path) -> World:
    """A world whose people know the planted passwords, before a server that has the other secrets."""
    description = TargetDescription(
        name="planted",
        found="by address",
        offers=frozenset({"logs", "mailbox"}),
        drivers={"default": "tests.drivers.tiny"},
        accounts={"Maya": Account(email_from="NOBODY", password_from=ACCOUNT)},
    )
    addresses = {"app": address, "mailbox": address, "control": f"{address}/control"}
    target = Target(description, addresses, planted["in the failure's sentence: the operator's key"])
    case = Case(
        "features/a.feature", "A", None, "Bread leaks", None, 3, frozenset(), "browser", "chromium", "desktop"
    )
    world = World(Run(RunSettings(reports=reports), target, engines), case).__enter__()
    passwords = {
        "Maya": "typed into a field: a password",
        "Ravi": "in a JWT",
        "Priya": "in the text of a page",
        "Noah": "in an error while collecting",
        "Lena": "escaped in a page",
        "Omar": "in a data: address",
    }
    for name, which in passwords.items():
        person = world.actor(name).person
        object.__setattr__(person, "password", planted[which])
        world.journal.secrets.add(planted[which], f"the password of {name}")
    return world


def act(world: World, planted: Planted, address: str) -> None:
    """What a scenario does before it fails."""
    page = world.actor("Maya").seat.page()
    page.open(
        address.replace("://", f"://maya:{planted['in an address: basic authentication']}@") + "/guarded"
    )
    page.open(f"{address}/?token={planted['in a query']}#access_token={planted['in a fragment']}")
    page.fill(Place("labelled", "Password"), planted["typed into a field: a password"])
    page.press(Place("button", "Ask"))
    page.find(Place("heading", "Answered"))
    page.press(Place("button", "Send"))
    page.find(Place("heading", "Landed"))
    page.open(f"{address}/last")
    session = HttpxSession(world.journal)
    session.send(
        "POST",
        f"{address}/api",
        json={"password": planted["in what a session sent"]},
        headers={"Authorization": f"Bearer {planted['bearer of a session']}"},
    )
    session.close()
    broken = SimpleNamespace(
        picture=lambda: 1 / 0, console=lambda: _burst(planted["in an error while collecting"])
    )
    world.actor("Ravi").seat._pages["builder"] = cast("Page", broken)


def _burst(words: str) -> None:
    raise RuntimeError(f"cannot write {words}")


def recording_all(machine: PlaywrightMachine) -> None:
    """Record more than a run does: markup, and every request and answer from the first on."""
    machine._context.tracing.start(screenshots=False, snapshots=True)
    machine._recording = True


def kept(engines: Engines, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Planted, set[str]]:
    """Let a planted scenario fail; return what was planted, and which of it was found in what was kept."""
    planted = Planted()
    monkeypatch.setattr(PlaywrightMachine, "record", recording_all)
    monkeypatch.setenv(ACCOUNT, planted["in base64: name and password"])
    allure: Any = SimpleNamespace(**(vars(allure_logger) | vars(allure_reporter)))
    logger = allure.AllureFileLogger(str(folder / "allure-results"))
    allure_commons.plugin_manager.register(logger)
    reporter, test = allure.AllureReporter(), "a-test"
    reporter.schedule_test(test, model2.TestResult(uuid=test))

    def attach(mime_type: str, content: bytes | str, caption: str) -> None:
        reporter.attach_data(
            str(uuid.uuid4()), content, name=caption, attachment_type=mime_type, extension="kept"
        )

    try:
        with planted_server(planted) as address:
            world = world_of(planted, address, engines, folder)
            try:
                act(world, planted, address)
                says = f"The key {world.run.target.operator_key} opened nothing."
                made = collect(world, "bread should not leak", says, attach)
                reporter.close_test(test)
            finally:
                world.close(finished=False)
    finally:
        allure_commons.plugin_manager.unregister(logger)
    assert made
    assert made.parent == folder / "evidence"
    return planted, {one.which for one in leaks(folder, planted)}


def test_none_of_the_planted_secrets_is_kept(
    engines: Engines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted, found = kept(engines, tmp_path, monkeypatch)
    assert len(planted) >= 20
    assert found == set()
    names = {file.name for file in (tmp_path / "evidence").glob("*/*")}
    assert names >= {
        *("failure.txt", "exchanges.txt", "inbox.txt", "platform-log.txt", "collecting.txt"),
        *("maya-builder.png", "maya-builder.html", "maya-builder-console.txt", "maya-builder-trace.zip"),
    }


def test_without_redaction_the_planted_secrets_are_found(
    engines: Engines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Secrets, "redacted", lambda _, value: as_text(value))
    monkeypatch.setattr(traces, "redact_record", lambda raw, made, _: shutil.copy(raw, made))
    planted, found = kept(engines, tmp_path, monkeypatch)
    assert set(planted) - found == set(), "each way of planting must leak where nothing is redacted"
