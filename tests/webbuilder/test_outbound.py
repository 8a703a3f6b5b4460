"""What somebody else chose as an address leads to public machines alone, whenever it is looked at."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Iterator

import httpx
import pytest
from hypothesis import given
from hypothesis.strategies import integers

from support.drivers.receiver import Letterbox, Receiver
from webbuilder import outbound
from webbuilder.outbound import NotAllowed, NotSent

PUBLIC = "93.184.215.14"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    running = Receiver()
    yield running
    running.close()


@pytest.fixture
def box(receiver: Receiver) -> Letterbox:
    opened = Letterbox(receiver.address, "box")
    opened.answer("taken")
    return opened


def leads(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Let a name lead to these machines, one list after the other; return who asked for it."""
    asked: list[str] = []

    def machines_of(host: str, _port: int) -> list[str]:
        asked.append(host)
        return answers[min(len(asked), len(answers)) - 1]

    monkeypatch.setattr(outbound, "machines_of", machines_of)
    return asked


@pytest.mark.parametrize(
    "machine",
    [
        *("127.0.0.1", "127.8.8.8", "0.1.2.3", "10.0.0.7", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.7", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::"),
    ],
)
def test_a_machine_that_is_none_of_the_public_internet_is_known(machine: str) -> None:
    assert not outbound.is_public(machine)


@pytest.mark.parametrize("machine", [PUBLIC, "1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_a_public_machine_is_known(machine: str) -> None:
    assert outbound.is_public(machine)


@given(integers(0, 2**32 - 1))
def test_an_address_is_as_private_in_the_other_spelling(number: int) -> None:
    machine = str(ipaddress.IPv4Address(number))
    assert outbound.is_public(machine) == outbound.is_public(f"::ffff:{machine}")


@pytest.mark.parametrize(
    "address",
    [
        *("", "till.example", "//till.example/", "https://", "ftp://till.example/", "file:///etc/passwd"),
        *("https://maya@till.example/", "https://:@till.example/", "http://till.example:99999/"),
        *(
            "http://[::1/",
            "http://till..example/",
            "http://" + "a" * 64 + ".example/",
            "http://ti\nll.example/",
        ),
    ],
)
def test_what_is_no_address_is_refused_in_words(address: str) -> None:
    with pytest.raises(NotAllowed, match=r"\.$"):
        outbound.refuse(address, ())


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.1", "localhost", "[::1]", "[::ffff:7f00:1]"])
def test_however_a_private_machine_is_written_it_is_refused(host: str) -> None:
    with pytest.raises(NotAllowed, match="private machine"):
        outbound.refuse(f"http://{host}/", ())


def test_one_private_machine_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    leads(monkeypatch, [PUBLIC, "10.0.0.7"])
    with pytest.raises(NotAllowed):
        outbound.refuse("https://till.example/", ())


def test_a_name_that_nobody_knows_yet_is_taken_and_looked_at_again() -> None:
    outbound.refuse("https://till.invalid/", ())
    with pytest.raises(NotSent, match="could not be reached"):
        outbound.post("https://till.invalid/", b"", {}, limit=5, allowed=())


def test_an_exception_is_for_one_host_and_one_port(receiver: Receiver) -> None:
    outbound.refuse(f"{receiver.address}/box", {receiver.place})
    for other in ("127.0.0.1:1", receiver.place.replace("127.0.0.1", "localhost"), "127.0.0.1"):
        with pytest.raises(NotAllowed):
            outbound.refuse(f"{receiver.address}/box", {other})


def test_what_leads_elsewhere_by_now_gets_nothing(monkeypatch: pytest.MonkeyPatch, box: Letterbox) -> None:
    leads(monkeypatch, [PUBLIC], ["127.0.0.1"])
    address = box.address.replace("127.0.0.1", "till.example")
    outbound.refuse(address, ())
    with pytest.raises(NotSent, match="private machine"):
        outbound.post(address, b"{}", {}, limit=5, allowed=())
    assert box.came() == []


def test_nobody_is_asked_twice_where_a_name_leads(
    monkeypatch: pytest.MonkeyPatch, receiver: Receiver, box: Letterbox
) -> None:
    asked = leads(monkeypatch, ["127.0.0.1"], ["127.0.0.2"])
    named = receiver.place.replace("127.0.0.1", "till.example")
    assert outbound.post(f"http://{named}/box", b"{}", {}, limit=5, allowed={named}) == 204
    assert asked == ["till.example"]
    assert box.came()[0]["headers"]["host"] == named


def test_the_certificate_that_is_asked_for_is_the_names() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(204)

    async def send() -> int:
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as client:
            parts, _, port = outbound.read("https://till.example/hooks?shop=1")
            return await outbound._to(client, PUBLIC, outbound.Way(parts, port, (PUBLIC,)), b"{}", {})

    assert asyncio.run(send()) == 204
    assert seen[0].extensions["sni_hostname"] == "till.example"
    assert str(seen[0].url) == f"https://{PUBLIC}/hooks?shop=1"
    assert seen[0].headers["host"] == "till.example"


def test_the_second_machine_is_asked_when_the_first_takes_no_call(
    monkeypatch: pytest.MonkeyPatch, receiver: Receiver, box: Letterbox
) -> None:
    leads(monkeypatch, ["127.0.0.9", "127.0.0.1"])
    named = receiver.place.replace("127.0.0.1", "till.example")
    assert outbound.post(f"http://{named}/box", b"{}", {}, limit=5, allowed={named}) == 204
    assert len(box.came()) == 1


def test_a_redirect_is_an_answer_like_any_other(receiver: Receiver, box: Letterbox) -> None:
    box.answer("elsewhere")
    assert outbound.post(box.address, b"{}", {}, limit=5, allowed={receiver.place}) == 307
    assert len(box.came()) == 1


def test_silence_ends_in_time(receiver: Receiver, box: Letterbox) -> None:
    box.answer("silent")
    with pytest.raises(NotSent, match=r"no answer came within 0\.2 seconds"):
        outbound.post(box.address, b"{}", {}, limit=0.2, allowed={receiver.place})
