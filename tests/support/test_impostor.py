"""A copywriter that behaves as none should takes the place of the real one, and leaves it again."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from support.drivers.impostor import Impostor
from support.drivers.outages import RelayOutages
from support.drivers.relay import Relay

ASKED = {
    "messages": [{"role": "user", "content": '{"brief": {"business": "Rye"}, "schema": {"c_1": ["text"]}}'}]
}


@pytest.fixture
def impostor() -> Iterator[Impostor]:
    one = Impostor()
    yield one
    one.close()


@pytest.fixture
def relay() -> Iterator[Relay]:
    one = Relay()
    yield one
    one.close()


def in_its_place(relay: Relay, impostor: Impostor) -> RelayOutages:
    return RelayOutages({"copywriter": relay}, dict, {"copywriter": impostor})


def told(relay: Relay) -> httpx.Response:
    return httpx.post(f"{relay.address}/v1/chat/completions", json=ASKED, trust_env=False)


def test_it_takes_the_place_of_a_part_until_that_is_back(relay: Relay, impostor: Impostor) -> None:
    real = Impostor()
    real.behave("is over its limit")
    relay.lead_to(real.address)
    outages = in_its_place(relay, impostor)
    outages.misbehaves("copywriter", "refuses its key")
    assert told(relay).status_code == 401
    outages.back("copywriter")
    assert told(relay).status_code == 429
    real.close()


def test_it_speaks_as_the_real_one_does(relay: Relay, impostor: Impostor) -> None:
    in_its_place(relay, impostor).misbehaves("copywriter", "brings a link")
    said = told(relay)
    assert said.headers["content-type"] == "text/event-stream"
    assert "evil.example" in said.text
    assert said.text.endswith("data: [DONE]\n\n")


def test_a_way_that_nobody_has_thought_of_is_named(relay: Relay, impostor: Impostor) -> None:
    with pytest.raises(LookupError, match="no copywriter 'sings' here; one answers half of it, or"):
        in_its_place(relay, impostor).misbehaves("copywriter", "sings")


def test_where_nobody_can_take_its_place_that_is_said(relay: Relay) -> None:
    with pytest.raises(LookupError, match="nobody here can take the place of copywriter"):
        RelayOutages({"copywriter": relay}, dict).misbehaves("copywriter", "fails")
