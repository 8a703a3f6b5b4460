"""The browsers that a run may ask for: what each is, and what not every one of them can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Collection

TRAITS = {
    "scripts_off": "Pages can be opened with scripts switched off.",
    "double_click": "Two presses in a row arrive as one double click.",
    "leaving_press": "A press still reaches a page that is on its way out, as an impatient hand's does.",
    "touch": "A finger can be used instead of a pointer.",
    "small_screens": "Pages can be as small as on a tablet or a phone.",
    "own_manners": "Pages can be denied their storage, or have a clock that is wrong.",
    "vitals": "Pages tell how soon the largest of them was seen, and how far things moved (Web Vitals).",
}
# What a page has to itself on each device, in pixels of a style sheet: a laptop, an iPad Air, an iPhone 14.
SIZES = {"desktop": (1440, 900), "tablet": (820, 1180), "phone": (390, 844)}
USUAL = "desktop"


@dataclass(frozen=True, slots=True)
class Known:
    """A browser by the name that `-D engines=` takes.

    Attributes:
        is_a: whose pages it shows, in a sentence.
        traits: what it can do of what not all can.
    """

    is_a: str
    traits: frozenset[str] = frozenset()


_NO_CHROMIUM = frozenset(TRAITS) - {
    "vitals"
}  # no other engine tells how far things moved (W3C Layout Instability)
CHROMIUM_BY_NAME = {"chrome": "Google Chrome", "edge": "Microsoft Edge"}
# What `make setup` brings where it may; the others are taken where they are.
BROUGHT = ("chromium", "firefox", "webkit")
KNOWN = {
    "chromium": Known("Chromium, by Playwright.", frozenset(TRAITS)),
    "firefox": Known(
        "Firefox as the system has it, by Playwright's BiDi channel.",
        frozenset({"leaving_press", "small_screens", "own_manners"}),
    ),
    "webkit": Known("WebKitGTK in Safari's place, by WebDriver under Xvfb.", frozenset({"double_click"})),
    "chrome": Known("Google Chrome, by Playwright.", frozenset(TRAITS)),
    "edge": Known("Microsoft Edge, by Playwright.", frozenset(TRAITS)),
    "playwright-firefox": Known("The Firefox that Playwright builds.", _NO_CHROMIUM),
    "playwright-webkit": Known("The WebKit that Playwright builds, in Safari's place.", _NO_CHROMIUM),
    "safari": Known("Safari, by its own WebDriver, on a Mac.", frozenset({"double_click"})),
    "grid": Known("What a Selenium Grid gives; MM_GRID says where it is.", frozenset({"double_click"})),
}


@dataclass(frozen=True, slots=True)
class Ways:
    """How a machine is used, and what it is like.

    Attributes:
        scripts: whether its pages run scripts.
        touch: whether it is used by a finger instead of a pointer.
        device: how large it is.
        storage: whether its pages may put anything by.
        clock: by how many hours its pages' clock is ahead; below zero it is behind.
    """

    scripts: bool = True
    touch: bool = False
    device: str = USUAL
    storage: bool = True
    clock: int = 0

    @property
    def traits(self) -> frozenset[str]:
        """What an engine must be able to do for that."""
        asked = {
            "scripts_off": not self.scripts,
            "touch": self.touch,
            "small_screens": self.device != USUAL,
            "own_manners": not self.storage or bool(self.clock),
        }
        return frozenset(trait for trait, is_asked in asked.items() if is_asked)

    @classmethod
    def needed_for(cls, traits: Collection[str]) -> Self:
        """Return the ways of a machine that needs no more than these traits."""
        device = "phone" if "small_screens" in traits else USUAL
        own = "own_manners" in traits
        return cls("scripts_off" not in traits, "touch" in traits, device, not own, -6 if own else 0)

    def told(self) -> str:
        """Return them in words."""
        hand = "a finger" if self.touch else "a pointer"
        usual = f"scripts {'on' if self.scripts else 'off'}, {hand} and the size of a {self.device}"
        kept = "" if self.storage else ", no storage"
        return usual + kept + (f", a clock that is {self.clock:+d} hours off" if self.clock else "")


AS_USUAL = Ways()
