"""How large pictures are, as browsers show them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import ExifTags, Image

from webbuilder.images.service import KINDS
from webbuilder.images.sizes import size_of


def made(kind: str, **said: Any) -> bytes:
    file = BytesIO()
    Image.new("RGB", (60, 40)).save(file, kind, **said)
    return file.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_of_every_kind_tell_how_large_they_are(kind: str) -> None:
    assert size_of(made(kind.partition("/")[2])) == (60, 40)


@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (60, 40)), (3, (60, 40)), (6, (40, 60)), (8, (40, 60))]
)
def test_a_photograph_that_was_taken_upright_is_as_browsers_turn_it(orientation: int, size: Any) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    assert size_of(made("jpeg", exif=exif)) == size


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"GIF89a", made("jpeg")[:40]])
def test_what_breaks_off_tells_nothing(content: bytes) -> None:
    assert size_of(content) is None
