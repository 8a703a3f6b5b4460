"""What is expected of a history of several people at once; matchers like those of `matchers.py`."""

from __future__ import annotations

from typing import Any

from hamcrest import empty, greater_than, greater_than_or_equal_to
from hamcrest.core.matcher import Matcher

from support.matchers import with_properties

_MOST = 80  # of a hundred writes; of a platform that stores next to nothing, nothing would be proven


def faultless() -> Matcher[Any]:
    """A history in which most was stored, something was shown, and nothing is that cannot be."""
    return with_properties(found=empty(), stored=greater_than_or_equal_to(_MOST), looks=greater_than(0))


def unharmed() -> Matcher[Any]:
    """A history of somebody who was let down meanwhile: what was stored is shown, nothing else is."""
    return with_properties(found=empty(), stored=greater_than(0), looks=greater_than(0))
