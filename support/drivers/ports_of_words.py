"""What can be asked of a copywriter; ports like those of `ports.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.records import Brief


class Branding(Protocol):
    """Who a workspace is to its customers."""

    def name(self, name: str, voice: str) -> None:
        """Say the name that customers know, and the voice; what else is known stays."""

    def avoid(self, words: str) -> None:
        """Say which words, with commas between, are avoided; refused where nothing could be told of one."""

    def colour(self, colour: str) -> None:
        """Say the colour of buttons, as # and six digits; refused where white words are hard to read."""

    def coloured(self) -> str:
        """Return the colour of buttons that is stored."""

    def brief(self, site: str) -> tuple[str, str]:
        """Return the business and the tone that the copywriter would be told, were nothing else said."""

    def buttons_built(self, site: str) -> str:
        """Return the colour of the buttons where a site is built, as # and six digits."""

    def buttons_live(self, site: str) -> str:
        """Return the colour of the buttons of a live site, as # and six digits."""


class Speaking(Protocol):
    """In which language a site is."""

    def speak(self, site: str, language: str, page: str | None = None) -> None:
        """Say in which language, by its English name, the home page is; pages that come later follow."""

    def announced(self, site: str, page: str | None = None) -> str:
        """Return the language, by its English name, that a live page says to whatever reads it aloud."""


class Spending(Protocol):
    """How often a workspace has asked the copywriter, and what that has cost."""

    def asked(self, site: str) -> tuple[int, int]:
        """Return how often it has asked since yesterday, and how often it may, as told beside a site."""

    def tokens(self) -> int:
        """Return what that has cost, in tokens as the provider counts them."""


class Planning(Protocol):
    """Which workflows would suit a form."""

    def look(self, site: str) -> None:
        """Have workflows suggested for the site's form; refused where nobody could be written to."""

    def suited(self) -> Sequence[tuple[str, str]]:
        """Return what was suggested last, the best first: the name of each, and why it suits."""

    def take(self, site: str, workflow: str) -> None:
        """Make one of the suggested workflows, by its name; refused where the site has it."""

    def workflows(self, site: str) -> Sequence[str]:
        """Return the names of a site's workflows."""

    def ask_no_more(self, site: str, label: str) -> None:
        """Take the field with a label off the site's form."""


class Customising(Protocol):
    """Words from the copywriter."""

    def ask(self, site: str, section: str, brief: Brief) -> None:
        """Ask for a section in other words; the page stays as it is."""

    def shown(self) -> Sequence[str]:
        """Return the proposed words."""

    def accept(self) -> None:
        """Put the proposed words onto the page."""

    def refuse(self) -> None:
        """Put the proposed words away."""

    def waiting(self) -> bool:
        """Whether a suggestion still waits for a decision."""

    def ask_again(self) -> None:
        """Ask for yet other words in the same place; what was proposed before can still be chosen."""

    def choices(self) -> Sequence[Sequence[str]]:
        """Return the words of each proposal that one can choose from, the oldest first."""

    def choose(self, number: int) -> None:
        """Look at a proposal, counted from one."""


class Asking(Protocol):
    """What else than a section the copywriter is asked about; what comes of it is as of `Customising`."""

    def about_headline(self, site: str, brief: Brief) -> None:
        """Ask for another headline."""

    def left(self) -> str:
        """Return what stands beside the words that are proposed: why so, and what was not put into others."""

    def about_page(self, site: str, brief: Brief, page: str | None = None) -> None:
        """Ask for other words on all of the home page."""


class Writing(Protocol):
    """Words from the copywriter, while it writes them."""

    def begin(self, site: str, section: str, brief: Brief) -> None:
        """Ask for a section in other words, and do not wait for the end."""

    def so_far(self) -> Sequence[str]:
        """Return what one can read by now of what is written."""

    def offered(self) -> bool:
        """Whether there is anything to accept yet."""

    def end(self) -> None:
        """Let the copywriter stop."""

    def said(self) -> str:
        """Return in which words one is told that nothing more comes; empty while something does."""
