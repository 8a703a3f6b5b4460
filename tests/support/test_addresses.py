"""Addresses: known once somebody was told, and a missing sentence otherwise."""

from __future__ import annotations

import pytest

from support.addresses import Addresses
from support.failures import SentenceMissing


def test_what_was_told_is_known() -> None:
    addresses = Addresses()
    addresses.tell("Spring Sale", live="http://spring.localhost/")
    addresses.tell("Spring Sale", builder="/sites/1")
    assert addresses.live("Spring Sale") == "http://spring.localhost"
    assert addresses.builder("Spring Sale") == "/sites/1"


def test_a_site_that_moves_is_noticed_and_silence_takes_nothing_away() -> None:
    addresses = Addresses()
    addresses.tell("Spring Sale", live="http://a.localhost")
    addresses.tell("Spring Sale", live="http://a.localhost/")
    addresses.tell("Spring Sale", live="")
    with pytest.raises(AssertionError, match=r"moved from http://a\.localhost to http://b\.localhost"):
        addresses.tell("Spring Sale", live="http://b.localhost/")
    assert addresses.live("Spring Sale") == "http://a.localhost"


@pytest.mark.parametrize("way", ["live", "builder"])
def test_what_nobody_told_names_the_missing_sentence(way: str) -> None:
    addresses = Addresses()
    addresses.tell("Autumn Sale", live="http://a.localhost/", builder="/sites/2")
    with pytest.raises(SentenceMissing, match=r"'Spring Sale': a sentence that .* is missing"):
        getattr(addresses, way)("Spring Sale")
