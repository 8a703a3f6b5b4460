"""Lets somebody look at the pages of a scenario that failed."""

from __future__ import annotations

import sys


def wait_for_enter(words: str) -> None:
    """Wait for the Enter key, where there is a person at a keyboard; elsewhere say that nobody is there."""
    if not sys.stdin.isatty():
        print(f"{words.split(';', maxsplit=1)[0]}; nobody is at a keyboard to look.", flush=True)
        return
    input(f"{words} ")
