"""What the specifications run against: a platform that is started, one that runs already, or one at an address."""

from support.target.connecting import Target, TargetFailed, connect
from support.target.description import TargetDescription, UnknownTarget, describe

__all__ = ["Target", "TargetDescription", "TargetFailed", "UnknownTarget", "connect", "describe"]
