"""Each pair of a part and a way to fail is shown by a scenario, or says why it is not."""

from __future__ import annotations

from pathlib import Path

from support.pairs import FAILURES, PAIRS, PARTS, reasons, shown_by, table


def test_each_pair_has_a_scenario_or_a_reason_and_none_has_both(root: Path) -> None:
    told = table(root / "features", root / "features/qualities/outages.toml")
    assert [pair for pair, one in told.items() if bool(one.titles) == bool(one.because)] == []


def test_reasons_and_scenarios_speak_of_pairs_that_there_are(root: Path) -> None:
    assert set(reasons(root / "features/qualities/outages.toml")) <= PAIRS
    assert set(shown_by(root / "features")) <= PAIRS
    assert len(PAIRS) == len(PARTS) * len(FAILURES)
