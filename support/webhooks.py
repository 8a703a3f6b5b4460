"""Messages to a partner's receiver: what came, what the platform says became of it, and what is expected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hamcrest import contains_string, equal_to, has_length, is_
from hamcrest.core.base_matcher import BaseMatcher

from support.matchers import with_properties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hamcrest.core.description import Description
    from hamcrest.core.matcher import Matcher

# How a partner's receiver takes what it is sent, as sentences have it.
RECEIVERS = {
    "is back": "taken",
    "is away": "away",
    "is gone for good": "gone",
    "never answers": "silent",
    "sends everybody elsewhere": "elsewhere",
}
# How a message to a workflow comes, as sentences have it.
MANNERS = (
    "signed as it should be",
    "the same message three times",
    "signed with another secret",
    "signed as something else",
    "six minutes old",
    "with an address that is none",
)


@dataclass(frozen=True, slots=True)
class Door:
    """Where messages for a workflow go, and the secret that signs them."""

    address: str
    secret: str


@dataclass(frozen=True, slots=True)
class Told:
    """A message as it came.

    Attributes:
        id: the name under which it came.
        kind: what it tells of.
        taken: whether the receiver took it.
        signed_by: which of the secrets that its partner got verify it: 1 for the first, 2 for the next.
    """

    id: str
    kind: str
    taken: bool
    signed_by: tuple[int, ...]

    def __repr__(self) -> str:
        """As a failure tells it."""
        signed = " and ".join(f"secret {number}" for number in self.signed_by) or "no secret that is known"
        return f"{self.kind} as {self.id}, {'taken' if self.taken else 'not taken'}, signed by {signed}"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the platform says of a message: its state, how often it was tried, and why not, the last time."""

    kind: str
    state: str
    attempts: int
    because: str

    def __repr__(self) -> str:
        """As a failure tells it."""
        why = f" ({self.because})" if self.because else ""
        return f"{self.kind} {self.state} after {self.attempts} attempts{why}"


def genuine(kind: str, *secrets: int) -> Matcher[Any]:
    """A message that was taken, of a kind, and that these secrets verify and no others do."""
    return with_properties(kind=equal_to(kind), taken=is_(equal_to(obj=True)), signed_by=equal_to(secrets))


def missed(kind: str) -> Matcher[Any]:
    """A message of which an attempt has ended, whatever follows."""
    return with_properties(kind=equal_to(kind), attempts=_AtLeast(1))


def waiting_because(kind: str, words: str) -> Matcher[Any]:
    """A message that is still due, since the last attempt failed for a reason with these words."""
    return with_properties(kind=equal_to(kind), state=equal_to("due"), because=contains_string(words))


def given_up_because(kind: str, words: str) -> Matcher[Any]:
    """A message that is tried no more, since the last attempt failed for a reason with these words."""
    return with_properties(kind=equal_to(kind), state=equal_to("given up"), because=contains_string(words))


def given_up(kind: str) -> Matcher[Any]:
    """A message that is not sent any more."""
    return with_properties(kind=equal_to(kind), state=equal_to("given up"))


def one_alone() -> Matcher[Any]:
    """One message, whatever became of it."""
    alone: Matcher[Any] = has_length(1)
    return alone


class _AtLeast(BaseMatcher[Any]):
    def __init__(self, least: int) -> None:
        self._least = least

    def _matches(self, item: int) -> bool:
        return item >= self._least

    def describe_to(self, description: Description) -> None:
        description.append_text(f"at least {self._least}")


def again_as_before(kind: str) -> Matcher[Sequence[Told]]:
    """Messages of which one of a kind was taken at last, under the one name that it had whenever it came."""
    return _AgainAsBefore(kind)


class _AgainAsBefore(BaseMatcher[Any]):
    def __init__(self, kind: str) -> None:
        self._kind = kind

    def _matches(self, item: Sequence[Told]) -> bool:
        came = [one for one in item if one.kind == self._kind]
        tries = {one.taken for one in came}
        return tries == {True, False} and len({one.id for one in came}) == 1

    def describe_to(self, description: Description) -> None:
        description.append_text(f"{self._kind}, missed and then taken, always under the same id")

    def describe_mismatch(self, item: Sequence[Told], mismatch_description: Description) -> None:
        mismatch_description.append_text("; ".join(map(repr, item)) or "nothing came")


def without(secrets: Sequence[str]) -> Matcher[str]:
    """Words that are there, in which none of the secrets stands; none of these is told."""
    return _Without(secrets)


class _Without(BaseMatcher[Any]):
    def __init__(self, secrets: Sequence[str]) -> None:
        self._secrets = [secret.removeprefix("whsec_") for secret in secrets]

    def _matches(self, item: str) -> bool:
        return bool(item) and bool(self._secrets) and not any(secret in item for secret in self._secrets)

    def describe_to(self, description: Description) -> None:
        description.append_text("something, and no secret in it")

    def describe_mismatch(self, item: str, mismatch_description: Description) -> None:
        mismatch_description.append_text("a secret in it" if item else "nothing")
