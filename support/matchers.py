"""What Thens expect, in the words of the domain; each says what it saw when it does not fit."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from hamcrest import (
    all_of,
    contains_inanyorder,
    contains_string,
    equal_to,
    has_item,
    has_properties,
)
from hamcrest.core.base_matcher import BaseMatcher

from support.records import Colleague, Contact, Draft, Section
from support.records_of_workflows import RunOfWorkflow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hamcrest.core.description import Description
    from hamcrest.core.matcher import Matcher


def with_properties(**expected: object) -> Matcher[Any]:
    """A record whose attributes fit."""
    # PyHamcrest types its matchers' matchers as taking nothing.
    return has_properties(**cast("dict[str, Any]", expected))


def only(expected: Matcher[Any]) -> Matcher[Any]:
    """One such thing, and nothing beside it."""
    return _Only(expected)


class _Only(BaseMatcher[Any]):
    def __init__(self, expected: Matcher[Any]) -> None:
        self._expected = expected

    def _matches(self, item: Sequence[Any]) -> bool:
        return len(item) == 1 and self._expected.matches(item[0])

    def describe_to(self, description: Description) -> None:
        description.append_text("one alone, and that ")
        self._expected.describe_to(description)

    def describe_mismatch(self, item: Sequence[Any], mismatch_description: Description) -> None:
        several = f"{len(item)} of them: " if len(item) > 1 else ""
        mismatch_description.append_text(several + ("; ".join(map(str, item)) or "none at all"))


def among(expected: Matcher[Any]) -> Matcher[Any]:
    """At least one such thing."""
    held: Matcher[Any] = has_item(cast("Any", expected))
    return held


def reads(words: str) -> Matcher[Any]:
    """Words that stand on a page, as one of its lines."""
    return _Lines(lambda line: line == words, f"the line “{words}”")


def reads_of(words: str) -> Matcher[Any]:
    """A line of a page that holds the words."""
    return _Lines(lambda line: words in line, f"a line that holds “{words}”")


class _Lines(BaseMatcher[Any]):
    _FEW = 4

    def __init__(self, fits: Callable[[str], bool], told: str) -> None:
        self._fits, self._told = fits, told

    def _matches(self, item: Sequence[str]) -> bool:
        return any(self._fits(line) for line in item)

    def describe_to(self, description: Description) -> None:
        description.append_text(self._told)

    def describe_mismatch(self, item: Sequence[str], mismatch_description: Description) -> None:
        shown = ", ".join(f"“{line}”" for line in item[: self._FEW]) or "nothing"
        more = f" and {len(item) - self._FEW} more lines" if len(item) > self._FEW else ""
        mismatch_description.append_text(shown + more)


def draft_reading(words: str) -> Matcher[Draft]:
    """A draft in which a line is exactly this."""
    return _Drafts(reads(words))


class _Drafts(BaseMatcher[Draft]):
    def __init__(self, words: Matcher[Any]) -> None:
        self._words = words

    def _matches(self, item: Draft) -> bool:
        return self._words.matches(item.words)

    def describe_to(self, description: Description) -> None:
        self._words.describe_to(description)

    def describe_mismatch(self, item: Draft, mismatch_description: Description) -> None:
        self._words.describe_mismatch(item.words, mismatch_description)


def looks_as(remembered: Draft) -> Matcher[Draft]:
    """A page that is in nothing different from one that somebody remembers."""
    return cast("Matcher[Draft]", equal_to(remembered))


def has_sections(names: Sequence[str]) -> Matcher[Draft]:
    """A draft with these sections, in this order."""
    return _Sections(list(names))


class _Sections(BaseMatcher[Draft]):
    def __init__(self, names: list[str]) -> None:
        self._names = names

    def _matches(self, item: Draft) -> bool:
        return [section.name for section in item.sections] == self._names

    def describe_to(self, description: Description) -> None:
        description.append_text(f"a page with the sections {', '.join(self._names)}")

    def describe_mismatch(self, item: Draft, mismatch_description: Description) -> None:
        mismatch_description.append_text(", ".join(one.name for one in item.sections) or "no section")


def has_one_form(fields: Sequence[str]) -> Matcher[Section]:
    """A section with one form that asks for these, in this order."""
    return has_properties(forms=equal_to((tuple(fields),)))


def contact_of(name: str, email: str) -> Matcher[Contact]:
    """The contact of one person; addresses are compared in lower case."""
    return has_properties(name=equal_to(name), email=_Address(email))


class _Address(BaseMatcher[str]):
    def __init__(self, email: str) -> None:
        self._email = email

    def _matches(self, item: str) -> bool:
        return item.lower() == self._email.lower()

    def describe_to(self, description: Description) -> None:
        description.append_text(f"the address {self._email}")


def tagged(tag: str) -> Matcher[Contact]:
    """A contact that bears a tag."""
    return with_properties(tags=has_item(tag))


def on_lists(*lists: str) -> Matcher[Contact]:
    """A contact that is on these lists, and on no other."""
    return with_properties(lists=equal_to(lists))


def known_to_be(detail: str, value: str) -> Matcher[Contact]:
    """A contact of which this is written down."""
    return with_properties(details=has_item((detail, value)))


def tagged_only(tag: str) -> Matcher[Contact]:
    """A contact that bears a tag, and no other."""
    return with_properties(tags=equal_to((tag,)))


def known_from(site: str) -> Matcher[Contact]:
    """A contact whose history tells of one sign-up, at a site, and of none elsewhere."""
    return _KnownFrom(site)


class _KnownFrom(BaseMatcher[Any]):
    def __init__(self, site: str) -> None:
        self._site = site

    def _matches(self, item: Contact) -> bool:
        return len(item.sign_ups) == 1 and self._site in item.sign_ups[0].words

    def describe_to(self, description: Description) -> None:
        description.append_text(f"a history with one sign-up, at {self._site}, and none elsewhere")


def signed_up_at(site: str, times: int, apart: timedelta) -> Matcher[Contact]:
    """A contact whose history tells of signing up so often, so far apart from first to last."""
    return _SignedUp(site, times, apart)


class _SignedUp(BaseMatcher[Contact]):
    # What a scenario itself takes between two sign-ups comes on top of the days that it let pass.
    _SLACK = timedelta(minutes=5)

    def __init__(self, site: str, times: int, apart: timedelta) -> None:
        self._site, self._times, self._apart = site, times, apart

    def _matches(self, item: Contact) -> bool:
        at = sorted(one.at for one in item.sign_ups if self._site in one.words)
        return len(at) == self._times and self._apart <= at[-1] - at[0] <= self._apart + self._SLACK

    def describe_to(self, description: Description) -> None:
        description.append_text(f"a history with {self._times} sign-ups at {self._site}, {self._told()}")

    def _told(self) -> str:
        days = self._apart.days
        return f"{days} day{'s' * (days != 1)} apart" if days else "on one day"


def sent(value: str, times: int) -> Matcher[Any]:
    """A submission with this value, that arrived so often."""
    return has_properties(values=has_item(value), times_sent=equal_to(times))


def works_with(owner: str, guest: str, role: str) -> Matcher[Any]:
    """Two who work together, an owner and somebody in a role, and nobody else."""
    return contains_inanyorder(equal_to(Colleague(owner, "owner")), equal_to(Colleague(guest, role)))


def saying(value: str) -> Matcher[Any]:
    """A submission that holds this among its values."""
    return with_properties(values=has_item(value))


def mail_about(subject: str) -> Matcher[Any]:
    """A mail with this subject, whatever it says."""
    return with_properties(subject=equal_to(subject))


def mail_titled(subject: str, *, naming: str) -> Matcher[Any]:
    """A mail with this subject that greets by name, in plain text as in HTML."""
    named = contains_string(f"Hello {naming}")
    return with_properties(subject=equal_to(subject), text=named, html=named)


def mail_from(site: str, subject: str, *, naming: str) -> Matcher[Any]:
    """A mail with this subject that greets by name and says that it comes of a site."""
    greeting: Matcher[Any] = all_of(*map(cast("Any", contains_string), (f"Hello {naming}", site)))
    return with_properties(subject=equal_to(subject), text=greeting, html=greeting)


def passed_over(email: str, reason: str) -> Matcher[RunOfWorkflow]:
    """A run that did nothing for the person of an address, for a reason."""
    return with_properties(email=_Address(email), passed_over=equal_to(reason))
