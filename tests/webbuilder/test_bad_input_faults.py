"""A fault that finds no hold, or two that want the same one: the platform does not start, and says why."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest
from typer.testing import CliRunner

from webbuilder import faults
from webbuilder.__main__ import app
from webbuilder.faults.configuration import Setting
from webbuilder.faults.counting import Counts
from webbuilder.faults.functions import Function, Original, Query
from webbuilder.faults.records import Entry, Fault, Replacement
from webbuilder.faults.scripts import Script, Template
from webbuilder.parts.refusal import CannotStartError

SHOP = '''
shut = "at noon"

def price(bread, *, off=0):
    """Return the price."""
    return 5 - off

async def bake():
    return "rye"

def loaves():
    yield "rye"

def opened():
    loaf = "rye"
    def inside():
        return loaf
    return inside

inside = opened()

class Shop:
    def price(self, bread):
        return 4
'''


@pytest.fixture(autouse=True)
def shop(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module of the test's own to break."""
    module = ModuleType("a_shop")
    exec(SHOP, vars(module))  # noqa: S102 - as said
    monkeypatch.setitem(sys.modules, "a_shop", module)
    return module


def fault(identifier: str, *replacements: Replacement) -> Fault:
    return Fault(identifier, "", "", "", (), "Live Sites", replacements)


def why_not(*chosen: Entry) -> str:
    """Return why these faults are not switched on."""
    with pytest.raises(CannotStartError) as refused:
        faults.switch_on(chosen, Counts([each.id for each in chosen]))
    return str(refused.value)


def no_hold(replacement: Replacement) -> str:
    """Return for what reason a replacement finds no hold."""
    said = why_not(fault("a-fault", replacement))
    opening = "The fault a-fault cannot be switched on, because "
    ending = ": mend it in webbuilder/faults/catalogue, or leave it out of --faults."
    assert said.startswith(opening)
    assert said.endswith(ending)
    return said.removeprefix(opening).removesuffix(ending)


def nothing(original: Original) -> Any:
    return original()


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("a_mill:price", "there is no module a_mill"),
        ("a_shop:weight", "a_shop has no weight"),
        ("a_shop:Shop.weight", "a_shop.Shop has no weight"),
        ("a_shop:shut", "a_shop:shut is no function but str"),
        ("a_shop:Shop", "a_shop:Shop is no function but type"),
        ("a_shop:inside", "a_shop:inside is a closure, and only plain functions can be replaced"),
        ("a_shop:loaves", "a_shop:loaves is a generator, and only plain functions can be replaced"),
        ("a_shop:bake", "a_shop:bake and what replaces it are not both async, or both not"),
        ("a_shop:Shop.price", "a_shop:Shop.price takes (self, bread), and what replaces it takes ()"),
    ],
    ids=lambda value: value.partition(":")[2] if ":" in value else "",
)
def test_bad_input_target_that_is_gone_or_another_thing(target: str, reason: str) -> None:
    assert no_hold(Function(target, nothing)) == reason


def _renamed(original: Original, loaf: str, *, off: int = 0) -> Any:
    return original(loaf, off=off)


def _positional(original: Original, bread: str, off: int = 0) -> Any:
    return original(bread, off=off)


def _other_default(original: Original, bread: str, *, off: int = 1) -> Any:
    return original(bread, off=off)


@pytest.mark.parametrize("broken", [_renamed, _positional, _other_default])
def test_bad_input_target_whose_parameters_changed(broken: Callable[..., Any]) -> None:
    assert no_hold(Function("a_shop:price", broken)).startswith("a_shop:price takes (bread, off=0), and")


def test_bad_input_query_that_is_none() -> None:
    def price(original: Original, bread: str, *, off: int = 0) -> Any:
        return original(bread, off=off)

    said = no_hold(Query("a_shop:price", price))
    assert said == "a_shop:price does not say that it returns a Select"


@pytest.mark.parametrize(("old", "times"), [("no such text", 0), ("this.", 27)])
def test_bad_input_text_that_is_not_once_in_a_script(old: str, times: int) -> None:
    said = no_hold(Script("/static/operations.js", old, ""))
    assert said.startswith(f"/static/operations.js holds “{old}” ")
    assert (" 0 times" in said) is (times == 0)


@pytest.mark.parametrize("path", ["/static/nowhere.js", "/static/../pages.py", "/elsewhere/tree.js"])
def test_bad_input_script_that_is_not_served(path: str) -> None:
    assert no_hold(Script(path, "a", "b")) == f"nothing is served at {path}"


def test_bad_input_text_that_is_not_once_in_a_screen() -> None:
    said = no_hold(Template("contacts.html", "no such text", ""))
    assert said == "contacts.html holds “no such text” 0 times, and it must stand there exactly once"


def test_bad_input_screen_that_there_is_not() -> None:
    assert no_hold(Template("nowhere.html", "a", "b")) == "there is no template nowhere.html"


def test_bad_input_screen_that_would_be_none_any_more() -> None:
    with as_it_was():
        said = no_hold(Template("submissions.html", "<dd>{{ value }}</dd>", "{% for %}"))
    assert said.startswith("submissions.html is no template any more (")


@contextlib.contextmanager
def as_it_was() -> Iterator[None]:
    """Let the screens be drawn from the same templates afterwards."""
    from webbuilder.screens.application import TEMPLATES  # noqa: PLC0415 - slow, and one test needs it

    loader = TEMPLATES.env.loader
    yield
    TEMPLATES.env.loader = loader


def test_bad_input_setting_that_there_is_not() -> None:
    assert no_hold(Setting("oven_temperature", 240)) == "the settings have no oven_temperature"


def test_bad_input_two_faults_of_one_target() -> None:
    one = fault("one-fault", Script("/static/tree.js", "a", "b"))
    other = fault("other-fault", Setting("data", None), Script("/static/tree.js", "c", "d"))
    assert (
        why_not(one, other)
        == "The faults one-fault and other-fault both replace /static/tree.js; switch on one of them."
    )


def refusal(*options: str) -> str:
    """Return the one sentence with which the platform refuses to start."""
    ended = CliRunner().invoke(app, ["up", *options])
    assert ended.exit_code == 2
    return ended.output.strip()


def test_bad_input_unknown_fault() -> None:
    assert refusal("--faults", "nonsense") == (
        "The platform knows no fault “nonsense”: choose among those that"
        " python -m webbuilder faults lists, correct --faults and start again."
    )


def test_bad_input_unknown_crash_point() -> None:
    assert refusal("--faults", "address-key,crash_at=lunch").startswith(
        "The platform knows no fault “crash_at=lunch”: "
    )
