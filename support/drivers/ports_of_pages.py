"""What can be asked of a page and of what it is made of; ports like those of `ports.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from support.histories.acts import Act
    from support.records import Spot


class Arranging(Protocol):
    """Putting what a page is made of where it belongs, by hand; components go by their words."""

    def lay_out(self, site: str, section: str, words: Sequence[str]) -> None:
        """Have a section at the end of the page, with a heading for each of the words."""

    def drag(self, site: str, words: str, spot: Spot) -> None:
        """Drag something elsewhere, and let it go once it rests there."""

    def throw(self, site: str, words: str, spot: Spot) -> None:
        """Drag something elsewhere, and let it go while the hand still moves."""

    def shift(self, site: str, words: str, places: int, hand: str) -> None:
        """Move something down by so many places, or up by as many below zero, without dragging it."""

    def rewrite(self, site: str, words: str, other: str, hand: str) -> None:
        """Write other words where some stand on the page; by pointer it is pointed at twice."""

    def write_behind(self, site: str, words: str, parts: Sequence[str]) -> None:
        """Write on behind words that stand there, in parts, each stored before the next is written."""

    def copy_over(self, site: str, words: str, other: str) -> None:
        """Copy the words of one thing, and paste them in place of another's."""

    def heard(self) -> str:
        """Return what was said aloud last of what was done to the page; empty without."""


class Gathering(Protocol):
    """Several things of a page at once; they go by their words."""

    def choose(self, site: str, words: Sequence[str], hand: str) -> None:
        """Choose things together, the first of them first."""

    def shift(self, site: str, places: int) -> None:
        """Move what is chosen down by so many places, or up by as many below zero."""

    def remove(self, site: str) -> None:
        """Take what is chosen away; refused where some of it has to stay."""


class Adding(Protocol):
    """Finding what can be added, and putting it onto the page."""

    def look_for(self, site: str, words: str) -> None:
        """Look for something among what can be added; refused where there is no such thing."""

    def offered(self) -> Sequence[str]:
        """Return what the builder offers to add right now."""

    def drag_new(self, site: str, kind: str, spot: Spot) -> None:
        """Drag something of a kind from what can be added onto the page; refused where it cannot stand."""

    def add_by_keyboard(self, site: str, kind: str) -> None:
        """Add something of a kind without a pointer; refused where nothing takes it."""


class Composing(Protocol):
    """What a page is made of, one by one; components go by their words."""

    def put(self, site: str, kind: str, words: Mapping[str, str]) -> None:
        """Have a component at the end of the page's last section: of a kind, and saying something."""

    def ask(self, site: str, label: str, options: Sequence[str]) -> None:
        """Let the page's form ask for one of several, or for a consent where there are no options."""

    def see(self, site: str) -> None:
        """Look at a page; from then on what is done to it is done to what was seen."""

    def write(self, site: str, words: str, other: str) -> None:
        """Give a component other words."""

    def lead(self, site: str, words: str, address: str) -> None:
        """Let a component lead to an address."""

    def place(self, site: str, words: str, mark: str) -> None:
        """Put a component right behind another."""

    def duplicate(self, site: str, words: str) -> None:
        """Put a copy of a component right behind it."""

    def remove(self, site: str, words: str) -> None:
        """Take a component away, with all that it holds."""


class Undoing(Protocol):
    """Taking back what one did."""

    def undo(self, site: str) -> None:
        """Take back the last that one did."""

    def undo_before(self, site: str) -> None:
        """Take back the act before the one that could not be taken back, where one has just been told so."""

    def redo(self, site: str) -> None:
        """Do again what one took back last."""


class Together(Protocol):
    """Several people on one page."""

    def open(self, site: str) -> None:
        """Have a site's home page before oneself, and leave it so."""

    def listen(self, site: str) -> None:
        """Ask for the line to a site by the address that its owner's builder has."""

    def lines_shown(self) -> Sequence[str]:
        """Return the words of what is on the page as it stands before one; nothing is done for that."""

    def others(self) -> Mapping[str, str]:
        """Return who else is here, each with the words of what they have chosen, or none."""

    def choose(self, site: str, words: str) -> None:
        """Select something on the page."""

    def leave(self, site: str) -> None:
        """Go elsewhere."""

    def say(self, text: str) -> None:
        """Say something on the line, as it is."""

    def told(self) -> str:
        """Return why the line was ended, or else what was refused on it last; empty where nothing was."""


class Guarding(Protocol):
    """What a page lets nobody do, whatever is written on it."""

    def ran_in_builder(self, site: str) -> bool:
        """Whether anything that is written on a page has run as a program where it is built."""

    def ran_live(self, site: str) -> bool:
        """Whether anything that is written on a page runs as a program where visitors read it."""


class Jostling(Protocol):
    """One of several people at one page, none of whom knows what the others do."""

    def edit(self, site: str, dice: int) -> None:
        """Do something to the page that is open, as dice of a million sides say, and do not wait for it."""

    def settle(self, site: str) -> None:
        """Go on with the page as it is stored, after a conflict."""

    def reminded(self) -> str:
        """Return what the builder tells once more of what could not be stored."""

    def begin_writing(self, site: str, words: str, more: str) -> None:
        """Write on behind a heading's words, on the page itself, until it is stored; and stay there."""

    def writing(self) -> str:
        """Return the words at which one is writing on the page itself; empty without."""

    def finish_writing(self) -> None:
        """Leave the words at which one is writing."""


class Racing(Protocol):
    """One of several who are at one site at once; what one did, and was told when, is returned."""

    def begin(self, site: str) -> Sequence[Act]:
        """Return what stands at each place before anybody writes, as if the beginning had written it."""

    def write(self, site: str, place: str, words: str) -> Act:
        """Give a place of the page other words: `headline`, or the `text` that comes first."""

    def read(self, site: str) -> Sequence[Act]:
        """Read what stands at each place; an act without an answer where none came."""

    def told(self, site: str) -> Sequence[Act]:
        """Return in which order the platform says that all was written since the beginning."""

    def sign_up(self, site: str, email: str) -> Act:
        """Send the form of a live site, once."""

    def signed_up(self, site: str, emails: Sequence[str]) -> Sequence[Act]:
        """Read for each address whether it was sent, and how often, as what visitors sent is listed."""


class Saving(Protocol):
    """What becomes of an edit between the last key and the store."""

    def write_headline(self, site: str, words: str) -> None:
        """Give the page another headline, and do not wait until it is stored."""

    def write_headline_in_vain(self, site: str, words: str) -> None:
        """Give the page another headline while nobody is reached; it has been tried to store it."""

    def write_beneath_headline(self, site: str, words: str) -> None:
        """Give the text beneath the headline other words, and do not wait until they are stored."""

    def lose_connection(self, site: str, how: str) -> None:
        """Have a site open, and a line that is `lost` (it waits), `cut` (ends), `deaf` or `slow`."""

    def regain_connection(self) -> None:
        """Reach everybody again."""

    def told(self) -> str:
        """Return in which words the builder says right now that something was not done; empty without."""

    def called(self, site: str) -> str:
        """Return what the builder calls the page right now: Saved, Saving, Offline or Conflict."""

    def holds_back(self, site: str) -> bool:
        """Whether somebody who closes the window right now is asked whether they mean it."""
