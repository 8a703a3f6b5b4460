"""What is kept holds nothing that opens a door, and nothing else is taken away."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from support.evidence.redaction import HIDDEN, redacted

SECRET = "s3cretBread"  # an invented one
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmVk"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"email": "m@example.com", "password": SECRET}),
        json.dumps({"password": f'"{SECRET}\\"{SECRET}'}),
        json.dumps({"new_password": SECRET, "access_token": SECRET}, indent=2),
        json.dumps({"headers": {"Authorization": SECRET, "Set-Cookie": SECRET, "X-Api-Key": SECRET}}),
        f"email=m%40example.com&password={SECRET}&next=1",
        f"/live?view_token={SECRET}",
        f"Authorization: Bearer {SECRET}.{SECRET}",
        f"authorization: bearer {SECRET}",
        f"Cookie: session={SECRET}; theme={SECRET}",
        f"Set-Cookie: mm_session={SECRET}; HttpOnly; Path=/",
        f"the answer was {TOKEN} today",
        f'<input type="hidden" name="view_token" value="{SECRET}">',
        f'<input type="hidden" value="{SECRET}" name="view_token">',
        f"<input name='view_token' value='{SECRET}'>",
        f"<input name=view_token value={SECRET}>",
        f"postgresql://maya:{SECRET}@127.0.0.1:5432/platform",
        f"see https://{SECRET}@example.com/a",
    ],
)
def test_a_secret_is_taken_out(text: str) -> None:
    shown = redacted(text)
    assert SECRET not in shown
    assert TOKEN not in shown
    assert HIDDEN in shown


def test_what_stands_beside_a_secret_stays() -> None:
    assert redacted({"email": "m@example.com", "password": SECRET, "age": 3}) == (
        f'{{"email": "m@example.com", "password": "{HIDDEN}", "age": 3}}'
    )
    assert redacted(f"a=1&password={SECRET}&b=2") == f"a=1&password={HIDDEN}&b=2"
    assert redacted(f"postgresql://maya:{SECRET}@127.0.0.1/p") == f"postgresql://{HIDDEN}@127.0.0.1/p"
    assert redacted(f'<input name="view_token" value="{SECRET}" required> Hello') == (
        f'<input name="view_token" value="{HIDDEN}" required> Hello'
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Maya changes her password and forgets the token of her secret cookie.",
        "A cookie: chocolate chips = more",
        '{"name": "Priya", "email": "priya@example.com", "note": "the bearer of good bread"}',
        "http://maya.localhost:8080/spring?page=2&section=hero",
        '<input name="email" value="priya@example.com"><label>Your name</label>',
        "mail priya@example.com about https://example.com/bread",
    ],
)
def test_ordinary_words_are_untouched(text: str) -> None:
    assert redacted(text) == text


def test_nothing_is_nothing() -> None:
    assert redacted(None) == ""


PIECES = st.sampled_from(
    [
        *'"\\=:;&?<> /@\n',
        "password",
        "token",
        "Bearer ",
        "Cookie: ",
        "eyJa.b.c",
        "://",
        "value=",
        "name=",
        "'",
        HIDDEN,
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join)
THINGS = st.recursive(
    st.none() | st.booleans() | st.floats() | TEXTS | st.binary(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(THINGS)
def test_it_never_raises(thing: object) -> None:
    assert isinstance(redacted(thing), str)


@given(TEXTS)
def test_redacting_twice_is_redacting_once(text: str) -> None:
    once = redacted(text)
    assert redacted(once) == once


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1).map(lambda text: f"Zz{text}zZ"))
def test_no_password_survives_whatever_it_is_made_of(password: str) -> None:
    assert json.loads(redacted({"password": password, "email": "m@example.com"})) == {
        "password": HIDDEN,
        "email": "m@example.com",
    }
