"""What each system keeps of what visitors sent, entry by entry, as its public API tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """What a visitor sent; `state` is started, held or kept. `awaited` says that its form should start it."""

    id: str
    trace: str
    state: str
    at: datetime
    awaited: bool


@dataclass(frozen=True, slots=True)
class Ran:
    """A run; `submission` is what started it, if a form did, `done` the kinds of the steps that are done."""

    id: str
    trace: str
    workflow: str
    submission: str | None
    state: str
    sample: bool
    done: tuple[str, ...]

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it by itself."""
        return self.state in {"succeeded", "skipped", "failed", "cancelled"}


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened to a contact."""

    id: str
    trace: str
    kind: str


@dataclass(frozen=True, slots=True)
class Mailed:
    """A mail; one `to_contact` went to whom the run was about, others to those who work there."""

    id: str
    trace: str
    state: str
    to_contact: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """An event of the figures: a look, or a form that was sent."""

    id: str
    trace: str
    kind: str


@dataclass(frozen=True, slots=True)
class Books:
    """What the systems of one business keep, each by itself.

    Attributes:
        sent: what visitors sent, read before all the rest.
        sent_since: what they sent while the rest was read, so that nothing seems to come of nothing.
        whole: whether all that was ever sent is in it; else what follows may be of what was sent before.
    """

    sent: tuple[Sent, ...]
    ran: tuple[Ran, ...]
    happened: tuple[Happened, ...]
    mailed: tuple[Mailed, ...]
    counted: tuple[Counted, ...]
    sent_since: tuple[Sent, ...] = ()
    whole: bool = True
