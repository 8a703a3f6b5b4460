"""What Thens expect of what is said and offered; a room beside `support.matchers`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hamcrest import (
    all_of,
    contains_exactly,
    contains_inanyorder,
    contains_string,
    equal_to,
    greater_than_or_equal_to,
    has_item,
    has_length,
    only_contains,
    starts_with,
)
from hamcrest.core.base_matcher import BaseMatcher
from hamcrest.core.description import Description
from hamcrest.core.matcher import Matcher

from support.matchers import mail_titled, with_properties
from support.records import Brief

_FOR_WHOM = Brief("anybody").audience


def mail_saying(subject: str, words: str) -> Matcher[Any]:
    """A mail with this subject, and with such words both as plain text and as HTML."""
    said: Matcher[Any] = contains_string(words)
    return with_properties(subject=equal_to(subject), text=said, html=said)


def a_choice_of(many: int) -> Matcher[Any]:
    """As many different suggestions or more, by name and reason, and no reason empty."""
    named: Matcher[Any] = has_length(greater_than_or_equal_to(1))
    suggestion: Matcher[Any] = contains_exactly(named, starts_with("Because of “"))
    enough: Matcher[Any] = has_length(greater_than_or_equal_to(many))
    return all_of(enough, only_contains(suggestion))


# The commonest words of languages, none of which stands in two of these lists.
_COMMON = {
    "English": frozenset(
        ["the", "and", "you", "your", "for", "with", "of", "to", "is", "it", "what", "from", "at", "we"]
    ),
    "German": frozenset(
        ["der", "die", "das", "und", "du", "dir", "dich", "für", "mit", "ist", "wir", "es", "bei", "von"]
    ),
}


def language_of(words: Iterable[str]) -> str:
    """Return the language whose commonest words are the most among some words; empty where none leads.

    For whom they are is in the words of whoever asked for them, whatever the language: that is left out.
    """
    lines = (line.replace(_FOR_WHOM, "") for line in words)
    said = [word.strip(".,:;!?“”").lower() for line in lines for word in line.split()]
    many = {name: sum(word in common for word in said) for name, common in _COMMON.items()}
    first, second = sorted(many, key=lambda name: many[name], reverse=True)[:2]
    return first if many[first] > many[second] else ""


def marked(step: int, words: str) -> Matcher[Any]:
    """A workflow whose step is told to lack something, in words that begin so."""
    mark: Matcher[Any] = contains_exactly(equal_to(step), starts_with(words))
    marks: Matcher[Any] = has_item(mark)
    return with_properties(marks=marks)


def following_version(version: int) -> Matcher[Any]:
    """A workflow of which runs that begin now follow this version; 0 is none."""
    return with_properties(in_force=equal_to(version))


def all_titled(subjects: Iterable[str], naming: str) -> Matcher[Any]:
    """Mails with these subjects and no other, in any order, each greeting somebody by name."""
    expected: list[Matcher[Any]] = [mail_titled(subject, naming=naming) for subject in subjects]
    either: Matcher[Any] = contains_inanyorder(*expected)
    return either


def titled(subject: str) -> Matcher[Any]:
    """A mail with this subject, whatever it says."""
    return with_properties(subject=equal_to(subject))


def starting_when(what: str) -> Matcher[Any]:
    """A workflow of which this starts the version in force."""
    return with_properties(starts=equal_to(what))


def said_broken(why: str) -> Matcher[Any]:
    """Words that call something broken, and say why in words that hold these."""
    held: Matcher[Any] = all_of(starts_with("broken"), contains_string(why))
    return held


def so_many_titled(many: int, subject: str, naming: str) -> Matcher[Any]:
    """So many mails with one subject, and no other, each greeting somebody by name."""
    return all_titled([subject] * many, naming)


def standing(email: str, state: str) -> Matcher[Any]:
    """A run of a workflow that stands so for the person of an address."""
    return with_properties(email=equal_to(email), state=equal_to(state))


def titled_once(subject: str) -> Matcher[Any]:
    """Mails of which one has this subject, whatever the others have."""
    return _TitledOnce(subject)


class _TitledOnce(BaseMatcher[Any]):
    def __init__(self, subject: str) -> None:
        self._subject = subject

    def _matches(self, item: Iterable[Any]) -> bool:
        return [mail.subject for mail in item].count(self._subject) == 1

    def describe_to(self, description: Description) -> None:
        description.append_text(f"one mail titled “{self._subject}”")


def titled_with(*words: str) -> Matcher[Any]:
    """A mail whose subject holds all of these words."""
    held: Matcher[Any] = all_of(*map(contains_string, words))
    return with_properties(subject=held)
