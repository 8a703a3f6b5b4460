"""What is known of contacts: whether they get mails, what they agreed to, what happened to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hamcrest import contains_string, equal_to, has_item
from hamcrest.core.base_matcher import BaseMatcher

from support.links import links_of
from support.matchers import with_properties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hamcrest.core.description import Description
    from hamcrest.core.matcher import Matcher

    from support.records import Contact, Mail


def getting_no_mails(why: str) -> Matcher[Any]:
    """A contact that gets no mails, for this reason alone."""
    return with_properties(no_mails=equal_to((why,)))


def saying_of(said: str, words: str) -> Matcher[Any]:
    """A contact that said this when asked to agree to these words."""
    return with_properties(consents=has_item((said, words)))


def telling(words: str, times: int) -> Matcher[Contact]:
    """A contact whose history tells this so many times."""
    return _Telling(words, times)


class _Telling(BaseMatcher["Contact"]):
    def __init__(self, words: str, times: int) -> None:
        self._words, self._times = words, times

    def _matches(self, item: Contact) -> bool:
        return sum(self._words in one.words for one in item.history) == self._times

    def describe_to(self, description: Description) -> None:
        description.append_text(f"a contact whose history tells “{self._words}” {self._times} times")


def leading_nowhere_with(subject: str, words: str) -> Matcher[Mail]:
    """A mail of this subject that leads somewhere, and nowhere by an address that holds these words."""
    return _LeadingNowhere(subject, words)


class _LeadingNowhere(BaseMatcher["Mail"]):
    def __init__(self, subject: str, words: str) -> None:
        self._subject, self._words = subject, words

    def _matches(self, item: Mail) -> bool:
        led = links_of(item)
        return item.subject == self._subject and bool(led) and not any(self._words in one for one in led)

    def describe_to(self, description: Description) -> None:
        description.append_text(f"the mail “{self._subject}” with no link that holds {self._words}")


def holding(words: str) -> Matcher[Sequence[str]]:
    """Lines of which one holds these words."""
    held: Matcher[Any] = contains_string(words)
    lines: Matcher[Any] = has_item(held)
    return lines


def leaving_out(readers: int, some: int, why: str) -> Matcher[Any]:
    """A broadcast that goes to so many, and leaves out so many others for a reason."""
    return with_properties(readers=equal_to(readers), left_out=has_item((why, some)))


def standing_at(state: str) -> Matcher[Any]:
    """A broadcast that stands so."""
    return with_properties(state=equal_to(state))


def many_standing(many: int, state: str) -> Matcher[Any]:
    """A broadcast of which so many mails stand so."""
    return with_properties(mails=has_item((state, many)))


def followed_by_so_many(many: int) -> Matcher[Any]:
    """A broadcast whose button so many people followed."""
    return with_properties(followed=equal_to(many))


def uncertain_for(email: str) -> Matcher[Any]:
    """A broadcast of which nobody knows whether it reached this address."""
    return with_properties(uncertain=has_item(email))


def uncertain_for_nobody_but(email: str) -> Matcher[Any]:
    """A broadcast of which it is known how it stands with all others."""
    return with_properties(uncertain=equal_to((email,)))
