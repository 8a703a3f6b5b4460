"""The house style, checked: every rule is run over the project, and over a bad sample that it must find."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.commands import feature_style, step_style
from tests.house_rules import modules, text


def test_features_keep_the_house_style(root: Path) -> None:
    assert feature_style.breaches_below(root) == []


def test_steps_keep_the_house_style(root: Path) -> None:
    assert step_style.breaches_below(root) == []


def test_modules_keep_the_house_style(root: Path) -> None:
    assert modules.breaches_below(root) == []


def test_text_files_hold_nothing_of_one_machine(root: Path) -> None:
    assert text.breaches_below(root) == []


GENERATED = """\
import json
from support.commands.steps import generated
print(json.dumps({file.as_posix(): text for file, text in generated().items()}))
"""


@pytest.fixture(scope="module")
def generated(root: Path) -> dict[str, str]:
    command = [sys.executable, "-c", GENERATED]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    files: dict[str, str] = json.loads(done.stdout)
    return files


@pytest.mark.parametrize("name", ["docs/steps.md", "features/promises.lock", ".vscode/settings.json"])
def test_generated_files_are_up_to_date(root: Path, generated: dict[str, str], name: str) -> None:
    file = root / name
    assert file.is_file(), f"{name} is missing; type: make steps"
    assert file.read_text("utf-8") == generated[name], f"{name} is not what it should be; type: make steps"


def test_exempted_words_are_few(root: Path) -> None:
    files = (root / "features").rglob("*.feature")
    exempted = [word for file in files for word in feature_style.exempted_words(file.read_text("utf-8"))]
    assert len(exempted) <= 6, f"too many features ask for a word of the interface: {sorted(exempted)}"


GOOD_FEATURE = """\
@journey @publishing
Feature: Publishing a site
  Maya prepares offers in private and decides when the world sees them.
  If a draft leaked, customers would hold her to a price that she never announced.

  Rule: Visitors only ever see the last published version

    Example: Edits made after publishing stay private
      Given Maya has published the site "Spring Sale"
      When Maya changes the headline of "Spring Sale" to "30% off"
      Then visitors of "Spring Sale" should read "20% off"
"""
PATH = "features/journeys/publishing.feature"
WHEN = '      When Maya changes the headline of "Spring Sale" to "30% off"\n'
LAST_LINE = '      Then visitors of "Spring Sale" should read "20% off"\n'
SECOND_LINE = "  If a draft leaked, customers would hold her to a price that she never announced.\n"
BACKGROUND = "  Background:\n" + "    Given Maya is here\n" * 4
OUTLINE = """
    Scenario Outline: Every price is shown
      When Maya publishes "<price>"
      Then visitors should read it
      Examples:
        | price |
