"""What goes wrong where somebody looks at a letter before it goes out."""
# ruff: noqa: ARG001, PLC0415, PLR0917 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING

from webbuilder.faults.catalogue import rules_of_people as of_people
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from webbuilder.mail.letters import Letter
    from webbuilder.mail.tables import Broadcast


def _all_the_same(original: Original, *, pictures: bool) -> str:
    return str(original(pictures=True))


class _Looks:
    """Letters look otherwise; `as_html` takes a letter's HTML and the words of its button."""

    def __init__(self, as_html: Callable[[str, str], str]) -> None:
        self.as_html = as_html

    def __call__(
        self,
        original: Original,
        subject: str,
        paragraphs: list[str],
        sender: str,
        why: str,
        follow: tuple[str, str] | None = None,
        seen: str | None = None,
        unsubscribe: str | None = None,
    ) -> Letter:
        from dataclasses import replace

        letter: Letter = original(subject, paragraphs, sender, why, follow, seen, unsubscribe)
        return replace(letter, html=self.as_html(letter.html, follow[0] if follow else ""))


def _called(html: str, _button: str) -> str:
    return html.replace('alt=""', 'alt="pixel"')


def _button_in_a_picture(html: str, button: str) -> str:
    return html.replace(button, '<img alt="" src="https://drawn.invalid/button.png">') if button else html


def _nothing_to_press_on_phones(html: str, _button: str) -> str:
    return html.replace("</head>", "<style>@media (max-width: 480px) { a { display: none } }</style></head>")


def _for_all_to_see(original: Original, store: Session, broadcast: Broadcast, name: str) -> str:
    return str(original(store, broadcast, name)).replace("https://preview.invalid", "")


FAULTS = (
    Fault(
        "pictures-come-all-the-same",
        "A preview without pictures fetches them.",
        "Maya would see a fine letter, and half of her readers an empty sheet.",
        "SYS-EMAIL",
        (of_people.SAYS_ALL_WITHOUT,),
        "Email Automation",
        (Function("webbuilder.screens.broadcasts:policy", _all_the_same),),
    ),
    Fault(
        "what-counts-openings-has-words",
        "Where the picture is missing that counts openings stands a word.",
        "Each letter would end with “pixel”, and its readers wonder what that is.",
        "SYS-EMAIL",
        (of_people.SAYS_ALL_WITHOUT,),
        "Email Automation",
        (Function("webbuilder.mail.letters:_letter", _Looks(_called)),),
    ),
    Fault(
        "buttons-are-pictures",
        "The words of a letter's button stand in a picture.",
        "Whoever keeps pictures back would find nothing to order by.",
        "SYS-EMAIL",
        (of_people.SAYS_ALL_WITHOUT,),
        "Email Automation",
        (Function("webbuilder.mail.letters:_letter", _Looks(_button_in_a_picture)),),
    ),
    Fault(
        "nothing-to-press-on-phones",
        "The layout of a letter hides its button and its links on a phone.",
        "Two of three readers would read of the rye, and find nothing to order it by.",
        "MOBILE",
        (of_people.SAYS_ALL_WITHOUT,),
        "Email Automation",
        (Function("webbuilder.mail.letters:_letter", _Looks(_nothing_to_press_on_phones)),),
    ),
    Fault(
        "previews-lead-to-the-platform",
        "What stands in a preview leads to the platform, as if a reader had the letter before them.",
        "Maya would unsubscribe somebody by looking whether one can.",
        "SYS-EMAIL",
        (of_people.LOOKING_IS_NO_OPENING,),
        "Email Automation",
        (Function("webbuilder.screens.broadcasts:_printed", _for_all_to_see),),
    ),
)
