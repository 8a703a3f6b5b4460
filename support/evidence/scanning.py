"""Looks for secrets in what was kept: every file is opened, unpacked and decoded, not as redacting does it.

Redaction spells the secrets in all ways that it knows; this reads the artefacts in all ways that it knows.
What one of the two forgets, the other finds.
"""

from __future__ import annotations

import base64
import binascii
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

_DEEPEST = 4  # layers of packing and encoding that are opened
_SHORTEST_RUN = 8  # characters of base64 that are worth decoding
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{%d,}={0,2}" % _SHORTEST_RUN)
_WRAPPED = re.compile(rb"[A-Za-z0-9+/]{60,76}\r?\n(?:[A-Za-z0-9+/]{4,76}={0,2}\r?\n?)+")
_JSON_ESCAPE = re.compile(rb'\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(["\\/]))')
_HTML_ESCAPE = re.compile(rb"&(?:#\d|#[xX][0-9a-fA-F]|[a-zA-Z]{2,8};)")
_JWT = re.compile(rb"eyJ[\w-]+\.[\w-]+")
_URL_SAFE = bytes.maketrans(b"-_", b"+/")
_Reading = tuple[str, tuple[str, ...], bytes]  # the place, what was undone, what then stands there
_CONTROL = bytes(set(range(32)) - {9, 10, 13})
_PACKED = (b"\x1f\x8b", b"PK\x03\x04", b"\x78\x9c", b"\x78\x01", b"\x78\xda")
_MOSTLY = 0.9  # the share of bytes that are text where a run was text, cut at its ends
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"wOF2")  # and fonts: no text is packed in them
_NOISE = "base64 of what is no text"
_NO_ZIP = "a zip that cannot be opened"


@dataclass(frozen=True, slots=True)
class Leak:
    """A secret that can be read in an artefact, or an artefact that could not be read.

    Attributes:
        path: the file.
        inside: the entry of a zip in it, entries of entries after `!`; empty for the file itself.
        which: the name of the secret, never its value.
        as_what: how it stands there: `plain`, or what had to be undone to read it.
    """

    path: Path
    inside: str
    which: str
    as_what: str


def leaks(folder: Path, secrets: Mapping[str, str]) -> list[Leak]:
    """Return every secret that can be read below a folder; `secrets` are values by name.

    A zip that cannot be opened is returned as well: nobody knows what stands in it.
    """
    wanted = {name: value.encode("utf-8", "surrogatepass") for name, value in secrets.items() if value}
    found: dict[Leak, None] = {}
    for file in sorted(one for one in folder.rglob("*") if one.is_file()):
        for inside, which, as_what in _found("", file.read_bytes(), wanted):
            found[Leak(file, inside, which, as_what)] = None
        for name in wanted:
            if secrets[name] in str(file.relative_to(folder)):
                found[Leak(file, "", name, "the name of the file")] = None
    return list(found)


def _found(inside: str, content: bytes, wanted: Mapping[str, bytes]) -> Iterator[tuple[str, str, str]]:
    """Give where, which and how for each secret in some bytes; the shortest way to read it alone."""
    told: set[tuple[str, str]] = set()
    for place, layers, read in _readings(inside, content):
        if layers and layers[-1] == _NO_ZIP:
            yield place, "", _NO_ZIP
        for name, value in wanted.items():
            wide = next((one for one in _wide(value) if one in read), b"")
            if (wide or value in read) and (place, name) not in told:
                told.add((place, name))
                yield place, name, " in ".join([*(["UTF-16"] if wide else []), *reversed(layers)]) or "plain"


def _wide(value: bytes) -> tuple[bytes, bytes]:
    text = value.decode("utf-8", "surrogatepass")
    return text.encode("utf-16-le", "surrogatepass"), text.encode("utf-16-be", "surrogatepass")


def _readings(inside: str, content: bytes) -> Iterator[_Reading]:
    """Give every way to read some bytes, the plain one first."""
    waiting: list[_Reading] = [(inside, (), content)]
    seen: set[int] = set()
    while waiting:
        place, layers, read = waiting.pop(0)
        if hash(read) in seen:
            continue
        seen.add(hash(read))
        yield place, layers, read
        if len(layers) < _DEEPEST and not {_NO_ZIP, _NOISE}.intersection(layers):
            waiting += _deeper(place, layers, read)


