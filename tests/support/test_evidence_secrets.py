"""A value that is known is hidden however it is spelt, packed or told, and a record stays one that opens."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import re
import stat
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, strategies as st

from support.evidence.known import Secrets
from support.evidence.private_folder import PrivateFolder
from support.evidence.redaction import HIDDEN
from support.evidence.traces import learn_from, redact_record

VALUES = ("s3cretBread-_0123", "Sauer\"teig/über&<Nacht>'7")


def knowing(*values: str) -> Secrets:
    made = Secrets()
    for value in values:
        made.add(value, "a password")
    return made


def base64_of(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(
    "spell",
    [
        str,
        json.dumps,
        lambda one: json.dumps(one, ensure_ascii=False),
        lambda one: json.dumps(json.dumps(one)),
        html.escape,
        lambda one: json.dumps(html.escape(one)),
        lambda one: quote(one, safe=""),
        lambda one: re.sub("%[0-9A-F]{2}", lambda code: code[0].lower(), quote(one, safe="")),
        quote_plus,
        lambda one: quote(quote(one, safe=""), safe=""),
        base64_of,
        lambda one: base64_of(f"a:{one}"),
        lambda one: base64_of(f"ab:{one}x"),
        lambda one: base64.urlsafe_b64encode(f"??{one}".encode()).decode(),
        lambda one: base64_of(json.dumps({"sub": one})),
        lambda one: base64_of(base64_of(one)),
    ],
)
def test_a_known_value_is_hidden_in_every_spelling(value: str, spell: object) -> None:
    assert callable(spell)
    spelt = str(spell(value)).strip('"')
    text = knowing(value).redacted(f"so <{spelt}> it is")
    assert HIDDEN in text
    assert spelt not in text
    assert value not in text


@given(st.text(min_size=6, max_size=30), st.text(max_size=20), st.text(max_size=20))
def test_no_known_value_survives(value: str, before: str, after: str) -> None:
    if HIDDEN in value or any(one in HIDDEN for one in value):
        return
    secrets = knowing(value)
    for text in (
        f"{before}{value}{after}",
        json.dumps(f"{before}{value}{after}"),
        quote(f"{before}{value}{after}"),
    ):
        assert value not in secrets.without_known(text)


def test_what_is_too_short_is_not_taken() -> None:
    assert knowing("bread").redacted("bread and rolls") == "bread and rolls"


def test_what_stood_beside_a_telling_name_is_hidden_elsewhere_too() -> None:
    secrets = Secrets()
    secrets.learn({"access_token": "abcdefghijkl"})
    secrets.learn("Set-Cookie: theme=dark; sid=mnopqrstuvwx")
    secrets.learn(f"Authorization: Basic {base64_of('maya:yz0123456789')}")
    said = secrets.redacted("abcdefghijkl then mnopqrstuvwx then yz0123456789 then dark")
    assert said == f"{HIDDEN} then {HIDDEN} then {HIDDEN} then dark"


@pytest.mark.parametrize("coding", ["utf-8", "latin-1", "utf-16"])
def test_bytes_keep_their_encoding(coding: str) -> None:
    made = knowing(VALUES[0]).redacted_bytes(f"über {VALUES[0]} ü".encode(coding))
    assert made.decode(coding) == f"über {HIDDEN} ü"


def test_what_is_packed_is_packed_again() -> None:
    secrets, content = knowing(VALUES[0]), f'{{"password": "bread", "a": "{VALUES[0]}"}}'.encode()
    hidden = {"password": HIDDEN, "a": HIDDEN}
    assert json.loads(gzip.decompress(secrets.redacted_bytes(gzip.compress(content)))) == hidden
    assert json.loads(zlib.decompress(secrets.redacted_bytes(zlib.compress(content)))) == hidden
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.json", content)
    with zipfile.ZipFile(io.BytesIO(secrets.redacted_bytes(inner.getvalue()))) as archive:
        assert json.loads(archive.read("a.json")) == hidden


def test_a_picture_stays_and_one_with_a_secret_in_it_goes() -> None:
    picture = b"\x89PNG\r\n" + bytes(range(256))
    assert knowing(VALUES[0]).redacted_bytes(picture) == picture
    assert b"taken away" in knowing(VALUES[0]).redacted_bytes(picture + VALUES[0].encode())
    assert b"could not be opened" in knowing(VALUES[0]).redacted_bytes(b"PK\x03\x04 no zip")
    assert VALUES[0].encode() not in knowing(VALUES[0]).redacted_bytes(gzip.compress(VALUES[0].encode())[:-4])


def test_a_record_is_redacted_line_by_line_and_learnt_from(tmp_path: Path) -> None:
    lines = [
        {
            "params": {"text": VALUES[1]},
            "html": ["INPUT", {"type": "password", "__playwright_value_": "tiny"}],
        },
        {
            "request": {
                "headers": [{"name": "Cookie", "value": "sid=abcdefghijklmno"}],
                "cookies": [{"name": "sid", "value": "abcdefghijklmno"}],
            },
            "postData": {"text": '{"password":"x9"}'},
        },
        {"text": "it said abcdefghijklmno\u2028", "url": "http://127.0.0.1/#access_token=qrstuvwxyz123"},
        {"text": "nothing here"},
    ]
    raw, made = tmp_path / "raw.zip", tmp_path / "made.zip"
    with zipfile.ZipFile(raw, "w") as record:
        record.writestr("trace.trace", "\n".join(json.dumps(line, ensure_ascii=False) for line in lines))
        record.writestr("resources/a.bin", gzip.compress(b"qrstuvwxyz123"))
    secrets = knowing(VALUES[1])
    learn_from(raw, secrets)
    redact_record(raw, made, secrets)
    with zipfile.ZipFile(made) as record:
        assert record.namelist() == ["trace.trace", "resources/a.bin"]
        kept = [json.loads(line) for line in record.read("trace.trace").decode().split("\n")]
        assert gzip.decompress(record.read("resources/a.bin")).decode() == HIDDEN
    assert kept[0] == {
        "params": {"text": HIDDEN},
        "html": ["INPUT", {"type": "password", "__playwright_value_": HIDDEN}],
    }
    assert kept[1]["request"]["cookies"] == [{"name": "sid", "value": HIDDEN}]
    assert kept[1]["request"]["headers"][0]["value"] == HIDDEN
    assert kept[1]["postData"]["text"] == f'{{"password":"{HIDDEN}"}}'
    assert kept[2] == {"text": f"it said {HIDDEN}\u2028", "url": f"http://127.0.0.1/#access_token={HIDDEN}"}
    assert kept[3] == lines[3]


def test_what_is_not_redacted_yet_lies_where_nobody_may_enter_and_goes() -> None:
    with PrivateFolder() as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (folder / "raw.zip").write_text("raw")
    assert not folder.exists()


def test_what_a_killed_run_left_goes_when_the_next_one_begins() -> None:
    making = "import os, support.evidence.private_folder as p; print(p.PrivateFolder().path, flush=True)"
    making += "; os._exit(9)"
    done = subprocess.run([sys.executable, "-c", making], capture_output=True, text=True, check=False)
    left = Path(done.stdout.strip())
    assert left.exists()
    with PrivateFolder() as ours:
        assert not left.exists()
        with PrivateFolder():
            assert ours.exists(), "a run that goes on keeps its own"
