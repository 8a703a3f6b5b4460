"""Each engine in turn, and a page of ours on it; one that is not here is skipped, for the reason it gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hamcrest import equal_to

from support.drivers.engines.engine import Engine
from support.drivers.engines.engines import Engines
from support.drivers.page import Page, Place
from support.engines import BROUGHT, KNOWN
from support.journal import Journal
from support.setting_up.bringing import missing
from support.settings import RunSettings
from support.waiting import eventually
from tests.support.servers import Asked, Reply, http_server

HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGES = Path(__file__).parent / "pages"
STATUS = Place("status", "Said")


@pytest.fixture(scope="module")  # no longer: Playwright runs once in a thread, and other tests start it too
def engines() -> Iterator[Engines]:
    made = Engines(RunSettings())
    yield made
    made.stop()


HERE = [name for name in KNOWN if name in BROUGHT or not missing(name)]


@pytest.fixture(scope="module", params=HERE)
def engine(engines: Engines, request: pytest.FixtureRequest) -> Engine:
    because = engines.why_not(request.param)
    if because:
        assert request.param != "chromium", because
        pytest.skip(because)
    return engines.get(request.param)


@pytest.fixture(scope="session")
def pages() -> Iterator[str]:
    """Where our pages are served."""

    def answer(one: Asked) -> Reply:
        file = PAGES / one.path.removeprefix("/")
        there = file.is_file()
        return Reply(200 if there else 404, file.read_text("utf-8") if there else "", HTML)

    with http_server(answer) as address:
        yield address


@pytest.fixture
def journal() -> Journal:
    return Journal(in_when=True)


@pytest.fixture
def page(engine: Engine, journal: Journal, pages: str) -> Iterator[Page]:
    """A page whose acts wait as long as in a run."""
    machine = engine.new_machine(journal)
    machine.page.open(f"{pages}/verbs.html")
    yield machine.page
    machine.close()


@pytest.fixture
def hasty(engine: Engine, pages: str) -> Iterator[Page]:
    """A page whose acts wait two seconds, to see them give up."""
    machine = engine.new_machine(Journal(), scale=0.2)
    machine.page.open(f"{pages}/verbs.html")
    yield machine.page
    machine.close()


def says(page: Page, words: str) -> None:
    eventually(lambda: page.text(STATUS), equal_to(words), "what the page says", within=10)
