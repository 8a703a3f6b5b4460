"""What becomes of a domain by what its name servers say: pure rules, that ask nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

State = Literal["pending", "verified", "live"]
# What was looked for is there; something else is; nothing is; nobody answered.
Verdict = Literal["found", "other", "none", "silent"]

PATIENCE = timedelta(days=3)  # as long as one that is not live yet is looked at by itself
_FIRST = timedelta(minutes=1)
_FURTHEST = timedelta(hours=6)
_DAILY = timedelta(days=1)
_SILENT = timedelta(hours=1)  # until a name server that did not answer is asked again about what stood


@dataclass(frozen=True, slots=True)
class Finding:
    """What name servers said of one record: how it stands, and what was there, as they say it."""

    verdict: Verdict
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a domain at one look: what proves whose it is, and where it leads."""

    proof: Finding
    lead: Finding

    @property
    def is_silent(self) -> bool:
        """Whether somebody did not answer, so that nobody knows."""
        return "silent" in {self.proof.verdict, self.lead.verdict}


def state_after(state: State, found: Found, *, taken: bool = False) -> State:
    """Return the state of a domain after a look; a record that nobody answers about stands as it stood.

    Args:
        taken: whether it belongs to another site by now.
    """
    if found.proof.verdict == "silent":
        return state
    if found.proof.verdict != "found" or taken:
        return "pending"
    if found.lead.verdict == "silent":
        return "verified" if state == "pending" else state
    return "live" if found.lead.verdict == "found" else "verified"


def next_look(state: State, since: datetime, now: datetime, *, silent: bool = False) -> datetime | None:
    """Return when a domain is looked at next by itself; None where that is over.

    Args:
        since: when its owner last asked, or it was last lost.
    """
    if state == "live":
        return now + (_SILENT if silent else _DAILY)
    waited = now - since
    if waited < PATIENCE:
        return now + min(max(waited, _FIRST), _FURTHEST)
    return now + _DAILY if state == "verified" else None


_STATES: dict[State, str] = {
    "pending": "Nothing is proven yet. Set both records where you manage your domain, then look again.",
    "verified": "It is yours, and nobody else can have it here. It does not lead here yet.",
    "live": "It is live: visitors find your site there, and the address below ours leads there.",
}
_TAKEN = "It belongs to another site here. Whoever has it must take it away there first."
_SILENT_WORDS = "Its name server did not answer, so nothing has changed. Look again later."


def words(state: State, proof: Verdict | None, lead: Verdict | None, *, taken: bool) -> str:
    """Return in a sentence or two how a domain stands."""
    if "silent" in {proof, lead}:
        return f"{_SILENT_WORDS} {_STATES[state]}"
    return _TAKEN if taken else _STATES[state]


def words_of(verdict: Verdict | None, said: tuple[str, ...]) -> str:
    """Return what was found of a record."""
    if verdict is None:
        return "was not looked for yet"
    told = ", ".join(said)
    return {
        "found": "is there",
        "other": f"is not there; there is {told}",
        "none": "is not there; there is nothing",
        "silent": "nobody knows: the name server did not answer",
    }[verdict]
