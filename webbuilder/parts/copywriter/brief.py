"""What the copywriter is asked: a brief and components, as plain words whatever was put into them."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from webbuilder.conventions.plain import plain_words
from webbuilder.parts.copywriter import phrases, phrases_in_german

_LONGEST_NAME, _LONGEST_FACT = 80, 120
_LONGEST_OFFER, _MOST_WORDS = 40, 6
_GOAL = re.compile(
    r"^(?:to\s+)?(?:sell|promote|announce|launch|introduce|present|advertise|offer|fill|push|show)\s+"
    r"(?:more\s+|out\s+)?(?P<offer>.+)$",
    re.IGNORECASE,
)
_LINK = re.compile(r"\S*(?:://|www\.|@)\S*")  # whom words are for is nowhere to go
# Words with which a goal speaks of its results and no longer of what is on offer.
_RESULTS = re.compile(
    r"\b(customers?|sign-?ups?|subscribers?|leads?|visitors?|contacts?|sales|seats)\b"
    r"|\b(get|collect|grow|win|by|until|before)\b",
    re.IGNORECASE,
)
# First words that are written small in the middle of a sentence; any other may be a name and stays as it is.
_COMMON = frozenset({
    "a", "all", "an", "any", "anybody", "anyone", "busy", "children", "curious", "customers", "each", "every",
    "everybody", "everyone", "families", "first", "friends", "gardeners", "home", "hungry", "job", "keen",
    "kids", "local", "lovers", "many", "men", "new", "our", "parents", "people", "professionals", "readers",
    "runners", "small", "students", "teachers", "the", "those", "visitors", "weekend", "women", "working",
    "young", "your",
})  # fmt: skip


def _name(value: object) -> str:
    return plain_words(value, _LONGEST_NAME)


def _fact(value: object) -> str:
    words = _LINK.sub(" ", value) if isinstance(value, str) else ""
    return plain_words(words, _LONGEST_FACT).rstrip(".!?,;: ")


Fact = Annotated[str, BeforeValidator(_fact)]


class Brief(BaseModel):
    """Who speaks to whom, how, and what for."""

    business: Annotated[str, BeforeValidator(_name), Field(min_length=1)]
    audience: Fact = ""
    goal: Fact = ""
    tone: Literal["friendly", "confident", "playful", "plain"] = "friendly"
    language: str = Field(
        default="en", description="As BCP 47 names it; what is not written here is in English."
    )

    @property
    def wanted(self) -> str:
        """What the marketer wants to happen: one of the keys of `phrases.WANTED`, or “know”."""
        goal = self.goal.lower()
        spoken = phrases_in_german if self.language == "de" else phrases
        fitting = (kind for kind, words in spoken.WANTED.items() if any(word in goal for word in words))
        return next(fitting, "know")

    @property
    def words(self) -> dict[str, str]:
        """What phrases are filled with; what the brief does not tell is not in it."""
        known = {"business": self.business, "audience": self._audience(), "offer": self._offer()}
        return {name: words for name, words in known.items() if words}

    def _audience(self) -> str:
        """Return the audience as it stands in the middle of a sentence."""
        audience = re.sub(r"^for\s+", "", self.audience, flags=re.IGNORECASE)
        first = audience.partition(" ")[0]
        if len(first) > 1 and first.isupper():
            return audience
        return audience[:1].lower() + audience[1:] if first.lower() in _COMMON else audience

    def _offer(self) -> str:
        """Return what is on offer, where the goal names it (“sell seasonal bread”) and no results."""
        found = _GOAL.match(self.goal)
        offer = found["offer"].strip() if found else ""
        if len(offer) > _LONGEST_OFFER or len(offer.split()) > _MOST_WORDS or _RESULTS.search(offer):
            return ""
        return offer


class Brand(BaseModel):
    """What the brand that speaks never says."""

    model_config = ConfigDict(extra="ignore")
    avoid: list[str] = []

    def avoids(self, words: str) -> bool:
        """Whether some words hold one of those to avoid, as a whole and in any letters."""
        return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", words, re.IGNORECASE) for one in self.avoid)


class Component(BaseModel):
    """A component as the page holds it."""

    model_config = ConfigDict(extra="ignore")
    id: str = Field(min_length=1)
    type: str = ""
    properties: dict[str, Any] = {}


class Task(BaseModel):
    """What is to be customised; `schema` lists, by component id, the properties that may change."""

    model_config = ConfigDict(extra="ignore")
    task: Literal["customise"]
    component: Component
    children: list[Component] = []
    brief: Brief
    brand: Brand = Brand()
    may_change: dict[str, list[str]] = Field(alias="schema")
    alternative: Annotated[int, Field(ge=0)] = 0

    @model_validator(mode="after")
    def _knows_what_it_may_change(self) -> Task:
        unknown = sorted(set(self.may_change) - {each.id for each in self.components})
        if unknown:
            message = f"schema names “{unknown[0]}”, which is neither the component nor one of its children"
            raise ValueError(message)
        return self

    @property
    def components(self) -> list[Component]:
        """The component and its children."""
        return [self.component, *self.children]
