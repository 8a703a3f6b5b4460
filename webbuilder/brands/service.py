"""Rules of brands: how a workspace speaks, what it never says, and in which colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from webbuilder.accounts.tables import Workspace
from webbuilder.brands.tables import BrandProfile

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Tone = Literal["friendly", "confident", "playful", "plain"]
_READABLE = 4.5  # contrast that text needs at least (WCAG 2.2, success criterion 1.4.3)
_DARK = 0.04045  # of a colour's part: below, what a screen shows of it grows evenly (sRGB)
_WHITE = 1.0  # relative luminance of the words on a call to action
_MOST_AVOIDED = 50
_SIX_DIGITS = "#[0-9A-Fa-f]{6}"
_EXAMPLE: JsonDict = {"name": "Maya's Sourdough", "voice": "plain", "avoid": ["cheap"], "colour": "#7a1f3d"}


def _luminance(colour: str) -> float:
    """Return how light a colour is, from 0 to 1 (WCAG 2.2, relative luminance)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= _DARK else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _is_colour(words: str) -> bool:
    return bool(re.fullmatch(_SIX_DIGITS, words))


def readable_on(colour: str) -> str:
    """Return a colour as it is.

    Raises:
        ValueError: it is none, or the white words of a call to action would be hard to read on it.
    """
    if not _is_colour(colour):
        raise ValueError("is no colour of six digits; write one as in #7a1f3d")
    if (_WHITE + 0.05) / (_luminance(colour) + 0.05) < _READABLE:
        raise ValueError("is too light: white words are hard to read on it; choose a darker one")
    return colour.lower()


def _can_be_told(words: str) -> bool:
    return bool(re.search(r"\w", words))


def worded(words: str) -> str:
    """Return a word to avoid as it is.

    Raises:
        ValueError: it holds no letter and no digit, so that nothing could be told to avoid it.
    """
    if not _can_be_told(words):
        raise ValueError("holds no letter and no digit; write the word that is to be avoided")
    return " ".join(words.split())


Avoided = Annotated[str, Field(min_length=1, max_length=40), AfterValidator(worded)]
Colour = Annotated[str, Field(json_schema_extra={"pattern": f"^{_SIX_DIGITS}$"}), AfterValidator(readable_on)]


class Brand(BaseModel):
    """Who a workspace is: its name, its voice, words that it never uses, the colour of its buttons."""

    model_config = ConfigDict(
        extra="forbid", str_strip_whitespace=True, json_schema_extra={"examples": [_EXAMPLE]}
    )
    name: str = Field(default="", max_length=80)
    voice: Tone = "friendly"
    avoid: list[Avoided] = Field(default=[], max_length=_MOST_AVOIDED)
    colour: Colour | None = None

    def avoided_in(self, words: str) -> str | None:
        """Return the first of the words to avoid that stands in some words, as a whole and in any letters."""
        there = words.casefold()
        return next((one for one in self.avoid if re.search(_whole(one.casefold()), there)), None)


def _whole(words: str) -> str:
    return rf"(?<!\w){re.escape(words)}(?!\w)"


def of(session: Session, workspace_id: str) -> Brand:
    """Return the brand of a workspace; of one that never said anything, one that asks for nothing."""
    found = session.get(BrandProfile, workspace_id)
    return Brand.model_validate(found.profile) if found else Brand()


def locked(session: Session, workspace_id: str) -> Brand:
    """Return the brand of a workspace; until the transaction ends nobody else changes it."""
    session.get_one(Workspace, workspace_id, with_for_update=True)
    return of(session, workspace_id)


def keep(session: Session, workspace_id: str, brand: Brand) -> None:
    """Store what a brand is from now on; what is live stays as it is until it is published again."""
    session.merge(BrandProfile(workspace_id=workspace_id, profile=brand.model_dump()))
    session.flush()
