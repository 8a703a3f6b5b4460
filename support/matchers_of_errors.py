"""How errors should be told to whoever runs the platform."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hamcrest import equal_to, has_item, is_not, matches_regexp

from support.matchers import with_properties

if TYPE_CHECKING:
    from hamcrest.core.matcher import Matcher

    from support.records_of_errors import ErrorGroup, FoundByNumber

_SOMEBODYS = r"[\w.-]+@[\w-]+\.|\b[a-z]+_[0-9a-f]{20}\b"  # an address, or the id of something


def logged_by(part: str, event: str) -> Matcher[FoundByNumber]:
    """A number that leads through a part, whose log tells of it."""
    return with_properties(parts=has_item(part), logged=has_item(event))


def kept_with(number: str) -> Matcher[FoundByNumber]:
    """A number of a group that has it among its last ones."""
    return with_properties(group=with_properties(numbers=has_item(number)))


def once_more(number: str, before: ErrorGroup) -> Matcher[FoundByNumber]:
    """A number of a group as it was before, with one more, which is this one."""
    same = with_properties(id=before.id, many=before.many + 1, numbers=has_item(number))
    return with_properties(group=same)


def of_another_group(number: str, before: ErrorGroup) -> Matcher[FoundByNumber]:
    """A number of another group than that one."""
    return with_properties(group=with_properties(id=is_not(equal_to(before.id)), numbers=has_item(number)))


def came_back() -> Matcher[FoundByNumber]:
    """A number of an error that is open again, and says that it came back."""
    return with_properties(group=with_properties(returned=True, state=equal_to("open")))


def standing(state: str) -> Matcher[FoundByNumber]:
    """A number of an error that stands so."""
    return with_properties(group=with_properties(state=equal_to(state)))


def naming_none_of(*names: str) -> Matcher[FoundByNumber]:
    """A number of a group that holds none of some names, nobody's address, and the id of nothing."""
    theirs = "|".join(map(re.escape, names))
    told: Matcher[Any] = matches_regexp(rf"(?s)\A(?!.*({_SOMEBODYS}|{theirs})).+")
    return with_properties(group=with_properties(told=told))
