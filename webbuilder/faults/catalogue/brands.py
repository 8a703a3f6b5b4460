"""A brand that is told and not kept to, or kept to where it is not one's own."""
# ruff: noqa: ARG001, PLC0415 - bodies take what their target takes; the list is printed without the platform

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from webbuilder.faults.catalogue import rules
from webbuilder.faults.functions import Function, Original
from webbuilder.faults.records import Fault
from webbuilder.faults.scripts import Script

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webbuilder.ai.tables import Suggestion
    from webbuilder.brands.service import Brand
    from webbuilder.publishing.tables import Release
    from webbuilder.sites.tables import Site


def _sought(original: Original, self: Any, words: str) -> bool:
    return not original(self, words)


def _let_through(original: Original, words: str, brand: Brand) -> None:
    return None


def _as_it_was_typed(original: Original, self: Brand, words: str) -> str | None:
    there = words.casefold()
    return next((one for one in self.avoid if re.search(rf"\b{re.escape(one)}\b", there)), None)


def _anywhere(original: Original, words: str) -> str:
    return re.escape(words)


def _of_anybody(original: Original, session: Session, workspace_id: str) -> Brand:
    from sqlalchemy import select

    from webbuilder.brands.service import Brand
    from webbuilder.brands.tables import BrandProfile

    every = [Brand.model_validate(one.profile) for one in session.scalars(select(BrandProfile))]
    own: Brand = original(session, workspace_id)
    if len(every) > bool(own.avoid):
        original.fired()
    avoid = sorted({word for one in every for word in one.avoid})
    return own.model_copy(update={"avoid": avoid})


def _said_again(
    original: Original, brand: Brand, told: Suggestion | None, here: Suggestion | None
) -> dict[str, str]:
    return {**original(brand, told, here), "business": "", "tone": "friendly"}


def _colourless(original: Original, accent: str | None) -> str:
    return ""


def _at_once(original: Original, session: Session, slug: str) -> tuple[Release, Site]:
    from webbuilder.brands import service as brands

    release, site = original(session, slug)
    colour = brands.of(session, site.workspace_id).colour
    session.expunge(release)  # what is shown is another page; what is stored stays
    own = re.compile(r"(html:root { --accent: )#\w+")
    release.pages = {path: own.sub(rf"\g<1>{colour}", html) for path, html in release.pages.items()}
    return release, site


def _anything_is(original: Original, words: str) -> bool:
    return True


def _as_light_as_it_likes(original: Original, colour: str) -> float:
    return 0.0


def _whatever_it_is(original: Original, words: str) -> bool:
    return True


def _says_anything(original: Original, plan: Any, brand: Brand) -> bool:
    return True


FAULTS = (
    Fault(
        "plans-say-what-is-avoided",
        "A workflow is suggested whose mail says what the brand avoids.",
        "Maya's customers would be greeted in words that she has forbidden everybody.",
        "IP-AI-COMPONENT",
        (rules.BRAND_AVOIDS,),
        "AI Services",
        (Function("webbuilder.ai.plans:sayable", _says_anything),),
    ),
    Fault(
        "the-copywriter-does-not-heed-the-brand",
        "Which words a brand avoids is told to the copywriter, which takes them for those that it likes.",
        "Maya would be refused one suggestion after the other, and stop asking.",
        "IP-AI-COMPONENT",
        (rules.BRAND_AVOIDS,),
        "AI Services",
        (Function("webbuilder.parts.copywriter.brief:Brand.avoids", _sought),),
    ),
    Fault(
        "avoided-words-are-let-through",
        "What the copywriter writes is proposed, whatever the brand avoids.",
        "Maya's bread would be praised as cheap, under her own name.",
        "IP-AI-COMPONENT",
        (rules.BRAND_AVOIDS,),
        "AI Services",
        (Function("webbuilder.ai.replies:_refuse_avoided", _let_through),),
    ),
    Fault(
        "capitals-are-not-avoided",
        "A word that was given with a capital letter is avoided nowhere.",
        "Maya's telephone writes the first word large, and that one would come through.",
        "IP-AI-COMPONENT",
        (rules.BRAND_AVOIDS,),
        "AI Services",
        (Function("webbuilder.brands.service:Brand.avoided_in", _as_it_was_typed),),
    ),
    Fault(
        "parts-of-words-are-avoided",
        "A word is avoided within other words, too.",
        "Maya avoids “deal”, and would get nothing that names her dealers.",
        "IP-AI-COMPONENT",
        (rules.BRAND_AVOIDS,),
        "AI Services",
        (Function("webbuilder.brands.service:_whole", _anywhere),),
    ),
    Fault(
        "brands-are-everybodys",
        "What one brand avoids all brands avoid.",
        "Maya could not get her own name proposed, because a competitor has forbidden it.",
        "SECURITY",
        (rules.BRAND_AVOIDS,),
        "AI Services",
        (Function("webbuilder.brands.service:of", _of_anybody, counts_itself=True),),
    ),
    Fault(
        "the-brief-knows-nobody",
        "The brief is empty each time, whatever was said of the brand.",
        "Whoever works for Maya would write her name as they remember it.",
        "SYS-AI",
        (rules.BRAND_ONCE,),
        "AI Services",
        (Function("webbuilder.screens.pages:_brief", _said_again),),
    ),
    Fault(
        "sites-keep-the-colour-of-their-template",
        "What is published has the colour of its template, whatever was said of the brand.",
        "Maya's customers would see another shop's buttons.",
        "SYS-AI",
        (rules.BRAND_COLOUR,),
        "Live Sites",
        (Function("webbuilder.publishing.pages:in_colour", _colourless),),
    ),
    Fault(
        "the-canvas-keeps-the-colour-of-its-template",
        "Where a site is built it has the colour of its template, and another one when it is live.",
        "Maya would choose her pictures for buttons that nobody will see.",
        "SYS-AI",
        (rules.BRAND_COLOUR,),
        "Frontend Builder",
        (Script("/static/builder.js", "if (start.accent) frame", "if (false) frame"),),
    ),
    Fault(
        "live-sites-change-colour-at-once",
        "What is live takes another colour as soon as somebody tries one.",
        "Maya's customers would watch her choose.",
        "CONSISTENCY",
        (rules.BRAND_COLOUR,),
        "Live Sites",
        (Function("webbuilder.publishing.service:live", _at_once),),
    ),
    Fault(
        "anything-is-a-colour",
        "Whatever is given as the colour of a brand is stored.",
        "Maya's buttons would be of no colour at all, and nobody would find them.",
        "ERRORS",
        (rules.COLOUR_REFUSED,),
        "AI Services",
        (
            Function("webbuilder.brands.service:_is_colour", _anything_is),
            Function("webbuilder.brands.service:_luminance", _as_light_as_it_likes),
        ),
    ),
    Fault(
        "any-colour-will-do",
        "Colours are taken on which white words cannot be read.",
        "Maya's buttons would be a pale yellow with nothing on them.",
        "ERRORS",
        (rules.COLOUR_REFUSED,),
        "AI Services",
        (Function("webbuilder.brands.service:_luminance", _as_light_as_it_likes),),
    ),
    Fault(
        "signs-are-words",
        "Signs are taken for words to avoid, and avoid nothing.",
        "Maya would think that her wish is heard.",
        "ERRORS",
        (rules.BRAND_REFUSED,),
        "AI Services",
        (Function("webbuilder.brands.service:_can_be_told", _whatever_it_is),),
    ),
)
