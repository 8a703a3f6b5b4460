"""The small port to a browser: sixteen verbs, so that engines beyond Playwright's can be driven."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class PageFailed(Exception):
    """What was asked of a page could not be done, however long that was waited for; the message says why."""


class NotReachable(Exception):
    """Something is on the page, and the keyboard does not get there."""


@dataclass(frozen=True, slots=True)
class Place:
    """A description of something on a page, by role and accessible name; it is looked for anew at each act.

    Attributes:
        role: an ARIA role, or `labelled` for a field without a role of its own (a password).
        name: the accessible name; None where the role alone is enough.
        whole: whether the name must be all of it, or a part.
        within: where to look.
        frame: the title of the frame to look in.
    """

    role: str
    name: str | None = None
    whole: bool = True
    within: Place | None = None
    frame: str | None = None


def letters_for(option: str, offered: Sequence[str]) -> str:
    """Return so few letters of an option as tell it apart: a list forgets what was typed a second ago."""
    others = [one.casefold() for one in offered if one != option]
    for length in range(1, len(option)):
        if not any(other.startswith(option[:length].casefold()) for other in others):
            return option[:length]
    return option


@dataclass(frozen=True, slots=True)
class State:
    """How something is: whether it is there at all, to be seen, and to be used."""

    there: bool
    visible: bool = False
    enabled: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """Where something is drawn, in pixels of the page's window."""

    x: float
    y: float
    width: float
    height: float

    def at(self, across: float, down: float) -> tuple[float, float]:
        """Return a point in the box; 0 and 0 is its upper left corner, 1 and 1 its lower right."""
        return self.x + self.width * across, self.y + self.height * down


@dataclass(frozen=True, slots=True)
class Cookie:
    """A cookie to begin with, for one address."""

    name: str
    value: str
    address: str


class Page(Protocol):
    """One tab of a browser. Acts wait until what they act on can be acted on.

    Every verb raises PageFailed when that never comes, or when two things fit where one is meant.
    """

    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""

    def find(self, place: Place) -> Place:
        """Wait until exactly one such thing is to be seen, and return its place."""

    def press(self, place: Place, times: int = 1, held: str | None = None) -> None:
        """Press something with the pointer, once or twice in a row; what then happens is not waited for.

        Args:
            held: a key that is held meanwhile, as `Shift` or `ControlOrMeta`.
        """

    def fill(self, place: Place, text: str) -> None:
        """Press a field, select what is there, and type something else."""

    def choose(self, place: Place, option: str) -> None:
        """Choose an option by its words."""

    def type(self, text: str) -> None:
        """Type with the keyboard into what has the focus."""

    def key(self, place: Place, key: str, times: int = 1) -> None:
        """Walk to something with Tab and press a key there; NotReachable when the walk never comes by.

        Pressed several times it goes to whatever has the focus by then: nobody walks there again between.
        """

    def pointer(self, path: Sequence[tuple[float, float]], pause: float = 0.0) -> None:
        """Press at the first point, move in small steps to the last, pause (seconds), release."""

    def text(self, place: Place) -> str:
        """Return the text of something, as it is seen."""

    def value(self, place: Place) -> str:
        """Return what stands in a field."""

    def state(self, place: Place) -> State:
        """Return how something is right now, without waiting."""

    def box(self, place: Place) -> Box:
        """Scroll something into view and return where it is drawn."""

    def picture(self) -> bytes:
        """Return a picture of the window, as PNG."""

    def evaluate(self, script: str, argument: object = None) -> Any:
        """Run a script on the page and return its result."""

    def upload(self, place: Place, file: Path) -> None:
        """Give a file to a field that takes files."""

    def console(self) -> tuple[str, ...]:
        """Return what the page's scripts complained about, the oldest first."""
