"""What a mail server sends back of a letter, which no page of ours is for."""

from __future__ import annotations

from support.drivers.reference.api.returning import ApiReturning


class BrowserReturning(ApiReturning):
    """What comes back of letters, from one machine to another."""
