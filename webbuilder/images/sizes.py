"""How large pictures are, so that a page keeps their place until they come."""

from __future__ import annotations

import warnings
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from PIL import ExifTags, Image as Picture
from sqlalchemy import select
from sqlalchemy.orm import load_only

from webbuilder.images import drawn
from webbuilder.images.tables import Image

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

_LYING = {5, 6, 7, 8}  # orientations in which rows are columns (Exif 2.32, tag 0x0112); browsers turn them
Size = tuple[int, int]  # pixels across and down, as a browser shows it


def size_of(content: bytes) -> Size | None:
    """Return how large a picture is shown; None for what does not tell."""
    try:
        with warnings.catch_warnings(action="ignore"), Picture.open(BytesIO(content)) as picture:
            across, down = picture.size
            lies = picture.getexif().get(ExifTags.Base.Orientation) in _LYING
    except (OSError, SyntaxError, ValueError, Picture.DecompressionBombError):
        return None
    return (down, across) if lies else (across, down)


@cache
def _drawn(name: str) -> Size | None:
    drawing = drawn.with_id(name)
    if drawing is None:
        return None
    said = ET.fromstring(drawing)  # noqa: S314 - one of our own drawings
    return int(said.attrib["width"]), int(said.attrib["height"])


def at(session: Session, workspace_id: str, addresses: Iterable[str]) -> Mapping[str, Size]:
    """Return how large the pictures at these addresses are; those that do not tell are left out."""
    names = {one.removeprefix(drawn.BELOW) for one in addresses if one.startswith(drawn.BELOW)}
    own = session.scalars(
        select(Image)
        .where(Image.workspace_id == workspace_id, Image.id.in_(names))
        .options(load_only(Image.across, Image.down))
    )
    told = {one.id: (one.across, one.down) for one in own if one.across and one.down}
    drawings = {name: size for name in names if (size := _drawn(name))}
    return {drawn.BELOW + name: size for name, size in (told | drawings).items()}
