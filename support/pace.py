"""How long a person would have taken over what a scenario did, from what its acts recorded.

Constants: keystroke, pointing, button and mental operators of the Keystroke-Level Model (Card, Moran and
Newell, "The keystroke-level model for user performance time with interactive systems", CACM 23(7), 1980);
silent reading of English at 238 words a minute (Brysbaert, "How many words do we read per minute?",
Journal of Memory and Language 109, 2019).
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.journal import Acts

KEYSTROKE = 0.28  # s a character, an average non-secretary typist at 40 words a minute
POINTING = 1.10  # s to move the pointer to a target
BUTTON = 0.20  # s to press and release a mouse button
HOMING = 0.40  # s to bring the hand to the mouse or back
THINKING = 1.35  # s of mental preparation before an act
READING = 60 / 238  # s a word


def seconds(acts: Acts) -> float:
    """Return what the acts would have taken a person, in seconds."""
    return (
        acts.pointings * (THINKING + POINTING + BUTTON + HOMING)
        + acts.characters * KEYSTROKE
        + acts.words_read * READING
    )


def taking_time(pace: str) -> Callable[[float], None]:
    """Return what lets time pass before an act: a person's on `human`, none on `machine`."""
    return (
        time.sleep if pace == "human" else lambda _: None
    )  # the one wall-clock run at a person's pace, on request