""" + "".join(f"        | {number} |\n" for number in range(7))


def test_a_good_feature_breaks_no_rule() -> None:
    assert feature_style.breaches(PATH, GOOD_FEATURE) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Maya changes", "Maya clicks", 'says "clicks"'),
        ("Maya changes", "Maya sends a POST", 'says "POST"'),
        ("Maya changes", "the user changes", 'says "the user"'),
        ("  Maya prepares", "  I want to click\n  Maya prepares", 'says "I"'),
        ("Edits made after publishing stay private", "Edits stay and hold", 'joins two outcomes with "and"'),
        ("should read", "read", 'without "should"'),
        (WHEN, WHEN * 6, "8 steps; 7 is the limit"),
        (WHEN, WHEN + "      Then it should be so\n" + WHEN, "more than one When"),
        (WHEN, "      Then it should be so\n" + WHEN, "does not go from Given to When to Then"),
        (LAST_LINE, "", "has no Then"),
        (SECOND_LINE, "", "head of 1 lines"),
        ("@journey ", "", "not tagged @journey"),
        ("  Rule:", BACKGROUND + "  Rule:", "4 steps in its background"),
        ("  Rule:", "\n" * 80 + "  Rule:", "90 is the limit"),
        (LAST_LINE, LAST_LINE + OUTLINE, "7 rows; 6 is the limit"),
        ("      When", "      Whenever", "is not Gherkin"),
    ],
)  # fmt: skip
def test_each_rule_of_features_finds_its_breach(old: str, new: str, found: str) -> None:
    assert old in GOOD_FEATURE
    breaches = feature_style.breaches(PATH, GOOD_FEATURE.replace(old, new))
    assert any(found in breach for breach in breaches), breaches


def test_a_word_is_allowed_where_the_head_asks_for_it_and_where_developers_read() -> None:
    clicking = GOOD_FEATURE.replace("Maya changes", "Maya presses")
    asking = clicking.replace("Feature:", "# words: presses\nFeature:")
    assert feature_style.breaches(PATH, clicking)
    assert feature_style.breaches(PATH, asking) == []
    assert feature_style.breaches("features/systems/backend_apis/sites.feature", clicking) == []


def test_the_whole_journey_alone_may_have_twelve_steps() -> None:
    long = GOOD_FEATURE.replace(WHEN, WHEN * 10)
    assert feature_style.breaches(feature_style.THE_WHOLE, long) == []
    assert feature_style.breaches(feature_style.THE_WHOLE, GOOD_FEATURE.replace(WHEN, WHEN * 11))


GOOD_STEP = '''\
"""Steps of publishing."""

@when("{name:Person} changes the headline of {site:Quoted}")
def changes_headline(context: Context, name: str, site: str) -> None:
    """Edit the draft without publishing it."""
    world = context.world
    world.actor(name).acts.building.change_headline(world.real(site))
'''
STEPS_PATH = "features/steps/building_steps.py"


def test_a_good_step_breaks_no_rule() -> None:
    assert step_style.breaches(STEPS_PATH, GOOD_STEP) == []


def test_a_captured_word_may_be_used_and_stand_in_a_message_too() -> None:
    told = GOOD_STEP.replace(".real(site)", ".real(site), f'the site {site} of {name}'")
    assert step_style.breaches(STEPS_PATH, told) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('    """Edit the draft without publishing it."""\n', "", "no docstring"),
        (
            "    world = context.world\n",
            "    world = context.world\n" + "    x = 1\n" * 5,
            "a body of 7 lines",
        ),
        ("    world = context.world\n", "    world = context.world if 1 else 2\n", "branches"),
        ("    world = context.world\n", "    world = [w for w in context.world]\n", "branches"),
        ("{name:Person}", "{name}", "without a type"),
        (".real(site)", ".real()", "takes site and ignores it"),
        (".real(site)", ".real(f'the site {site}')", "takes site and ignores it"),
        ("context.world", "context.scenario", "touches context.scenario"),
        ("world.actor(name)", 'context.execute_steps("x")', "calls another step"),
        ("    world = context.world\n", "    world = time.sleep(1)\n", "sleeps"),
        ("{site:Quoted}", "{site:Quoted} to {text:Quoted}", "captures {text} and does not take it"),
        ("    world = context.world\n", "    assert context.world\n", "judges past the world"),
        ('"""Steps of publishing."""', "from hamcrest import assert_that", "judges past the world"),
    ],
)
def test_each_rule_of_steps_finds_its_breach(old: str, new: str, found: str) -> None:
    assert old in GOOD_STEP
    breaches = step_style.breaches(STEPS_PATH, GOOD_STEP.replace(old, new))
    assert any(found in breach for breach in breaches), breaches


def test_steps_that_do_nothing_or_lie_elsewhere_are_found() -> None:
    empty = '@given("a site")\ndef a_site(context: Context) -> None:\n    """A site."""\n'
    assert any("does nothing" in breach for breach in step_style.breaches(STEPS_PATH, empty))
    assert any("does nothing" in breach for breach in step_style.breaches(STEPS_PATH, empty + "    ...\n"))
    assert any("_steps.py" in breach for breach in step_style.breaches("features/steps/email.py", empty))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import os\n", "does not begin with a docstring"),
        ('"""Two\nlines without a stop in between."""\n', "does not begin with a docstring"),
        ('"""A room."""\n' + "x = 1\n" * 250, "250 is the limit"),
        ('"""A room."""\nclass SiteManager: ...\n', "is called SiteManager"),
        ('"""A room."""\ndef helper() -> None: ...\n', "is called helper"),
        ('"""A room."""\nsite_data = 1\n', "is called site_data"),
        ('"""A room."""\nx = 1  # type' + ": ignore\n", "ignores types without saying which"),
        ('"""A room."""\nfrom os import *\n', "imports everything"),
        ('"""A room."""\nimport time\ntime.sleep(1)\n', "sleeps"),
        ('"""A room."""\ntry:\n    x = 1\nexcept Exception:\n    pass\n', "swallows"),
        ('"""A room."""\ndef f(a: int, b: int, c: int) -> int:\n' + "    a += b\n" * 45, "40 is too long"),
    ],
)
def test_each_rule_of_modules_finds_its_breach(source: str, found: str) -> None:
    breaches = modules.breaches("support/room.py", source)
    assert any(found in breach for breach in breaches), breaches


def test_a_module_may_not_be_called_by_a_word_that_says_nothing() -> None:
    assert any("is called" in one for one in modules.breaches("support/utils.py", '"""A room."""\n'))
    assert modules.breaches("support/room.py", '"""A room."""\n') == []


@pytest.mark.parametrize("line", text.SAMPLES)
def test_each_rule_of_texts_finds_its_breach(line: str) -> None:
    assert text.breaches("docs/a.md", f"All is well.\n{line}\n") != []


def test_addresses_that_a_program_needs_are_no_breach() -> None:
    assert (
        text.breaches("docs/a.md", "see http://127.0.0.1:8000 and https://www.rfc-editor.org/rfc/rfc9457\n")
        == []
    )
