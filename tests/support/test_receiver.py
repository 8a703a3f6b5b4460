"""Letterboxes of one receiver: what comes is kept as it came, and answered as their owners say."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import httpx
import pytest

from support.drivers.receiver import Letterbox, Receiver


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    running = Receiver()
    yield running
    running.close()


@pytest.fixture
def box(receiver: Receiver) -> Letterbox:
    opened = Letterbox(receiver.address, "tariq")
    opened.answer("taken")
    return opened


def send(box: Letterbox, body: str = "{}") -> int:
    return httpx.post(box.address, content=body, headers={"Webhook-Id": "msg_1"}, trust_env=False).status_code


@pytest.mark.parametrize(
    ("how", "status"), [("taken", 204), ("away", 500), ("gone", 410), ("elsewhere", 307)]
)
def test_a_letterbox_answers_as_its_owner_says(box: Letterbox, how: str, status: int) -> None:
    box.answer(how)
    assert send(box, '{"a": "ü"}') == status
    assert [(one["body"], one["how"]) for one in box.came()] == [('{"a": "ü"}', how)]
    assert box.came()[0]["headers"]["webhook-id"] == "msg_1"


def test_what_came_before_is_kept_when_the_answer_changes(box: Letterbox) -> None:
    assert send(box) == 204
    box.answer("away")
    assert send(box) == 500
    assert [one["how"] for one in box.came()] == ["taken", "away"]


def test_a_letterbox_that_nobody_opened_takes_nothing(receiver: Receiver, box: Letterbox) -> None:
    other = Letterbox(receiver.address, "noor")
    assert (send(other), other.came()) == (404, [])
    box.close()
    assert (send(box), box.came()) == (404, [])


def test_whoever_waits_in_silence_is_let_go_when_the_answer_changes(box: Letterbox) -> None:
    box.answer("silent")
    ended = threading.Event()

    def wait() -> None:
        with pytest.raises(httpx.HTTPError):
            send(box)
        ended.set()

    waiting = threading.Thread(target=wait)
    waiting.start()
    while not box.came():
        pass
    box.answer("taken")
    assert ended.wait(5)
    waiting.join()
