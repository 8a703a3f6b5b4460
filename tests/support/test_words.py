"""Durations as people read them."""

from __future__ import annotations

import pytest

from support.reporting.words import seconds


@pytest.mark.parametrize(
    ("duration_s", "read"),
    [
        (0.042, "0.04 s"),
        (3.14, "3.1 s"),
        (59.94, "59.9 s"),
        (59.96, "1 min 0 s"),
        (125.0, "2 min 5 s"),
        (899.6, "15 min 0 s"),
    ],
)
def test_a_duration_has_no_minute_of_sixty_seconds(duration_s: float, read: str) -> None:
    assert seconds(duration_s) == read
