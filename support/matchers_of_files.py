"""What Thens expect of files of contacts; a room beside `support.matchers`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hamcrest import (
    contains_exactly,
    contains_inanyorder,
    contains_string,
    equal_to,
    has_item,
)

from support.matchers import only, with_properties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hamcrest.core.matcher import Matcher

    from support.records import Contact


def bringing(counts: str) -> Matcher[Any]:
    """A file of which so many rows do this or that, such as “1 new, 2 refused”."""
    return with_properties(brings=equal_to(counts))


def refusing(line: int, words: str) -> Matcher[Any]:
    """A file of which one row alone is refused, in such words."""
    row = with_properties(line=equal_to(line), why=contains_string(words))
    return with_properties(refused=contains_exactly(row))


def holding_cell(words: str) -> Matcher[Any]:
    """Rows of which a cell holds words."""
    cell: Any = has_item(contains_string(words))
    held: Matcher[Any] = has_item(cell)
    return held


def holding(cell: str) -> Matcher[Any]:
    """Rows of which a cell says this alone."""
    said: Any = has_item(cell)
    held: Matcher[Any] = has_item(said)
    return held


def telling_of(words: str) -> Matcher[Any]:
    """One contact, of whose history one entry alone says this."""
    return only(with_properties(history=contains_exactly(with_properties(words=equal_to(words)))))


def exported_alike(contacts: Sequence[Contact]) -> Matcher[Any]:
    """Contacts that are the same as these, whatever happened to them."""
    each: list[Any] = [
        with_properties(
            name=equal_to(one.name),
            email=equal_to(one.email),
            tags=equal_to(one.tags),
            lists=equal_to(one.lists),
            details=contains_inanyorder(*one.details),
        )
        for one in contacts
    ]
    alike: Matcher[Any] = contains_inanyorder(*each)
    return alike
