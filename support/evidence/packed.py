"""Bytes opened: what is packed is unpacked, changed and packed again; what is text is decoded."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable

Change = Callable[[bytes], bytes]
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_MOSTLY = 0.02  # the share of control characters up to which bytes are taken for text


def repacked(content: bytes, change: Change) -> bytes | None:
    """Return packed bytes with their contents changed, or None where nothing is packed.

    Where packing is broken in the middle, what could be unpacked is not trusted: an empty body is left.
    """
    if content.startswith(b"PK\x03\x04"):
        return _rezipped(content, change)
    if content.startswith(b"\x1f\x8b"):
        return gzip.compress(change(_unpacked(content, zlib.MAX_WBITS | 16) or b""), mtime=0)
    if content[:2] in (b"\x78\x01", b"\x78\x9c", b"\x78\xda"):
        inner = _unpacked(content, zlib.MAX_WBITS)
        return None if inner is None else zlib.compress(change(inner))
    return None


def _unpacked(content: bytes, bits: int) -> bytes | None:
    try:
        return zlib.decompress(content, bits)
    except zlib.error:
        return None


def _rezipped(content: bytes, change: Change) -> bytes:
    made = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as old,
            zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for entry in old.infolist():
                new.writestr(entry.filename, change(old.read(entry)))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError) as broken:
        return f"This was a zip that could not be opened ({broken}), so it was taken away.".encode()
    return made.getvalue()


def decoded(content: bytes) -> tuple[str, str]:
    """Return bytes as text and in which encoding it was; no encoding where they are no text."""
    for coding in _codings(content):
        try:
            return content.decode(coding), coding
        except UnicodeDecodeError:
            continue
    return "", ""


def _codings(content: bytes) -> tuple[str, ...]:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return ("utf-16",)
    if content and content[1::2].count(0) > len(content) // 3:
        return ("utf-16-le",)
    controls = len(content) - len(content.translate(None, _CONTROL))
    return ("utf-8", "latin-1") if controls <= len(content) * _MOSTLY else ()
