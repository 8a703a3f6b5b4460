"""What the specifications run against: a platform started for it, one that runs already, or one elsewhere."""

from support.target.connecting import Target, connect, join
from support.target.description import TargetDescription, TargetFailed, UnknownTarget, describe, given

__all__ = [
    "Target",
    "TargetDescription",
    "TargetFailed",
    "UnknownTarget",
    "connect",
    "describe",
    "given",
    "join",
]
