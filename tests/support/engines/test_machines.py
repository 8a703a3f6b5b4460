"""Machines of several people, and what each engine says of itself."""

from __future__ import annotations

import pytest

from support.drivers.engines import read_back
from support.drivers.engines.engine import Engine, EngineUnavailable
from support.drivers.page import Cookie, Place
from support.engines import KNOWN, Ways
from support.journal import Journal
from tests.support.engines.conftest import HTML, says
from tests.support.servers import Asked, Reply, http_server


def test_machines_know_nothing_of_each_other_and_begin_with_their_cookies(engine: Engine) -> None:
    asked: list[Asked] = []

    def answer(one: Asked) -> Reply:
        asked.append(one)
        return Reply(200, "<h1>Hello</h1>", HTML)

    with http_server(answer) as address:
        known = engine.new_machine(Journal(), [Cookie("mm", "c00kie", address)])
        stranger = engine.new_machine(Journal())
        known.page.open(f"{address}/known")
        stranger.page.open(f"{address}/stranger")
        assert known.cookies() == {"mm": "c00kie"}
        assert stranger.cookies() == {}
        known.page.evaluate("() => localStorage.setItem('bread', 'rye')")
        assert known.stored()["bread"] == "rye"
        assert "bread" not in stranger.stored()
        known.close()
        stranger.close()
    cookies = {one.path: one.headers.get("cookie") for one in asked}
    assert (cookies["/known"], cookies["/stranger"]) == ("mm=c00kie", None)


def test_keys_walk_in_a_window_behind_another(engine: Engine, pages: str) -> None:
    behind, before = engine.new_machine(Journal()), engine.new_machine(Journal())
    for machine in (behind, before):
        machine.page.open(f"{pages}/verbs.html")
    for machine in (before, behind):
        machine.page.key(Place("button", "Low"), "Enter")
        says(machine.page, "Low by key")
        machine.close()


def test_scripts_can_be_switched_off_where_the_engine_says_so(engine: Engine, pages: str) -> None:
    if "scripts_off" not in KNOWN[engine.name].traits:
        return
    machine = engine.new_machine(Journal(), ways=Ways(scripts=False))
    machine.page.open(f"{pages}/verbs.html")
    assert machine.page.evaluate("typeof window.moves") == "undefined"
    assert machine.page.state(Place("heading", "Spring Sale")).visible
    machine.close()


def test_a_finger_taps_where_the_engine_says_so(engine: Engine, pages: str) -> None:
    if "touch" not in KNOWN[engine.name].traits:
        with pytest.raises(EngineUnavailable, match="cannot do what is asked of it: touch"):
            engine.new_machine(Journal(), ways=Ways(touch=True))
        return
    machine = engine.new_machine(Journal(), ways=Ways(touch=True))
    machine.page.open(f"{pages}/verbs.html")
    machine.page.evaluate("() => addEventListener('click', (event) => { window.by = event.pointerType })")
    machine.page.press(Place("button", "Save"))
    says(machine.page, "Saved")
    assert machine.page.evaluate("window.by") == "touch"
    machine.close()


def test_pages_tell_their_vitals_where_the_engine_says_so(engine: Engine, pages: str) -> None:
    machine = engine.new_machine(Journal())
    machine.page.open(f"{pages}/verbs.html")
    told = machine.page.evaluate("() => [...PerformanceObserver.supportedEntryTypes]")
    machine.close()
    tells = {"largest-contentful-paint", "layout-shift"} <= set(told)
    assert tells == ("vitals" in KNOWN[engine.name].traits)


def test_what_a_machine_is_asked_to_be_is_read_back(engine: Engine) -> None:
    for trait in KNOWN[engine.name].traits & {"touch", "scripts_off", "small_screens", "own_manners"}:
        read_back.refuse_ignoring(engine, Ways.needed_for({trait}))


def test_an_engine_that_ignores_what_it_is_asked_is_told(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = engine.new_machine
    monkeypatch.setattr(type(engine), "new_machine", lambda _engine, journal, **_: usual(journal))
    has = "scripts on, {} and the size of a desktop"
    says = f"{engine.name} was asked for {has.format('a finger')}, and has {has.format('a pointer')}."
    with pytest.raises(EngineUnavailable, match=says):
        read_back.refuse_ignoring(engine, Ways(touch=True))


def test_the_documents_of_a_machine_are_those_of_its_page_and_its_frames(engine: Engine, pages: str) -> None:
    machine = engine.new_machine(Journal())
    machine.page.open(f"{pages}/verbs.html")
    documents = machine.documents()
    machine.close()
    assert set(documents) == {"", "frame Canvas"}
    assert "Spring Sale" in documents[""]
    assert "In the frame" in documents["frame Canvas"]


def test_what_a_page_asks_of_the_platform_is_written_down(engine: Engine) -> None:
    def answer(one: Asked) -> Reply:
        posted = one.method == "POST"
        return Reply(201, "[]", {"X-Trace-Id": "abc"}) if posted else Reply(200, "<h1>Bread</h1>", HTML)

    journal = Journal()
    with http_server(answer) as address:
        machine = engine.new_machine(journal)
        machine.page.open(f"{address}/")
        machine.page.evaluate("() => fetch('/api/bread', {method: 'POST', body: 'spelt'}).then(() => 1)")
        machine.page.console()
        machine.close()
    last = journal.exchanges[-1]
    assert (last.method, last.status, last.trace_id) == ("POST", 201, "abc")
    assert last.sent.endswith("spelt") or "what a page has sent" in engine.lacks


def test_what_really_acted_is_told(engine: Engine) -> None:
    evidence = engine.evidence()
    assert evidence["name"] == engine.name
    assert (evidence["version"] or "").split(".")[0].isdigit()
    assert bool(evidence["substitution"]) == (engine.name == "webkit")
