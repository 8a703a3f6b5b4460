"""What drivers hand back: records of the domain, the same for every platform and channel."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime


_FEW_WORDS = 140
HANDS = ("pointer", "keyboard", "finger")
SIDES = ("before", "behind", "into")
ROLES = ("viewer", "editor", "owner")


class Refused(Exception):
    """The platform said no, in words; an outcome that a Then can speak about."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


FOR_MACHINES = ("map", "word to robots")  # what of a live site is there for machines alone


class NotNow(Refused):
    """The platform said that it cannot at the moment; what was asked may have been done all the same."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is put: `before` or `behind` the words of a component, or `into` a section."""

    side: str
    mark: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What the copywriter is told: the business, and for whom and for what the words are."""

    business: str
    audience: str = "families in the neighbourhood"
    goal: str = "more people at the counter on Saturday"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page: its words in order, and the labels of each form's fields."""

    name: str
    words: tuple[str, ...]
    forms: tuple[tuple[str, ...], ...] = ()

    def showing_only(self, drawn: frozenset[str]) -> Section:
        """Return the section without the words that are not among those drawn."""
        forms = tuple(tuple(label for label in form if label in drawn) for form in self.forms)
        return Section(self.name, tuple(words for words in self.words if words in drawn), forms)


@dataclass(frozen=True, slots=True)
class Draft:
    """A page as its owner sees it in the builder, stored."""

    headline: str
    sections: tuple[Section, ...]

    def section(self, name: str) -> Section:
        """Return the section of that name.

        Raises:
            LookupError: there is none; those that there are, are named.
        """
        for section in self.sections:
            if section.name == name:
                return section
        there = ", ".join(section.name for section in self.sections) or "none"
        message = f"the page has no section {name!r}; there are: {there}"
        raise LookupError(message)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sections, in order."""
        return tuple(section.name for section in self.sections)

    def written_otherwise_than(self, other: Draft) -> frozenset[str]:
        """Return what stands in one of two drafts and not in the other; twice, where it was put otherwise."""
        return self.everything_written ^ other.everything_written

    def sections_that_differ_from(self, other: Draft) -> tuple[str, ...]:
        """Return the names of the sections that another draft has not, or otherwise; gone ones are last."""
        theirs = {section.name: section for section in other.sections}
        gone = tuple(name for name in theirs if name not in self.names)
        return tuple(one.name for one in self.sections if theirs.get(one.name) != one) + gone

    @property
    def words(self) -> tuple[str, ...]:
        """All words of the page, in order."""
        return tuple(words for section in self.sections for words in section.words)

    @property
    def everything_written(self) -> frozenset[str]:
        """All words of the page, those on its forms included."""
        labels = (label for section in self.sections for form in section.forms for label in form)
        return frozenset(self.words) | frozenset(labels)

    def showing_only(self, drawn: frozenset[str]) -> Draft:
        """Return the page without the words that are not among those drawn."""
        headline = self.headline if self.headline in drawn else ""
        return Draft(headline, tuple(section.showing_only(drawn) for section in self.sections))


@dataclass(frozen=True, slots=True)
class Submission:
    """What a visitor sent: values by field, and how many times it arrived."""

    values: tuple[str, ...]
    times_sent: int


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing in a contact's history: its kind, such as `signed up`, what it tells, and when it was."""

    kind: str
    words: str
    at: datetime

    def __repr__(self) -> str:
        """As a failure tells it."""
        return f"{self.words}, {self.at:%Y-%m-%d %H:%M}"


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact as its owner sees it.

    `no_mails` says why it gets none, `consents` whether it agreed to which words.
    """

    name: str
    email: str
    tags: tuple[str, ...] = ()
    history: tuple[Happened, ...] = ()
    lists: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    no_mails: tuple[str, ...] = ()
    consents: tuple[tuple[str, str], ...] = ()

    @property
    def sign_ups(self) -> tuple[Happened, ...]:
        """What the history tells of signing up."""
        return tuple(one for one in self.history if one.kind == "signed up")

    def __repr__(self) -> str:
        """As a failure tells it."""
        tags = f" tagged {', '.join(self.tags)}" if self.tags else ""
        return f"{self.name} <{self.email}>{tags} ({'; '.join(map(repr, self.history)) or 'no history'})"


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works in a workspace, by address, and what they came for."""

    email: str
    role: str


@dataclass(frozen=True, slots=True)
class Tried:
    """One operation that was tried: with what, and how it was answered; `kind` is the title of a refusal.

    `asked` is the method and the address.
    """

    operation: str
    tried: str
    status: int
    kind: str
    asked: tuple[str, str] = ("", "")

    def __repr__(self) -> str:
        """As a failure tells it."""
        return f"{self.operation} {self.tried}: {self.status} {self.kind}".rstrip()


@dataclass(slots=True)
class Belongings:
    """What somebody can get at.

    Attributes:
        ids: sets of ids that belong together, each by the name that it has in a path.
        proven: those of them by which something was found at an address.
        seen: what each address answered that was looked at.
    """

    ids: list[dict[str, str]] = field(default_factory=lambda: [{}])
    proven: list[dict[str, str]] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)

    def fitting(self, names: Iterable[str]) -> list[dict[str, str]]:
        """Return the sets that hold all of these ids."""
        return [one for one in self.ids if set(names) <= set(one)]

    def joined(self, names: Sequence[str]) -> dict[str, str]:
        """Return ids of these names that belong together, also by what two sets have in common; else none."""
        for one in [*self.proven, *self.ids]:
            rest = set(names) - set(one)
            if rest == set(names) and names:
                continue
            for other in self.ids if rest else [one]:
                shared = set(one) & set(other)
                if rest <= set(other) and shared and all(one[name] == other[name] for name in shared):
                    return {name: {**other, **one}[name] for name in names}
        return {}

    def add(self, ids: dict[str, str]) -> None:
        """Add ids that belong together, unless they are known."""
        if ids not in self.ids:
            self.ids.append(ids)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail in an inbox, its plain text and its HTML; header names in lower case."""

    subject: str
    text: str
    html: str
    headers: dict[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        """As a failure tells it: the subject, and the first and the last words."""
        words = " ".join(self.text.split())
        shown = words if len(words) <= _FEW_WORDS else f"{words[:60]} … {words[-60:]}"
        return f"the mail “{self.subject}” saying “{shown}”"


@dataclass(frozen=True, slots=True)
class NameRecord:
    """What an owner is told to set at whoever manages her domain: a name, the kind of record, its value."""

    name: str
    kind: str
    value: str
