"""A letter as it is looked at: what it says, offers, leads to and asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hamcrest import equal_to, has_item, only_contains
from hamcrest.library.text.stringmatches import matches_regexp

from support.matchers import with_properties

if TYPE_CHECKING:
    from hamcrest.core.matcher import Matcher

# A host that nobody has, now or later (RFC 2606 §2).
_NOBODY = r"^https://[^/]+\.invalid/"


def saying(line: str) -> Matcher[Any]:
    """A letter of which one line reads so."""
    return with_properties(lines=has_item(line))


def offering(words: str) -> Matcher[Any]:
    """A letter with a link or a button of these words."""
    return with_properties(offers=has_item(words))


def asking_for_pictures(*, any_of_them: bool) -> Matcher[Any]:
    """A letter whose pictures are fetched, or none of them is."""
    return with_properties(pictured=equal_to(any_of_them))


def without_gaps() -> Matcher[Any]:
    """A letter that has no words where a picture is missing."""
    return with_properties(gaps=equal_to(0))


def leading_nowhere() -> Matcher[Any]:
    """A letter whose links and pictures are nobody's."""
    nobodys: Matcher[Any] = matches_regexp(_NOBODY)
    return with_properties(leads=only_contains(nobodys))
