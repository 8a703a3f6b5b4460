"""The Rules that faults break about many who are at it at once, as they stand in the features."""

STORED_OUTLASTS = "What was called stored outlasts whatever others write"
SEES_WHAT_WAS_STORED = "Whoever looks sees what was stored before they looked"
TOLD_ONE_ORDER = "All hands are told one order"
EACH_KEPT_ONCE = "Of visitors who come at once each is kept, once"
