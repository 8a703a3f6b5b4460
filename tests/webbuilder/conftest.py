"""One running platform for all tests that speak to it, and two owners who know nothing of each other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.webbuilder.desks import Desk
from tests.webbuilder.marketers import Owner, Site, open_workspace
from tests.webbuilder.platforms import UP, Platform, enterable, start, stop
from webbuilder.database import Database
from webbuilder.settings import Addresses, Settings


@pytest.fixture(scope="session")
def platform() -> Iterator[Platform]:
    """A whole platform whose operator may make workspaces and move their clocks."""
    place = enterable()
    running = start(UP, next(place), "--control", "--movable-clock")
    yield running
    assert stop(running) == 0
    next(place, None)


@pytest.fixture(scope="session")
def maya(platform: Platform) -> Owner:
    """The owner of a workspace."""
    return open_workspace(platform, "Maya")


@pytest.fixture(scope="session")
def noah(platform: Platform) -> Owner:
    """The owner of another workspace."""
    return open_workspace(platform, "Noah")


@pytest.fixture
def site(maya: Owner) -> Site:
    """A fresh site of Maya's, nowhere published."""
    return maya.start_site()


@pytest.fixture
def live(maya: Owner) -> tuple[Site, str]:
    """A published site of Maya's, and its form, which starts the welcome workflow."""
    return maya.live_site()


@pytest.fixture(scope="session")
def settings(platform: Platform) -> Settings:
    """What the parts of the running platform were told, as far as it matters outside of them."""
    names = ("app", "sites", "smtp", "mailbox", "ai", "database")
    return Settings(platform.data, addresses=Addresses(**{name: platform.line[name] for name in names}))


@pytest.fixture(scope="session")
def store(settings: Settings) -> Iterator[Database]:
    """The database of the running platform."""
    database = Database(settings.where.database)
    yield database
    database.engine.dispose()


@pytest.fixture
def desk(site: Site, store: Database) -> Iterator[Desk]:
    """A fresh page of Maya's at which two people sit; nothing that they do is ever committed."""
    with store.transaction() as session:
        yield Desk(session, site)
        session.rollback()
