"""What the record is made of beside the official words: its file, its own media type, instants, durations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

# One line of a record. They are written as plain words: the classes of cucumber-messages check little, and
# cost a millisecond a scenario; a test holds every line against the official schema.
Envelope = dict[str, Any]
PROTOCOL = "34.2.1"  # the version of @cucumber/messages whose schema the test reads
FILE = Path("run/messages.ndjson")
# what Messages has no word for: the plan, reasons, outcomes, where a case acted
OURS = "application/vnd.magic-moment+json"
TRIES = 3  # attempts at a case whose worker or browser was lost, before that is the case's own failure
_NANOS = 1_000_000_000


def instant(seconds: float) -> Envelope:
    """Seconds since the epoch, or of a duration, as Messages has them."""
    whole, nanos = divmod(round(max(seconds, 0.0) * _NANOS), _NANOS)
    return {"seconds": whole, "nanos": nanos}


def attempt_id(run: str, case: str, number: int) -> str:
    """`testCaseStarted.id`: what the record is keyed by."""
    return f"{run}/{case}/{number}"
