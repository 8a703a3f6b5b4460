"""What each type of component says of itself: its properties, and what may stand in them."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    ValidationInfo,
    field_validator,
)

# Whose pages may be shown inside a page of ours: they track nobody, or say whom they track.
EMBED_HOSTS = ("www.youtube-nocookie.com", "player.vimeo.com", "www.openstreetmap.org")
FieldKind = Literal["text", "email", "phone", "long_text", "choice", "consent"]


# In which language a page may be, as machines write it (BCP 47), and as people call it.
LANGUAGES = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
}
Language = Literal["en", "de", "fr", "es", "it", "nl", "pl", "pt"]


def _safe_address(value: str) -> str:
    if value and not value.startswith(("https://", "http://", "mailto:", "tel:", "#", "/")):
        message = "must begin with https://, http://, mailto:, tel:, # or /"
        raise ValueError(message)
    return value


def _embeddable(value: str) -> str:
    """Let an address through whose host is on the list, letter by letter: no port, no name before it."""
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    if value and (parts.scheme != "https" or parts.netloc not in EMBED_HOSTS):
        message = f"cannot be embedded; what can be begins with https:// and one of {', '.join(EMBED_HOSTS)}"
        raise ValueError(message)
    return value


def _not_ours(value: str) -> str:
    if value == "view_token":  # a served form has such a field, by which its sending is known
        raise ValueError("is taken by every form; choose another name")
    return value


ShortText = Annotated[str, Field(max_length=300)]
LongText = Annotated[str, Field(max_length=5000)]
# What a schema says of an address, so that others need not ask first; here the functions above decide.
_SAFE = {"pattern": "^$|^(https?:\\/\\/|mailto:|tel:|#|\\/)"}
_HOSTS = "|".join(host.replace(".", "\\.") for host in EMBED_HOSTS)
_EMBED = {"pattern": f"^$|^https:\\/\\/({_HOSTS})([\\/?#]|$)"}
Address = Annotated[
    str,
    Field(
        max_length=2000,
        description="An address must begin with https://, http://, mailto:, tel:, # or /.",
        json_schema_extra=_SAFE,
    ),
    AfterValidator(_safe_address),
]
EmbedAddress = Annotated[
    str,
    Field(
        max_length=2000,
        description=f"What can be embedded begins with https:// and one of {', '.join(EMBED_HOSTS)}.",
        json_schema_extra=_EMBED,
    ),
    AfterValidator(_embeddable),
]
FieldName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$"), AfterValidator(_not_ours)]
# One label of an address, as RFC 1035 §2.3.1 has those of host names: it is printed on bags and read out.
Path = Annotated[str, Field(max_length=40, pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$")]
NewPath = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Choice = Annotated[str, Field(min_length=1, max_length=120, pattern=r"^\S(.*\S)?$")]


Align = Literal["", "left", "center", "right"]
Size = Literal["", "small", "normal", "large"]


class Properties(BaseModel):
    """What every type's properties have in common: nothing unknown is let in."""

    model_config = ConfigDict(extra="forbid")


class LeftOut(Properties):
    """Whether something is left out of the page, by the device of who reads it; each device by itself."""

    hidden_on_desktop: StrictBool = False
    hidden_on_tablet: StrictBool = False
    hidden_on_phone: StrictBool = False


class Dressed(LeftOut):
    """How something stands, by device: where it says nothing, as on the next larger one, or as usual."""

    align: Align = ""
    align_on_tablet: Align = ""
    align_on_phone: Align = ""
    size: Size = ""
    size_on_tablet: Size = ""
    size_on_phone: Size = ""


class PageProperties(Properties):
    """A page; visitors find it at `path`, the home page without one; `description` is for who shares it."""

    title: ShortText = ""
    path: Path = ""
    theme: Literal["crust", "meadow", "ink"] = "ink"
    language: Language = Field(
        default="en", description="In which its words are: whoever reads it aloud asks."
    )
    description: ShortText = ""


class SectionProperties(Dressed):
    """A band of the page, named for its maker."""

    label: ShortText = "Section"
    look: Literal["plain", "hero", "tinted"] = "plain"


class ColumnsProperties(LeftOut):
    """Columns that stand side by side where there is room, and one below the other where there is none."""


class ColumnProperties(LeftOut):
    """One of several columns."""


class HeadingProperties(Dressed):
    """A heading; level 1 is the headline of the page."""

    text: ShortText = "A heading"
    level: Literal[1, 2, 3] = 2


class TextProperties(Dressed):
    """A paragraph."""

    text: LongText = "Some text"


class CallToActionProperties(Dressed):
    """A link that asks for something to be done."""

    text: ShortText = "Find out more"
    address: Address = "#"


class ImageProperties(LeftOut):
    """A picture, with the words for those who do not see it."""

    address: Address = ""
    alternative: ShortText = ""


class FormProperties(LeftOut):
    """A form that a visitor fills and sends."""

    label: ShortText = "Sign-up form"
    send: ShortText = "Sign me up"
    thanks: ShortText = "Thank you! We have your details."


class FieldProperties(Properties):
    """One field of a form; `name` is how workflows know it, `options` are what a choice offers."""

    name: FieldName
    label: ShortText
    kind: FieldKind = "text"
    required: bool = True
    options: Annotated[list[Choice], Field(max_length=30, validate_default=True)] = []

    @field_validator("options")
    @classmethod
    def _fit_the_kind(cls, options: list[str], info: ValidationInfo) -> list[str]:
        wanted = info.data.get("kind") == "choice"
        if wanted and not options:
            raise ValueError("must offer something, since this is a choice")
        if options and not wanted:
            raise ValueError("belong to a choice only")
        if len(set(options)) < len(options):
            raise ValueError("must differ from each other")
        return options


class NavigationProperties(LeftOut):
    """Links to places of the page and beyond; `label` names it for those who do not see it."""

    label: ShortText = "Main"


class LinkProperties(Properties):
    """One link."""

    text: ShortText = "A link"
    address: Address = "#"


class FooterProperties(LeftOut):
    """What a page ends with: who is behind it, and links that nobody looks for at the top."""

    text: ShortText = "All rights reserved"


class FaqProperties(LeftOut):
    """Questions that are asked again and again."""

    label: ShortText = "Questions and answers"


class QuestionProperties(Properties):
    """A question and its answer."""

    text: ShortText = "What do people ask?"
    answer: LongText = "What do you answer?"


class TestimonialProperties(LeftOut):
    """What somebody said, and who it was."""

    text: LongText = "I would come back any time."
    author: ShortText = "A customer"
    role: ShortText = ""


class EmbedProperties(LeftOut):
    """A page of somebody else's inside of ours, such as a film or a map; `title` says what it shows."""

    address: EmbedAddress = ""
    title: ShortText = "A film or a map"
