"""What has to be put back, labelled: last in first out, all of it, and a failing one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class CleanupFailed(Exception):
    """Something could not be put back; the message names each."""


class Cleanup:
    """A stack of acts that undo what a scenario did to the world around it."""

    def __init__(self) -> None:
        self._acts: list[tuple[str, Callable[[], object]]] = []

    def add(self, label: str, act: Callable[[], object]) -> None:
        """Let `act` run when the scenario ends; `label` says what it puts back."""
        self._acts.append((label, act))

    def run(self) -> None:
        """Run all acts, the last first.

        Raises:
            CleanupFailed: at least one failed; the others ran all the same.
        """
        failed = []
        while self._acts:
            label, act = self._acts.pop()
            try:
                act()
            except Exception as error:  # noqa: BLE001 - whatever it is, the others must run; it is told below
                failed.append((f"{label}: {error}", error))
        if failed:
            raise CleanupFailed("could not put back " + "; ".join(words for words, _ in failed)) from failed[
                0
            ][1]
