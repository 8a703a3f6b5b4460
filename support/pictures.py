"""Files that people bring as pictures: one that is, and some that are not."""

from __future__ import annotations

import random
import struct
import zlib

PNG, JPEG, SVG = "image/png", "image/jpeg", "image/svg+xml"
PROGRAM = b"#!/bin/sh\necho everything is free\n"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
_PNG_BEGINS = b"\x89PNG\r\n\x1a\n"
_PIXEL = b"\x00\xc8\x64\x32"  # no filter, and one pixel of crust (ISO 15948 §9)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def picture() -> bytes:
    """Return a PNG of one pixel (ISO 15948 §5)."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(_PIXEL)), _chunk(b"IEND", b""))
    return _PNG_BEGINS + b"".join(chunks)


def photograph(across: int = 1200, down: int = 800) -> bytes:
    """Return a PNG as large on a page as a photograph: black and white grains, which nothing makes smaller.

    120 kB of the usual size, as a good photograph for a page has.
    """
    grains, bytes_across = random.Random(7), across // 8  # noqa: S311 - the same ones each time
    rows = b"".join(b"\0" + grains.randbytes(bytes_across) for _ in range(down))
    head = struct.pack(">IIBBBBB", across, down, 1, 0, 0, 0, 0)
    chunks = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(rows)), _chunk(b"IEND", b""))
    return _PNG_BEGINS + b"".join(chunks)


def large_picture(megabytes: int) -> bytes:
    """Return a PNG that is as large as this; what makes it so large is a comment that browsers pass over."""
    whole = picture()
    filling = _chunk(b"tEXt", b"Comment\x00" + b" " * (megabytes * 1024 * 1024))
    return whole[:-12] + filling + whole[-12:]
