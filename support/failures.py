"""The ways in which a scenario itself is wrong, whatever the platform does."""

from __future__ import annotations


class SentenceMissing(Exception):
    """A step spoke about what no earlier sentence brought about; the message names the missing sentence."""


class ActedElsewhere(Exception):
    """A scenario passed, and none of its acts went through the channel that it is specified on."""


class RefusalUnread(Exception):
    """An act was refused, and no Then said that it should be."""
