"""How headers of mails are read: each kind is made once, and what was read lately is not read again."""

from __future__ import annotations

from email import policy
from email.errors import MessageError
from email.headerregistry import BaseHeader, HeaderRegistry
from functools import lru_cache

# What the library raises of a header that it cannot read or write, whatever strangers put there.
UNFIT = (ValueError, LookupError, AttributeError, TypeError, MessageError)
_LATELY = 512  # headers; a letter to many differs in four from one reader to the next


class Remembering(HeaderRegistry):
    """Headers of the library, which reads one anew whenever it is asked for and makes its class for that."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        super().__init__()
        self._kind = lru_cache(_LATELY)(super().__getitem__)
        self._read = lru_cache(_LATELY)(super().__call__)

    def __getitem__(self, name: str) -> type[BaseHeader]:
        """Return the class of a header."""
        return self._kind(name.lower())

    def remembered(self) -> tuple[int, int]:
        """Return how many classes and how many headers are remembered."""
        return self._kind.cache_info().currsize, self._read.cache_info().currsize

    def __call__(self, name: str, value: str) -> BaseHeader:
        """Return a header, which nobody can change."""
        return self._read(name, value)


class Lenient(Remembering):
    """The same, but what the library cannot read stands as it is written."""

    _as_written = HeaderRegistry(use_default_map=False)

    def __call__(self, name: str, value: str) -> BaseHeader:
        """Return a header, whatever stands in it."""
        try:
            return super().__call__(name, value)
        except UNFIT:
            return self._as_written(name, value)


POLICY = policy.default.clone(header_factory=Remembering())
LENIENT = policy.default.clone(header_factory=Lenient())
