"""What drivers return of what came of a site; records like those of `records.py`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FiguresTold:
    """What came of a site within the last thirty days.

    Attributes:
        views, visitors, sent: how many of each.
        conversion: of a hundred visitors how many sent a form; None where nobody came.
        days: how many views each day had on which somebody came, the first day first.
        pages: how many views each page had, by its path.
        sources: how many visitors came by what.
        apart: how much was set apart, by why.
        began: how many forms somebody began to fill in.
        funnel: how many went how far, the first stage first.
        events: how often what an owner named happened.
    """

    views: int
    visitors: int
    sent: int
    conversion: float | None
    days: tuple[int, ...]
    pages: tuple[tuple[str, int], ...]
    sources: tuple[tuple[str, int], ...]
    apart: tuple[tuple[str, int], ...]
    began: int = 0
    funnel: tuple[tuple[str, int], ...] = ()
    events: tuple[tuple[str, int], ...] = ()
