"""The words that steps capture of which there are a few, and that mean nothing but themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from parse import with_pattern

from support.files import LETTERS, MISFITS
from support.notices import MISREPORTS, NOTICES
from support.ordeals import TROUBLES
from support.records import FOR_MACHINES
from support.records_of_errors import IN_VAIN
from support.whences import WHENCES


def one_of(meaning: str, words: Iterable[str]) -> Callable[[str], str]:
    """Return what takes one of these words as it stands; `meaning` tells authors what it is."""

    def chosen(text: str) -> str:
        return text

    chosen.__doc__ = meaning
    marked: Callable[[str], str] = with_pattern("|".join(words))(chosen)
    return marked


CHOICES = {
    "Match": one_of("Whether all of several conditions are to hold, or any.", ("all", "any")),
    "Letters": one_of("How a file of contacts is written.", LETTERS),
    "Misfit": one_of("What is brought as a file of contacts, and is none.", MISFITS),
    "Notice": one_of("What a mail server says of a letter.", NOTICES),
    "Misreport": one_of("What is handed in as a report on a letter, and is none.", MISREPORTS),
    "Whence": one_of("By what somebody comes to a live site.", WHENCES),
    "Trouble": one_of("What befalls the process of a part.", TROUBLES),
    "ForMachines": one_of("What of a live site is there for machines alone.", FOR_MACHINES),
    "InVain": one_of("What of the errors that people met is asked for in vain.", IN_VAIN),
    "Sight": one_of(
        "In what way somebody looks at a letter.",
        ("on a desk", "on a phone", "in the dark", "without pictures"),
    ),
}
