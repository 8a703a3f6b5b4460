"""What can be asked of workflows; ports like those of `ports.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from support.records_of_workflows import Drawn, RunTold
    from support.webhooks import Door


class Drawing(Protocol):
    """What follows when a form is sent, as its owner draws it; steps are counted from 1 on."""

    def draw(self, site: str, workflow: str, steps: Sequence[tuple[str, ...]]) -> None:
        """Begin a workflow and add steps: of each its kind, what it says first, and the words of a mail."""

    def see(self, site: str, workflow: str) -> None:
        """Look at a workflow; what is changed from then on is changed of what was seen."""

    def change(self, site: str, workflow: str, step: int, words: str) -> None:
        """Let a step say something else first: another tag, another subject."""

    def move_up(self, site: str, workflow: str, step: int) -> None:
        """Put a step before the one that it follows."""

    def remove(self, site: str, workflow: str, step: int) -> None:
        """Take a step away."""

    def publish(self, site: str, workflow: str) -> None:
        """Let runs follow the draft from now on; refused where that could not do what it says."""

    def go_back(self, site: str, workflow: str, version: int) -> None:
        """Let runs follow an earlier version once more."""

    def drawn(self, site: str, workflow: str) -> Drawn:
        """Return a workflow's draft, what it lacks, and what is published of it."""


class Starting(Protocol):
    """What starts a workflow, as its owner draws it, or that nothing does any more."""

    def by_deed(self, site: str, workflow: str, deed: str, of: str) -> None:
        """Let a workflow start when a contact does something, or has it done, once it is published."""

    def by_day(self, site: str, workflow: str, called: str, at: datetime) -> None:
        """Let a workflow start for each contact on a list at a time that clocks show where the site is."""

    def by_message(self, site: str, workflow: str) -> None:
        """Let a workflow start when another system sends a message, once it is published."""

    def each_time(self, site: str, workflow: str) -> None:
        """Let a workflow take somebody each time and not once only, once it is published."""

    def once_only(self, site: str, workflow: str) -> None:
        """Let a workflow take somebody once only, once it is published."""

    def go_by(self, site: str, zone: str) -> None:
        """Let days and times of a site's workflows be those that clocks show in a time zone."""

    def remove(self, site: str, workflow: str) -> None:
        """Take a workflow away, so that nothing starts it any more."""


class Reading(Protocol):
    """What somebody does with a mail in their own inbox, named by its subject."""

    def open(self, subject: str) -> None:
        """Look at a mail, its pictures included."""

    def press(self, subject: str) -> None:
        """Press the button of a mail, and read what it leads to."""

    def scan(self, subject: str) -> None:
        """Let a machine look at all that a mail leads to, before anybody reads it."""

    def go_on(self, words: str) -> None:
        """Follow a link of the page that a button has led to."""

    def unsubscribe(self, subject: str) -> None:
        """Follow the link of a mail by which mails are ended, and end them there."""

    def unsubscribe_in_one_go(self, subject: str) -> None:
        """Let one's mail program end the mails, without a page."""

    def subscribe_again(self, subject: str) -> None:
        """Take back, by the link of a mail, that one has unsubscribed."""

    def confirm(self, subject: str) -> Sequence[str]:
        """Press the button of a mail, say there that the address is one's own, and return what one reads."""


class Sampling(Protocol):
    """Trying out what visitors would get."""

    def try_out(self, site: str) -> None:
        """Send a sample through the site's form; refused where nothing would follow."""


class Doors(Protocol):
    """What other systems tell workflows, and are told by them."""

    def open(self, site: str, workflow: str) -> Door:
        """Give a workflow another secret, and return where messages for it go."""

    def hold(self, door: Door) -> None:
        """Know a workflow's secret from now on, to tell it of people and to verify what it tells."""

    def place(self) -> str:
        """Return the address of one's own receiver."""

    def tell(self, name: str, email: str, manner: str) -> None:
        """Tell a workflow of somebody, in one of the manners that sentences have."""


class Overseeing(Protocol):
    """What a workflow does for somebody, and what its owner does about it; runs are named by an address."""

    def see(self, site: str, workflow: str, email: str) -> None:
        """Look at the newest run for somebody."""

    def told(self, site: str, workflow: str, email: str) -> RunTold:
        """Return the newest run for somebody, step by step; `NO_RUN` before there is one."""

    def pause(self, site: str, workflow: str, email: str) -> None:
        """Let a run take no further step until it may go on."""

    def resume(self, site: str, workflow: str, email: str) -> None:
        """Let a run go on that was paused."""

    def cancel(self, site: str, workflow: str, email: str) -> None:
        """Let a run take no further step, for good."""

    def retry(self, site: str, workflow: str, email: str) -> None:
        """Let a run that failed go on at the step that failed."""

    def to_all(self, site: str, workflow: str, act: str) -> None:
        """Do something to every run that it fits: `pause`, `resume`, `cancel` or `retry`."""

    def standing(self, site: str, workflow: str, state: str) -> Sequence[str]:
        """Return the addresses of those whose runs stand so, as the platform lists them."""
