"""What every engine is asked: to start, to open somebody's machine, and to say what it really is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from support.engines import AS_USUAL, SIZES, USUAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from support.drivers.page import Cookie, Page
    from support.engines import Ways
    from support.journal import Journal
    from support.settings import RunSettings

PATIENCE = 10.0  # seconds that an act waits until it can be done, times the scale of the machine
OPENING = 30.0  # seconds that a page may take to open
STARTING = 30.0  # seconds that a browser may take to start
WINDOW = SIZES[USUAL]


class EngineUnavailable(Exception):
    """An engine is not to be had; the message says why and what to do, in a sentence."""


class Machine(Protocol):
    """One person's browser with its own cookies, on one page."""

    @property
    def page(self) -> Page:
        """The page."""

    def record(self) -> None:
        """Write down from now on what is done, where the engine can."""

    def save_record(self, file: Path, *, moment: bool = True) -> bool:
        """End the record and write it as it is, secrets included; False when there is none, or no more."""

    def documents(self) -> dict[str, str]:
        """Return the markup of each document as it stands now; what is framed goes by its title."""

    def cookies(self) -> dict[str, str]:
        """Return every cookie that this machine holds, those included that no script may read."""

    def stored(self) -> dict[str, Any]:
        """Return what the pages put by in the browser."""

    def close(self) -> None:
        """Close it with everything that it remembers; a record that nobody saved is thrown away."""


class Engine(Protocol):
    """A browser that runs, or will when it is asked for.

    Attributes:
        settings: how the run was asked for.
    """

    settings: RunSettings

    @property
    def name(self) -> str:
        """What a run calls it."""

    @property
    def lacks(self) -> Sequence[str]:
        """The evidence that it cannot give, a few words each."""

    def start(self) -> None:
        """Start the browser now rather than when it is first asked for; EngineUnavailable says why not."""

    def answers(self) -> bool:
        """Whether the browser does what it is asked, if it was started at all."""

    def forget(self) -> None:
        """Let go of a browser that does not answer; the next thing asked of the engine starts another."""

    def evidence(self) -> Mapping[str, str | None]:
        """Return what really acts: name, version, driver, and what it stands in for, if anything."""

    def new_machine(
        self, journal: Journal, cookies: Sequence[Cookie] = (), ways: Ways = AS_USUAL, *, scale: float = 1.0
    ) -> Machine:
        """Open a fresh machine with one page; its acts wait `scale` times as long as usual.

        Raises:
            EngineUnavailable: the engine cannot be what is asked for.
        """

    def stop(self) -> None:
        """End the browser and what was kept for it."""
