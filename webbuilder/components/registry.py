"""The types of component: what each may hold, which properties it has, and which of them are words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from webbuilder.components import properties as say
from webbuilder.problems import Problem, pointer


@dataclass(frozen=True, slots=True)
class ComponentType:
    """A type of component.

    Attributes:
        properties: the schema of its properties.
        holds: the types that may stand in it.
        words: the properties that the copywriter may put into other words.
        least, most: how many it holds.
    """

    name: str
    properties: type[say.Properties]
    holds: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None


_CONTENT = frozenset({"heading", "text", "image", "call_to_action", "form", "faq", "testimonial", "embed"})

TYPES = {
    kind.name: kind
    for kind in (
        ComponentType("page", say.PageProperties, frozenset({"section", "navigation", "footer"}), ("title",)),
        ComponentType("section", say.SectionProperties, _CONTENT | {"columns"}),
        ComponentType("columns", say.ColumnsProperties, frozenset({"column"}), least=2, most=4),
        ComponentType("column", say.ColumnProperties, _CONTENT),
        ComponentType("heading", say.HeadingProperties, words=("text",)),
        ComponentType("text", say.TextProperties, words=("text",)),
        ComponentType("call_to_action", say.CallToActionProperties, words=("text",)),
        # what a picture shows is not for who cannot see it to say (WCAG 2.2, 1.1.1)
        ComponentType("image", say.ImageProperties),
        ComponentType("form", say.FormProperties, frozenset({"field"}), ("send", "thanks")),
        ComponentType("field", say.FieldProperties, words=("label",)),
        ComponentType("navigation", say.NavigationProperties, frozenset({"link"})),
        ComponentType("link", say.LinkProperties),
        ComponentType("footer", say.FooterProperties, frozenset({"link"})),
        ComponentType("faq", say.FaqProperties, frozenset({"question"})),
        ComponentType("question", say.QuestionProperties),
        # what somebody said, and what an owner answers for, is not for a copywriter to put into other words
        ComponentType("testimonial", say.TestimonialProperties),
        ComponentType("embed", say.EmbedProperties),
    )
}


def described() -> list[dict[str, Any]]:
    """Return each type as partners and the canvas know it: what it holds, its schema, its words."""
    return [
        {
            "name": kind.name,
            "holds": sorted(kind.holds),
            "least": kind.least,
            "most": kind.most,
            "words": list(kind.words),
            "schema": kind.properties.model_json_schema(),
        }
        for kind in TYPES.values()
    ]


def spoken(type_name: str) -> str:
    """Return how one of a type is called in a sentence."""
    words = type_name.replace("_", " ")
    if type_name == "columns":
        return words
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


def type_named(name: str) -> ComponentType:
    """Return a type.

    Raises:
        Problem: there is no such type; the known ones are named.
    """
    if name not in TYPES:
        known = ", ".join(sorted(TYPES))
        raise Problem(
            422,
            "unknown-type",
            f"There is no component type {name!r}. Known are: {known}.",
            errors=[{"pointer": "/type", "detail": "unknown type"}],
        )
    return TYPES[name]


def checked(type_name: str, properties: dict[str, Any]) -> dict[str, Any]:
    """Return properties with their defaults, once they fit the type.

    Raises:
        Problem: a property is unknown or has no fitting value; each is named by a pointer.
    """
    try:
        return type_named(type_name).properties.model_validate(properties).model_dump()
    except ValidationError as error:
        places = [
            {"pointer": pointer("properties", *found["loc"]), "detail": found["msg"]}
            for found in error.errors()
        ]
        named = "; ".join(f"{place['pointer']} {place['detail']}" for place in places)
        raise Problem(
            422,
            "not-valid",
            f"These properties do not fit {spoken(type_name)}: {named}.",
            errors=places,
        ) from error
