"""The types of component: what each may hold, and which properties it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from webbuilder.problems import Problem, pointer


def _safe_address(value: str) -> str:
    if value and not value.startswith(("https://", "http://", "mailto:", "tel:", "#", "/")):
        message = "must begin with https://, http://, mailto:, tel:, # or /"
        raise ValueError(message)
    return value


def _not_ours(value: str) -> str:
    if value == "view_token":  # a served form has such a field, by which its sending is known
        raise ValueError("is taken by every form; choose another name")
    return value


ShortText = Annotated[str, Field(max_length=300)]
LongText = Annotated[str, Field(max_length=5000)]
Address = Annotated[str, Field(max_length=2000), AfterValidator(_safe_address)]
FieldName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$"), AfterValidator(_not_ours)]


class Properties(BaseModel):
    """What every type's properties have in common: nothing unknown is let in."""

    model_config = ConfigDict(extra="forbid")


class PageProperties(Properties):
    """The page itself."""

    title: ShortText = ""
    theme: Literal["crust", "meadow", "ink"] = "ink"


class SectionProperties(Properties):
    """A band of the page, named for its maker."""

    label: ShortText = "Section"
    look: Literal["plain", "hero", "tinted"] = "plain"


class HeadingProperties(Properties):
    """A heading; level 1 is the headline of the page."""

    text: ShortText = "A heading"
    level: Literal[1, 2, 3] = 2


class TextProperties(Properties):
    """A paragraph."""

    text: LongText = "Some text"


class CallToActionProperties(Properties):
    """A link that asks for something to be done."""

    text: ShortText = "Find out more"
    address: Address = "#"


class ImageProperties(Properties):
    """A picture, with the words for those who do not see it."""

    address: Address = ""
    alternative: ShortText = ""


class FormProperties(Properties):
    """A form that a visitor fills and sends."""

    label: ShortText = "Sign-up form"
    send: ShortText = "Sign me up"
    thanks: ShortText = "Thank you! We have your details."


class FieldProperties(Properties):
    """One field of a form; `name` is how workflows know it."""

    name: FieldName
    label: ShortText
    kind: Literal["text", "email"] = "text"
    required: bool = True


@dataclass(frozen=True, slots=True)
class ComponentType:
    """A type: the schema of its properties, what it may hold, and which properties are a marketer's words."""

    name: str
    properties: type[Properties]
    holds: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()


_CONTENT = frozenset({"heading", "text", "call_to_action", "image", "form"})

TYPES = {
    kind.name: kind
    for kind in (
        ComponentType("page", PageProperties, frozenset({"section"}), ("title",)),
        ComponentType("section", SectionProperties, _CONTENT),
        ComponentType("heading", HeadingProperties, words=("text",)),
        ComponentType("text", TextProperties, words=("text",)),
        ComponentType("call_to_action", CallToActionProperties, words=("text",)),
        ComponentType("image", ImageProperties, words=("alternative",)),
        ComponentType("form", FormProperties, frozenset({"field"}), ("send", "thanks")),
        ComponentType("field", FieldProperties, words=("label",)),
    )
}


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
            f"These properties do not fit a {type_name.replace('_', ' ')}: {named}.",
            errors=places,
        ) from error
