"""Pictures that come with the platform: drawn for its templates, and seen where others are.

One that is drawn anew gets another name, since whoever has seen a picture keeps it for ever.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

BELOW = "/images/"  # where pictures are found, on every site
MEDIA_TYPE = "image/svg+xml"
_FOLDER, _BEGINS = Path(__file__).parent / "drawn", "drawn-"


@cache
def _all() -> dict[str, bytes]:
    return {f"{_BEGINS}{file.stem}": file.read_bytes() for file in _FOLDER.glob("*.svg")}


def with_id(image_id: str) -> bytes | None:
    """Return the picture of an id such as `drawn-loaf`; None where nobody drew it."""
    return _all().get(image_id)


def lacks(address: str) -> bool:
    """Whether an address asks for a picture that would come with the platform, and does not."""
    name = address.removeprefix(BELOW)
    return name != address and name.startswith(_BEGINS) and name not in _all()
