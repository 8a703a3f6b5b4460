"""A page whose language is known, and not kept to."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault

if TYPE_CHECKING:
    from webbuilder.accounts.service import Caller
    from webbuilder.components.changes import AnyChange
    from webbuilder.components.tables import Component
    from webbuilder.components.tree import Tree
    from webbuilder.parts.copywriter.brief import Brief


def _in_english(original: Original, brief: Brief) -> Any:
    from webbuilder.parts.copywriter import phrases

    return phrases


def _in_german(original: Original, brief: Brief) -> Any:
    from webbuilder.parts.copywriter import phrases_in_german

    return phrases_in_german


def _said_to_be_english(original: Original, tree: Tree, page: Component, name: str, look: Any = None) -> str:
    drawn: str = original(tree, page, name, look)
    return drawn.replace('<html lang="de"', '<html lang="en"')


def _in_the_language_it_had(
    original: Original, store: Any, known: Caller, site_id: str, change: AnyChange
) -> None:
    said = getattr(change, "properties", {})
    said.pop("language", None)
    original(store, known, site_id, change)


def _like_it_in_english(original: Original, home: Component) -> dict[str, str]:
    return {**original(home), "language": "en"}


def _as_at_home(
    original: Original, tree: Tree, component_id: str, brief: Any, brand: Any, *, alternative: int
) -> dict[str, Any]:
    from webbuilder.components import pages

    asked: dict[str, Any] = original(tree, component_id, brief, brand, alternative=alternative)
    return {**asked, "brief": {**asked["brief"], "language": pages.language(tree.home)}}


FAULTS = (
    Fault(
        "words-are-in-the-language-of-the-first-page",
        "Words for any page are proposed in the language of the first.",
        "Maya's German page would be half in English, and be read aloud with an accent.",
        "IP-AI-COMPONENT",
        (rules.WORDS_OF_PAGE,),
        "AI Services",
        (Function("webbuilder.ai.service:question", _as_at_home),),
    ),
    Fault(
        "the-copywriter-knows-one-language",
        "Words are proposed in English, whatever the language of the page.",
        "Maya would translate each proposal by hand, and stop asking.",
        "IP-AI-COMPONENT",
        (rules.WORDS_OF_PAGE,),
        "AI Services",
        (Function("webbuilder.parts.copywriter.writing:_of", _in_english),),
    ),
    Fault(
        "the-copywriter-knows-another-language",
        "Words are proposed in German to whoever has never asked for it.",
        "Maya would not understand what she is to put on her page.",
        "IP-AI-COMPONENT",
        (rules.WORDS_OF_PAGE,),
        "AI Services",
        (Function("webbuilder.parts.copywriter.writing:_of", _in_german),),
    ),
    Fault(
        "live-pages-say-that-they-are-english",
        "A live page says that it is in English, whatever it is in.",
        "Whoever has Maya's page read aloud would hear German words in an English accent.",
        "SYS-AI",
        (rules.LANGUAGE_SAID,),
        "Live Sites",
        (Function("webbuilder.publishing.pages:render", _said_to_be_english),),
    ),
    Fault(
        "the-builder-forgets-the-language",
        "The language that somebody chooses in the builder is not stored with the name beside it.",
        "Maya would choose it each time, and her page would stay English.",
        "SYS-AI",
        (rules.LANGUAGE_SAID,),
        "Frontend Builder",
        (Function("webbuilder.screens.site_pages:_apply", _in_the_language_it_had),),
    ),
    Fault(
        "later-pages-are-english",
        "A page that is added to a site in another language is in English.",
        "Maya would have to think of it for each page, and find out from a customer where she did not.",
        "SYS-AI",
        (rules.LANGUAGE_SAID,),
        "Component APIs",
        (Function("webbuilder.components.pages:_like", _like_it_in_english),),
    ),
)
