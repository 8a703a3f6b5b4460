"""An address that no key is sent to, each refused in a sentence before anything starts."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from webbuilder.parts.provider import provider_address
from webbuilder.parts.refusal import CannotStartError


@pytest.mark.parametrize(
    "given",
    [
        "https://provider.example/v1/",
        "https://provider.example",
        "http://127.0.0.1:9999/v1",
        "http://[::1]:9/v1",
    ],
)
def test_an_address_is_taken_with_and_without_its_version(given: str) -> None:
    assert provider_address(given, plain=False) == given.rstrip("/").removesuffix("/v1")


def test_a_network_of_ones_own_may_be_asked_without_tls() -> None:
    assert provider_address("http://10.0.0.5:8000/v1", plain=True) == "http://10.0.0.5:8000"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("http://provider.example/v1", "without TLS"),
        ("http://10.0.0.5:8000/v1", "set AI_PLAIN=allowed"),
        ("http://169.254.169.254/v1", "tells its own secrets"),
        ("https://169.254.169.254/v1", "tells its own secrets"),
        ("https://[::ffff:169.254.169.254]/v1", "tells its own secrets"),
        ("https://0.0.0.0/v1", "tells its own secrets"),
        ("https://maya:rye@provider.example/v1", "give the key as AI_API_KEY"),
        ("ftp://provider.example", "no address of a provider"),
        ("provider.example/v1", "no address of a provider"),
        ("https://provider.example/v1?key=rye", "no address of a provider"),
        ("https://provider.example:rye/v1", "no address of a provider"),
        ("https://", "no address of a provider"),
    ],
)
def test_bad_input_address(given: str, says: str) -> None:
    with pytest.raises(CannotStartError, match=says) as refused:
        provider_address(given, plain=False)
    assert "rye" not in str(refused.value)


def test_bad_input_a_platform_says_it_and_does_not_start() -> None:
    command = [sys.executable, "-m", "webbuilder", "up"]
    given = {"AI_BASE_URL": "http://provider.example/v1"}
    ended = subprocess.run(
        command, capture_output=True, text=True, timeout=30, check=False, env=os.environ | given
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("AI_BASE_URL leads to provider.example without TLS")
    assert len(ended.stderr.strip().splitlines()) == 1
