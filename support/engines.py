"""The browsers that a run may ask for: what each is, and what not every one of them can do."""

from __future__ import annotations

from dataclasses import dataclass

TRAITS = {
    "scripts_off": "Pages can be opened with scripts switched off.",
    "double_click": "Two presses in a row arrive as one double click.",
    "touch": "A finger can be used instead of a pointer.",
}


@dataclass(frozen=True, slots=True)
class Known:
    """A browser by the name that `-D engines=` takes.

    Attributes:
        is_a: whose pages it shows, in a sentence.
        traits: what it can do of what not all can.
    """

    is_a: str
    traits: frozenset[str] = frozenset()


CHROMIUM_BY_NAME = {"chrome": "Google Chrome", "edge": "Microsoft Edge"}
# What `make setup` brings where it may; the others are taken where they are.
BROUGHT = ("chromium", "firefox", "webkit")
KNOWN = {
    "chromium": Known("Chromium, by Playwright.", frozenset(TRAITS)),
    "firefox": Known("Firefox as the system has it, by Playwright's BiDi channel.", frozenset()),
    "webkit": Known("WebKitGTK in Safari's place, by WebDriver under Xvfb.", frozenset({"double_click"})),
    "chrome": Known("Google Chrome, by Playwright.", frozenset(TRAITS)),
    "edge": Known("Microsoft Edge, by Playwright.", frozenset(TRAITS)),
    "playwright-firefox": Known("The Firefox that Playwright builds.", frozenset(TRAITS)),
    "playwright-webkit": Known("The WebKit that Playwright builds, in Safari's place.", frozenset(TRAITS)),
    "safari": Known("Safari, by its own WebDriver, on a Mac.", frozenset({"double_click"})),
    "grid": Known("What a Selenium Grid gives; MM_GRID says where it is.", frozenset({"double_click"})),
}
