"""The names of keys, as the `Page` port has them, for WebDriver."""

from __future__ import annotations

import sys

from selenium.webdriver.common.keys import Keys

_KEYS = {
    "Enter": Keys.ENTER,
    "Escape": Keys.ESCAPE,
    "Tab": Keys.TAB,
    "Delete": Keys.DELETE,
    "Backspace": Keys.BACKSPACE,
    "Home": Keys.HOME,
    "End": Keys.END,
    "PageUp": Keys.PAGE_UP,
    "PageDown": Keys.PAGE_DOWN,
    "ArrowUp": Keys.ARROW_UP,
    "ArrowDown": Keys.ARROW_DOWN,
    "ArrowLeft": Keys.ARROW_LEFT,
    "ArrowRight": Keys.ARROW_RIGHT,
    "Space": " ",
    "F2": Keys.F2,
    "Shift": Keys.SHIFT,
    "Control": Keys.CONTROL,
    "Alt": Keys.ALT,
    "Meta": Keys.META,
    "ControlOrMeta": Keys.META if sys.platform == "darwin" else Keys.CONTROL,
}


def chord(keys: str) -> tuple[list[str], str]:
    """Return the keys that are held and the one that is pressed, of `Control+z` or `Enter`.

    Raises:
        LookupError: there is no key of that name.
    """
    *held, last = keys.split("+") if len(keys) > 1 else [keys]
    return [_named(one) for one in held], _named(last)


def _named(key: str) -> str:
    if len(key) == 1:
        return key
    if key not in _KEYS:
        raise LookupError(f"There is no key {key!r}; known are single characters and {', '.join(_KEYS)}.")
    return _KEYS[key]
