"""The quarantine is a file with owners and days, never a bare tag and never a place to forget things in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from behave.model import Feature
from behave.parser import parse_feature

from support.quarantine import read

TODAY = date(2026, 11, 22)
NAME = "features/mail.feature#A welcome arrives"
ENTRY = f"""\
[[case]]
scenario = "{NAME}"
owner = "messaging team"
reason = "the relay answers late on two cores"
issue = "MM-17"
expires = 2026-12-31
"""
TAGGED = "  @quarantine\n  Example: A welcome arrives\n    Then it should be so\n"
OTHERS = "".join(f"  Example: Other {number}\n    Then it should be so\n" for number in range(30))


def suite(*examples: str) -> list[Feature]:
    feature = parse_feature("Feature: Mail\n" + "".join(examples), filename="features/mail.feature")
    assert feature is not None
    return [feature]


def complaints(folder: Path, text: str, *examples: str) -> list[str]:
    file = folder / "quarantine.toml"
    file.write_text(text)
    return read(file).complaints(suite(*(examples or (TAGGED, OTHERS))), TODAY)


def test_a_complete_entry_is_in_order(tmp_path: Path) -> None:
    assert complaints(tmp_path, ENTRY) == []
    entry = read(tmp_path / "quarantine.toml").entry_of(NAME)
    assert entry is not None
    assert (entry.owner, entry.issue, entry.expires) == ("messaging team", "MM-17", date(2026, 12, 31))
    assert read(tmp_path / "quarantine.toml").entry_of("features/mail.feature#Other 1") is None


def test_no_file_is_no_quarantine(tmp_path: Path) -> None:
    nothing = read(tmp_path / "quarantine.toml")
    assert nothing.entry_of(NAME) is None
    assert nothing.complaints(suite(OTHERS), TODAY) == []


def test_the_last_day_counts(tmp_path: Path) -> None:
    assert complaints(tmp_path, ENTRY.replace("2026-12-31", "2026-11-22")) == []


def test_an_outline_counts_once(tmp_path: Path) -> None:
    rows = "      | x |\n" + "".join(f"      | {number} |\n" for number in range(6))
    outline = f"{TAGGED.replace('Example', 'Scenario Outline')}    Examples:\n{rows}"
    assert complaints(tmp_path, ENTRY, outline, OTHERS) == []


def test_bad_input_tag_without_entry(tmp_path: Path) -> None:
    (sentence,) = complaints(tmp_path, "")
    assert sentence.startswith(f"{NAME} is tagged @quarantine and has no entry in features/quarantine.toml")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('owner = "messaging team"\n', "", 'has no owner; write owner = "…".'),
        ('"the relay answers late on two cores"', '" "', "has no reason"),
        ('"MM-17"', "17", "has no issue"),
        ("2026-12-31", '"2026-12-31"', "has no day on which it expires; write expires = 2026-12-31"),
        ("2026-12-31", "2026-12-31T10:00:00", "has no day on which it expires"),
        ("expires = 2026-12-31\n", "", "has no day on which it expires"),
        ("2026-12-31", "2026-11-21", "has expired since 2026-11-21; messaging team mends the scenario"),
        ("[[case]]", "[[case]]\nretries = 3", "has the key retries, which nobody reads"),
        ("[[case]]", f"{ENTRY}[[case]]", f"has 2 entries of {NAME}; keep one."),
    ],
)
def test_bad_input_entry(tmp_path: Path, old: str, new: str, found: str) -> None:
    assert old in ENTRY
    (sentence,) = complaints(tmp_path, ENTRY.replace(old, new))
    assert sentence.startswith("features/quarantine.toml")
    assert found in sentence


def test_bad_input_entry_of_a_scenario_that_is_gone(tmp_path: Path) -> None:
    (sentence,) = complaints(tmp_path, ENTRY, OTHERS)
    assert f"has an entry of {NAME}, which no feature has" in sentence


def test_bad_input_entry_of_a_scenario_that_is_not_tagged(tmp_path: Path) -> None:
    (sentence,) = complaints(tmp_path, ENTRY, TAGGED.replace("  @quarantine\n", ""), OTHERS)
    assert f"has an entry of {NAME}, which is not tagged @quarantine" in sentence


def test_bad_input_entry_without_scenario(tmp_path: Path) -> None:
    sentences = complaints(tmp_path, ENTRY.replace(f'scenario = "{NAME}"\n', ""))
    assert "the entry of no scenario has no scenario" in sentences[0]
    assert "has no entry" in sentences[1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[[case]\n", "is no TOML that can be read"),
        ("case = 5\n", "holds more than entries [[case]]"),
        ("[case]\nowner = 'x'\n", "holds more than entries [[case]]"),
        (ENTRY + "[limits]\nmost = 50\n", "holds more than entries [[case]]"),
    ],
)
def test_bad_input_file(tmp_path: Path, text: str, found: str) -> None:
    (sentence,) = complaints(tmp_path, text)
    assert found in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(("others", "complained"), [(0, True), (37, True), (38, False)])
def test_bad_input_too_many_in_quarantine(tmp_path: Path, others: int, complained: bool) -> None:
    second = TAGGED.replace("A welcome arrives", "A second one")
    rest = "".join(f"  Example: Another {number}\n    Then it should be so\n" for number in range(others))
    text = ENTRY + ENTRY.replace("A welcome arrives", "A second one")
    found = complaints(tmp_path, text, TAGGED, second, rest)
    assert [
        f"2 of {others + 2} scenarios are tagged @quarantine, and 1 may be (5 %)" in one for one in found
    ] == [True] * complained


def test_one_is_allowed_whatever_the_size(tmp_path: Path) -> None:
    assert complaints(tmp_path, ENTRY, TAGGED) == []
