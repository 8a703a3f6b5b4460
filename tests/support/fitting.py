"""What every matcher must do: fit what it says, fit nothing else, and say what it expected."""

from __future__ import annotations

from typing import Any

import pytest
from hamcrest import assert_that
from hamcrest.core.matcher import Matcher


def assert_fits(matcher: Matcher[Any], fitting: object, others: list[object], said: str) -> None:
    """Assert that a matcher fits one thing and none of others, of which it says what it expected and saw."""
    assert_that(fitting, matcher)
    for other in others:
        with pytest.raises(AssertionError) as caught:
            assert_that(other, matcher, "the reason")
        words = str(caught.value)
        assert words.startswith("the reason")
        assert said in words.partition("but:")[0]
        assert "but:" in words