def _deeper(place: str, layers: tuple[str, ...], read: bytes) -> Iterator[_Reading]:
    if zipfile.is_zipfile(io.BytesIO(read)) or read.startswith(b"PK\x03\x04"):
        yield from _unzipped(place, layers, read)
        return
    for what, undone in _undone(read):
        if undone and undone != read:
            yield place, (*layers, what), undone


def _unzipped(place: str, layers: tuple[str, ...], read: bytes) -> Iterator[_Reading]:
    try:
        with zipfile.ZipFile(io.BytesIO(read)) as packed:
            names = packed.namelist()
            yield place, (*layers, "names in a zip"), "\n".join(names).encode()
            for name in names:
                yield f"{place}!{name}".lstrip("!"), (*layers, "zip"), packed.read(name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as broken:
        yield place, (*layers, _NO_ZIP), str(broken).encode()


def _undone(read: bytes) -> Iterator[tuple[str, bytes]]:
    if read.startswith(b"\x1f\x8b"):
        yield "gzip", _inflated(read, zlib.MAX_WBITS | 16)
    if read.startswith(b"\x78"):
        yield "deflate", _inflated(read, zlib.MAX_WBITS)
    if read.count(0) > len(read) // 5:
        yield "UTF-16", _from_utf_16(read)
    if read.startswith(_PICTURES):
        return
    if b"%" in read:
        yield "URL encoding", unquote_to_bytes(read.replace(b"+", b" "))
        yield "URL encoding", unquote_to_bytes(read)
    if b"\\" in read:
        yield "JSON escapes", _JSON_ESCAPE.sub(_unescaped, read)
    if _HTML_ESCAPE.search(read):
        text = html.unescape(read.decode("utf-8", "surrogateescape"))
        yield "HTML escapes", text.encode("utf-8", "replace")
    tokens = b" ".join(jwt.replace(b".", b" ") for jwt in _JWT.findall(read))
    wrapped = b" ".join(b"".join(lines.split()) for lines in _WRAPPED.findall(read))
    for what, runs in (("a JWT", tokens), ("base64", read), ("base64", wrapped)):
        said = list(_from_base64(runs))
        yield what, b"\n".join(one for one in said if _worth_opening(one))
        if what == "base64":
            yield _NOISE, b"\n".join(one for one in said if not _worth_opening(one))


def _worth_opening(said: bytes) -> bool:
    """Whether decoded bytes say something: most runs of letters are words, and base64 of nothing."""
    if said.startswith(_PACKED):
        return True
    readable = said.decode("utf-8", "ignore").encode()
    return len(readable) > len(said) * _MOSTLY and readable.translate(None, _CONTROL) == readable


def _inflated(read: bytes, bits: int) -> bytes:
    try:
        return zlib.decompressobj(bits).decompress(read)
    except zlib.error:
        return b""


def _from_utf_16(read: bytes) -> bytes:
    """Return what stands there as UTF-16, whichever way round and from whichever byte it begins."""
    pieces = [
        read[begin:].decode(coding, "ignore").encode("utf-8", "ignore")
        for coding in ("utf-16-le", "utf-16-be")
        for begin in (0, 1)
    ]
    return b"\n".join(pieces)


def _unescaped(escape: re.Match[bytes]) -> bytes:
    code = escape[1] or escape[2]
    return chr(int(code, 16)).encode("utf-8", "surrogatepass") if code else escape[3]


def _from_base64(read: bytes) -> Iterator[bytes]:
    """Give what each run of base64 says, read from each of four beginnings: a path may stand before it."""
    for run in _BASE64.findall(read):
        letters = run.rstrip(b"=").translate(_URL_SAFE)
        for begin in range(4):
            piece = letters[begin:]
            piece = piece[: len(piece) - 1] if len(piece) % 4 == 1 else piece
            try:
                yield base64.b64decode(piece + b"=" * (-len(piece) % 4))
            except binascii.Error:
                continue
