"""What drivers return of mails; records like those of `records.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Whom:
    """To whom somebody writes: to `everybody`, or to those of some `lists` or `tags`."""

    kind: str
    of: tuple[str, ...] = ()


EVERYBODY = Whom("everybody")


@dataclass(frozen=True, slots=True)
class BroadcastTold:
    """A broadcast: how it stands, to how many it goes, and who was left out.

    Attributes:
        state: how it stands, in the platform's word.
        readers: to how many it goes, or went.
        left_out: how many were left out, by why.
        mails: how many mails stand how, in the platform's words.
        followed: how many people followed its button.
        uncertain: the addresses of those of whom nobody knows whether they got it.
        goes_on_at: when more of it may go out, where nothing may before.
    """

    state: str
    readers: int
    left_out: tuple[tuple[str, int], ...] = ()
    mails: tuple[tuple[str, int], ...] = ()
    uncertain: tuple[str, ...] = ()
    followed: int = 0
    goes_on_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LetterSeen:
    """A letter as it is before somebody.

    Attributes:
        lines: what it says, line by line, as it is seen.
        offers: the words of its links and buttons.
        leads: where these lead as they are used, and where its pictures come from.
        pictured: whether a picture that stands in it is fetched.
        gaps: how many pictures have words of their own that stand where they are missing.
    """

    lines: tuple[str, ...]
    offers: tuple[str, ...]
    leads: tuple[str, ...]
    pictured: bool
    gaps: int
