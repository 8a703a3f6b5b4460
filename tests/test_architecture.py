"""The shape of the project: imports point downwards, ports stay narrow, drivers belong to targets."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house_rules import imports


def test_imports_point_downwards_only(root: Path) -> None:
    assert [
        one for path, source in imports.sources_below(root) for one in imports.breaches(path, source)
    ] == []


def test_nothing_but_a_target_names_the_reference_drivers(root: Path) -> None:
    found = [
        imports.mentions_of_reference_drivers(path, source) for path, source in imports.sources_below(root)
    ]
    assert [one for some in found for one in some] == []


def test_ports_stay_narrow(root: Path) -> None:
    drivers = [
        (path, source) for path, source in imports.sources_below(root) if path.startswith("support/drivers/")
    ]
    assert [one for path, source in drivers for one in imports.wide_ports(path, source)] == []


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("features/steps/site_steps.py", "import webbuilder.app"),
        ("features/steps/site_steps.py", "from tests.support import x"),
        ("features/environment.py", "from features.steps import site_steps"),
        ("support/world.py", "from features.steps import x"),
        ("support/world.py", "import webbuilder"),
        ("support/world.py", "def f() -> None:\n    from webbuilder.app import x"),
        ("support/world.py", "from support.drivers.reference.api import x"),
        ("support/world.py", "from support.drivers import reference"),
        ("support/drivers/ports.py", "from .reference import api"),
        ("support/drivers/mailbox.py", "from support.runner.plan import Plan"),
        ("webbuilder/app.py", "from support import settings"),
        ("webbuilder/app.py", "import features"),
        ("tests/support/test_x.py", "import webbuilder"),
        ("tests/test_x.py", "from webbuilder.app import x"),
    ],
)
def test_an_import_that_points_upwards_is_found(path: str, source: str) -> None:
    assert imports.breaches(path, source)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("features/steps/site_steps.py", "from behave import given\nfrom support.matchers import is_public"),
        ("support/drivers/reference/api/sites.py", "from support.drivers.reference.api import session"),
        ("support/target/drivers.py", "import support.drivers.reference"),
        ("webbuilder/app.py", "from webbuilder.sites import routes\nfrom . import clock"),
        ("tests/webbuilder/test_sites.py", "from webbuilder.sites import service"),
    ],
)
def test_an_import_that_points_downwards_is_let_be(path: str, source: str) -> None:
    assert imports.breaches(path, source) == []


def test_a_driver_set_named_in_a_string_is_found() -> None:
    source = 'default = "support.drivers.reference"'
    assert imports.mentions_of_reference_drivers("support/world.py", source)
    assert imports.mentions_of_reference_drivers("support/target/files.py", source) == []


def test_a_wide_port_is_found() -> None:
    verbs = "".join(f"    def verb_{number}(self) -> None: ...\n" for number in range(9))
    assert imports.wide_ports("support/drivers/ports.py", f"class Sites(Protocol):\n{verbs}")
    assert imports.wide_ports("support/drivers/page.py", f"class Page(Protocol):\n{verbs}") == []
