"""Switching faults on: all that were chosen or none, loudly where one finds no hold."""

from __future__ import annotations

from collections.abc import Sequence

from webbuilder.faults.counting import Counts
from webbuilder.faults.records import Entry, NoHoldError, targets_of
from webbuilder.parts.refusal import CannotStartError


def switch_on(chosen: Sequence[Entry], counts: Counts) -> None:
    """Make each replacement, before the parts are forked; `counts` counts how often each fault fires.

    Raises:
        CannotStartError: two of them replace the same thing, or one finds no hold.
    """
    _refuse_two_of_one(chosen)
    for each in chosen:
        try:
            for replacement in each.replacements:
                replacement.switch_on(counts.firing(each.id))
        except NoHoldError as reason:
            raise CannotStartError(
                f"The fault {each.id} cannot be switched on, because {reason}:"
                " mend it in webbuilder/faults/catalogue, or leave it out of --faults."
            ) from reason


def _refuse_two_of_one(chosen: Sequence[Entry]) -> None:
    owners: dict[str, str] = {}
    for each in chosen:
        for target in targets_of(each):
            if target in owners:
                raise CannotStartError(
                    f"The faults {owners[target]} and {each.id} both replace {target}; switch on one of them."
                )
            owners[target] = each.id
