"""The relay by which a part is cut off, made to hang, or kept from answering, before a real server."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest
from hamcrest import equal_to

from support.drivers.outages import RelayOutages
from support.drivers.relay import Relay
from support.waiting import eventually
from tests.support.servers import Reply, closed_port, echo_server, http_server

SILENCE = 0.1  # seconds in which nothing must come; all other waiting ends when something comes
PATIENCE = 5.0


@pytest.fixture
def relay() -> Iterator[Relay]:
    with echo_server() as address:
        made = Relay()
        made.lead_to(address)
        yield made
        made.close()


def call(relay: Relay) -> socket.socket:
    return socket.create_connection(("127.0.0.1", relay.port), timeout=PATIENCE)


def ask(caller: socket.socket, words: bytes = b"hello") -> bytes:
    caller.sendall(words)
    return caller.recv(1024)


def is_silent(caller: socket.socket) -> bool:
    caller.settimeout(SILENCE)
    try:
        caller.recv(1024)
    except TimeoutError:
        return True
    finally:
        caller.settimeout(PATIENCE)
    return False


def is_ended(caller: socket.socket) -> bool:
    try:
        return caller.recv(1024) == b""
    except ConnectionError:
        return True


def test_an_open_relay_leads_to_its_address(relay: Relay) -> None:
    with call(relay) as one, call(relay) as other:
        assert ask(one) == b"heard hello"
        assert ask(other, b"you") == b"heard you"
        assert ask(one, b"again") == b"heard again"
    assert relay.address == f"http://127.0.0.1:{relay.port}"


def test_a_cut_relay_refuses_and_ends_what_there_is(relay: Relay) -> None:
    with call(relay) as before:
        assert ask(before) == b"heard hello"
        relay.cut()
        assert is_ended(before)
        with pytest.raises(ConnectionRefusedError):
            call(relay)


def test_a_cut_relay_mends_at_the_same_port(relay: Relay) -> None:
    port = relay.port
    relay.cut()
    relay.mend()
    assert relay.port == port
    with call(relay) as caller:
        assert ask(caller) == b"heard hello"


def test_a_stalled_relay_takes_questions_and_gives_no_answer_until_mended(relay: Relay) -> None:
    with call(relay) as before:
        ask(before)
        relay.stall()
        assert is_ended(before)
    with call(relay) as caller:
        caller.sendall(b"hello")
        assert is_silent(caller)
        assert relay.heard(b"hello") == 1, "only the question from before the stall went through"
        relay.mend()
        assert is_ended(caller), "connections from before stay broken"
    with call(relay) as caller:
        assert ask(caller) == b"heard hello"


def test_a_stalled_relay_can_be_cut(relay: Relay) -> None:
    relay.stall()
    relay.cut()
    with pytest.raises(ConnectionRefusedError):
        call(relay)
    relay.mend()
    with call(relay) as caller:
        assert ask(caller) == b"heard hello"


def test_what_is_delayed_comes_later_and_whole(relay: Relay) -> None:
    relay.delay(0.1)
    with call(relay) as caller:
        began = time.monotonic()
        assert ask(caller) == b"heard hello"
        assert time.monotonic() - began >= 0.2, "the question and its answer are both late"
        relay.mend()
    with call(relay) as caller:
        assert ask(caller) == b"heard hello"


def test_a_slow_line_passes_no_more_than_it_can(relay: Relay) -> None:
    relay.slow_down(2000)
    with call(relay) as caller:
        began = time.monotonic()
        caller.sendall(b"x" * 400)
        heard = b""
        while heard.count(b"x") < 400:
            heard += caller.recv(1024)
        assert time.monotonic() - began >= 0.2


def test_a_reset_line_ends_with_an_error_and_takes_the_next_call(relay: Relay) -> None:
    with call(relay) as caller:
        assert ask(caller) == b"heard hello"
        relay.reset()
        with pytest.raises(ConnectionResetError):
            caller.recv(1024)
    with call(relay) as caller:
        assert ask(caller) == b"heard hello"


def test_a_half_closed_line_still_takes_what_is_said(relay: Relay) -> None:
    with call(relay) as caller:
        assert ask(caller) == b"heard hello"
        relay.half_close()
        assert caller.recv(1024) == b""
        caller.sendall(b"still here")
        eventually(lambda: relay.heard(b"still here"), equal_to(1), "what was said", within=PATIENCE)


def test_held_answers_let_questions_through_and_count_them(relay: Relay) -> None:
    relay.hold_answers()
    with call(relay) as one, call(relay) as other:
        one.sendall(b"write headline")
        other.sendall(b"write offer")
        assert is_silent(one)
        assert is_silent(other)
        assert relay.heard(b"write") == 2
        assert relay.heard(b"read") == 0
        relay.release_answers()
        assert one.recv(1024) == b"heard write headline"
        assert other.recv(1024) == b"heard write offer"


def test_somebody_who_hangs_up_is_answered_all_the_same() -> None:
    relay = Relay()
    with http_server(lambda _: Reply(text="thanks")) as address:
        relay.lead_to(address)
        relay.hold_answers()
        for number in (1, 2):
            with call(relay) as caller:
                caller.sendall(b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n")
                eventually(lambda: relay.heard(b"GET /"), equal_to(number), "the question", within=PATIENCE)
        eventually(relay.held, equal_to(2), "the answers that are kept", within=PATIENCE)
        relay.close()


def test_mending_releases_answers_and_breaks_connections_from_before(relay: Relay) -> None:
    relay.hold_answers()
    with call(relay) as caller:
        caller.sendall(b"hello")
        assert is_silent(caller)
        relay.mend()
        assert caller.recv(1024) in {b"", b"heard hello"}
    with call(relay) as caller:
        assert ask(caller) == b"heard hello"


@pytest.mark.parametrize("trouble", ["", "stall", "hold_answers", "cut"])
def test_a_closed_relay_leaves_no_listening_socket_and_no_thread(trouble: str) -> None:
    before = set(threading.enumerate())
    with echo_server() as address:
        relay = Relay()
        relay.lead_to(address)
        with call(relay) as caller:
            ask(caller)
            if trouble:
                getattr(relay, trouble)()
            relay.close()
            assert is_ended(caller)
        with pytest.raises(ConnectionRefusedError):
            call(relay)
        with socket.create_server(("127.0.0.1", relay.port)) as again:
            assert again.fileno() > 0
        relay.close()
    for thread in set(threading.enumerate()) - before:
        thread.join(PATIENCE)
        assert not thread.is_alive()


def test_nobody_behind_the_relay_ends_the_connection() -> None:
    relay = Relay()
    relay.lead_to(f"http://127.0.0.1:{closed_port()}")
    with call(relay) as caller:
        assert is_ended(caller)
    relay.close()


def test_a_part_goes_hangs_and_comes_back(relay: Relay) -> None:
    outages = RelayOutages({"copywriter": relay}, dict)
    outages.gone("copywriter")
    with pytest.raises(ConnectionRefusedError):
        call(relay)
    outages.back("copywriter")
    outages.hangs("copywriter")
    with call(relay) as caller:
        caller.sendall(b"hello")
        assert is_silent(caller)
    outages.back("copywriter")
    with call(relay) as caller:
        assert ask(caller) == b"heard hello"


@pytest.mark.parametrize(("relays", "there"), [(["copywriter", "mail"], "copywriter, mail"), ([], "nothing")])
def test_a_part_without_a_relay_is_named(relay: Relay, relays: list[str], there: str) -> None:
    with pytest.raises(LookupError, match=f"no relay stands before crm; there is one before {there}"):
        RelayOutages(dict.fromkeys(relays, relay), dict).gone("crm")
