"""The scanner finds every kind of planted leak, says where and how, and finds none where there is none."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from support.evidence.scanning import leaks

SECRET = 'Sauer"teig/über&Nacht<7>'  # something in it for every way of escaping
WHICH = {"the password": SECRET}


def zipped(name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return made.getvalue()


def in_base64(text: str | bytes) -> bytes:
    return base64.b64encode(text.encode() if isinstance(text, str) else text)


def jwt(claims: dict[str, str]) -> bytes:
    parts = (
        base64.urlsafe_b64encode(json.dumps(one).encode()).rstrip(b"=") for one in ({"alg": "none"}, claims)
    )
    return b".".join([*parts, b"c2ln"])


PLANTED: dict[str, tuple[bytes, str]] = {
    "plain": (f"so {SECRET} it is".encode(), "plain"),
    "JSON": (json.dumps({"a": SECRET}).encode(), "JSON escapes"),
    "JSON in JSON": (json.dumps(json.dumps(SECRET)).encode(), "JSON escapes in JSON escapes"),
    "URL": (f"/a?b={quote(SECRET, safe='')}".encode(), "URL encoding"),
    "URL in small letters": (f"/a?b={quote(SECRET, safe='')}".lower().encode(), ""),
    "HTML": (f"<p>{html.escape(SECRET)}</p>".encode(), "HTML escapes"),
    "UTF-16": (f"so {SECRET}".encode("utf-16"), "UTF-16"),
    "UTF-16, big end first": (f"so {SECRET}".encode("utf-16-be"), "UTF-16"),
    "gzip": (gzip.compress(SECRET.encode()), "gzip"),
    "deflate": (zlib.compress(SECRET.encode()), "deflate"),
    "zip": (zipped("a.txt", SECRET.encode()), "zip"),
    "zip in zip": (zipped("b.zip", zipped("a.txt", SECRET.encode())), "zip in zip"),
    "base64": (b"Basic " + in_base64(f"maya:{SECRET}"), "base64"),
    "base64 after a path": (b"/live/" + in_base64(SECRET), ""),
    "base64 in the middle": (b'{"x":"' + in_base64(f"a{SECRET}") + b'"}', "base64"),
    "base64 on many lines": (
        base64.encodebytes(f"{'bread ' * 30}{SECRET}{'bread ' * 30}".encode()),
        "base64",
    ),
    "base64 for addresses": (base64.urlsafe_b64encode(f"??>>{SECRET}".encode()), "base64"),
    "JWT": (b"token " + jwt({"sub": SECRET}), ""),
    "URL in base64 in gzip": (
        gzip.compress(in_base64(quote(SECRET, safe=""))),
        "URL encoding in base64 in gzip",
    ),
    "gzip in base64": (in_base64(gzip.compress(SECRET.encode())), "gzip in base64"),
}


@pytest.mark.parametrize("kind", [kind for kind in PLANTED if kind != "URL in small letters"])
def test_a_planted_leak_is_found(tmp_path: Path, kind: str) -> None:
    content, as_what = PLANTED[kind]
    (tmp_path / "kept.bin").write_bytes(content)
    found = leaks(tmp_path, WHICH)
    assert found, kind
    assert {(one.path.name, one.which) for one in found} == {("kept.bin", "the password")}
    assert found[0].as_what == as_what or not as_what
    assert SECRET not in repr(found)


def test_the_hexadecimal_digits_of_an_address_may_be_small(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("c=%c3%bcber%26Nacht")
    assert leaks(tmp_path, {"x": "über&Nacht"})[0].as_what == "URL encoding"


def test_the_entry_of_a_zip_is_named(tmp_path: Path) -> None:
    inner = zipped("resources/page.html", SECRET.encode())
    (tmp_path / "trace.zip").write_bytes(zipped("inner.zip", inner))
    assert leaks(tmp_path, WHICH)[0].inside == "inner.zip!resources/page.html"


def test_names_of_files_and_entries_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "kept-s3cret-bread.txt").write_text("")
    (tmp_path / "a.zip").write_bytes(zipped("s3cret-bread.txt", b""))
    found = {one.path.name: one.as_what for one in leaks(tmp_path, {"x": "s3cret-bread"})}
    assert found == {"kept-s3cret-bread.txt": "the name of the file", "a.zip": "plain"}


@pytest.mark.parametrize("spoil", [lambda one: one[:40], lambda one: one[:-30]], ids=["begun", "cut off"])
def test_a_zip_that_cannot_be_opened_is_said(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    (tmp_path / "trace.zip").write_bytes(spoil(zipped("a.txt", SECRET.encode() * 9)))
    assert [one.as_what for one in leaks(tmp_path, WHICH)] == ["a zip that cannot be opened"]


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"bread, rolls & more bread " * 100 + bytes(range(256)))
    (tmp_path / "b.zip").write_bytes(zipped("a.txt", b"bread"))
    assert leaks(tmp_path, WHICH) == []
