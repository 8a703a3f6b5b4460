"""A session whose answers are timed: the first of a visit from when that was due, the others as asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from support.drivers.session import Answer, Session

_FAILURE = 500  # from here on the server failed (RFC 9110 §15.6)
Note = Callable[[str, float, str, float], None]


@dataclass(slots=True)
class Watch:
    """Knows when what is asked next was due, and in which sentence; both by the monotonic clock."""

    due: float = 0.0
    sentence: str = ""
    _is_first: bool = False

    def visit(self, due: float) -> None:
        """Begin a visit that was due at a moment, be it over long ago."""
        self.due, self._is_first = due, True

    def starts(self) -> float:
        """Return when an answer should have been asked for."""
        started = self.due if self._is_first else time.monotonic()
        self._is_first = False
        return started


@dataclass(slots=True)
class Timed:
    """A session whose answers are noted: by the sentence, milliseconds, why it failed, when it was due."""

    session: Session
    watch: Watch
    note: Note

    def send(self, method: str, address: str, **said: Any) -> Answer:
        """Send one request, and note how long it took since it should have been sent."""
        started, failed = self.watch.starts(), ""
        try:
            answer = self.session.send(method, address, **said)
            failed = f"it was answered {answer.status}" if answer.status >= _FAILURE else ""
        except BaseException as error:  # who leaves before the answer has none either
            failed = f"it was not answered: {type(error).__name__}"
            raise
        else:
            return answer
        finally:
            self.note(self.watch.sentence, (time.monotonic() - started) * 1000, failed, started)

    def cookie(self, name: str) -> str:
        """Return the value of a cookie that this conversation got."""
        return self.session.cookie(name)

    def close(self) -> None:
        """End the conversation."""
        self.session.close()
